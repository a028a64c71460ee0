import type { Problem } from "@/model/problem.ts";

/**
 * What others call the things that conditions know, in small letters: the words of other search engines, of everyday
 * English, and of Chinese, each behind the name that it stands for here.
 */
const others: Readonly<Record<string, string>> = {
  pages: "页数 頁數 页 pagecount length",
  size: "大小 文件大小 檔案大小 体积 filesize",
  date: "日期 时间 時間 发布日期 发布时间 time year published created",
  age: "多久 old",
  price: "价格 價格 价钱 售价 cost amount",
  rating: "评分 評分 星级 评价 stars score",
  votes: "票数 票數 赞 点赞 likes upvotes points",
  comments: "评论 評論 评论数 回复 replies",
  views: "浏览 浏览量 阅读 阅读量 播放量 reads plays",
  downloads: "下载 下載 下载量 下载次数",
  duration: "时长 時長 runtime",
  hits: "命中 命中数 matches",
  title: "标题 標題 题目 intitle allintitle heading headline",
  snippet: "摘要 正文 内容 內容 简介 intext body text description desc content",
  meta: "详情 details info",
  url: "网址 網址 链接 鏈接 地址 inurl link href address",
  site: "网站 網站 站点 域名 domain host website",
  list: "列表 词表 关键词 keywords keyword",
  has: "有 含 with",
};

const names = new Map(Object.entries(others).flatMap(([name, words]) => words.split(" ").map((word) => [word, name])));

/** What a name stands for that conditions do not know, or null. */
export const meantName = (typed: string): string | null => names.get(typed.trim().toLowerCase()) ?? null;

const nameProblems = new Set(["condition-unknown-facet", "condition-misspelt-name"]);
const joiningWords = new Set(["and", "or", "not", "but", "to", "和", "或", "且"]);

/** A problem with a name that conditions do not know: with the one that was meant, where others call it so. */
export const withMeantName = (problem: Problem): Problem => {
  const [typed = ""] = problem.args;
  if (!nameProblems.has(problem.code)) return problem;
  if (joiningWords.has(typed.toLowerCase())) return { ...problem, code: "condition-nothing-compared", args: [] };
  const colon = typed.endsWith(":") ? ":" : "";
  const meant = meantName(typed.slice(0, typed.length - colon.length));
  return meant === null ? problem : { ...problem, code: "condition-misspelt-name", args: [typed, `${meant}${colon}`] };
};
