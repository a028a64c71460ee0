/** Characters: longer expressions than a person writes are not searched by. */
export const longestExpression = 2000;
