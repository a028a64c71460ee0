/**
 * So much of a text of a page, in UTF-16 units, is searched by a recipe's regular expressions, and what is longer is
 * not rewritten by one: titles and addresses are shorter.
 */
export const longestSearched = 2000;
