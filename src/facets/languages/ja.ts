import type { Language } from "./language.ts";

export const japanese: Language = {
  code: "ja",
  decimal: ".",
  months: "1月,2月,3月,4月,5月,6月,7月,8月,9月,10月,11月,12月",
  ages: {
    after: "前 以上前",
    units: {
      s: "秒 秒間",
      min: "分 分間",
      h: "時間",
      d: "日 日間",
      w: "週間 週",
      mo: "か月 ヶ月 カ月 ヵ月 ケ月 ヶ月間",
      y: "年",
    },
  },
  days: "今日|本日,昨日,一昨日|おととい",
  now: "たった今",
  magnitudes: { 千: 1e3, 万: 1e4, 億: 1e8 },
  counts: {
    pages: "ページ 頁 ページ数 総ページ数",
    votes: "票 いいね レビュー 評価 高評価",
    comments: "コメント 返信 回答",
    views: "視聴 再生 閲覧 ビュー pv アクセス",
    downloads: "ダウンロード",
  },
  rating: { stars: "つ星 星", label: "評価" },
  duration: { label: "再生時間 時間" },
  published: "公開日 発売日 出版年 投稿日 日付",
  free: "無料",
};
