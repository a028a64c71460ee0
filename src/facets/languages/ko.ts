import type { Language } from "./language.ts";

export const korean: Language = {
  code: "ko",
  decimal: ".",
  months: "1월,2월,3월,4월,5월,6월,7월,8월,9월,10월,11월,12월",
  ages: {
    after: "전",
    units: {
      s: "초",
      min: "분",
      h: "시간",
      d: "일",
      w: "주 주일",
      mo: "개월 달",
      y: "년",
    },
  },
  days: "오늘,어제,그제|그저께",
  now: "방금|방금 전|지금",
  magnitudes: { 천: 1e3, 만: 1e4, 백만: 1e6, 천만: 1e7, 억: 1e8 },
  counts: {
    pages: "페이지 쪽 쪽수 페이지수",
    votes: "추천 좋아요 리뷰 평가 표",
    comments: "댓글 답글 답변",
    views: "조회수 조회 재생",
    downloads: "다운로드",
  },
  rating: { stars: "별점", label: "평점 별점" },
  duration: { label: "재생시간 길이" },
  published: "작성일 등록일 게시일 발행연도 출판년도",
  free: "무료",
};
