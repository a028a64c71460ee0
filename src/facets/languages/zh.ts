import type { Language } from "./language.ts";

/** Chinese in both scripts. */
export const chinese: Language = {
  code: "zh",
  decimal: ".",
  months: "一月,二月,三月,四月,五月,六月,七月,八月,九月,十月,十一月,十二月",
  ages: {
    after: "前 以前 之前",
    units: {
      s: "秒 秒钟 秒鐘",
      min: "分钟 分鐘 分",
      h: "小时 小時 个小时 個小時 個鐘",
      d: "天 日",
      w: "周 週 星期 个星期 個星期",
      mo: "个月 個月",
      y: "年",
    },
    one: "一",
  },
  days: "今天|今日,昨天|昨日,前天",
  now: "刚刚|剛剛|刚才|剛才",
  magnitudes: { 千: 1e3, 万: 1e4, 萬: 1e4, 百万: 1e6, 百萬: 1e6, 千万: 1e7, 千萬: 1e7, 亿: 1e8, 億: 1e8 },
  counts: {
    pages: "页 頁 页数 頁數",
    votes: "赞 讚 赞同 点赞 點讚 票 评分 評分 评价 評價",
    comments: "评论 評論 回复 回復 回覆 回答 留言 跟帖",
    views: "浏览 瀏覽 观看 觀看 播放 阅读 閱讀 点击 點擊 查看 人气 人氣 访问",
    downloads: "下载 下載 安装 安裝",
  },
  rating: { stars: "星 颗星 顆星", label: "评分 評分" },
  duration: { label: "时长 時長 片长" },
  published: "发布 發布 发表 日期 出版年 年份 出版",
  free: "免费 免費",
};
