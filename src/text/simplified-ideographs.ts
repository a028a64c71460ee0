/** The simplified form of a traditional Chinese character, or the character itself. */
export const simplifiedIdeograph = (character: string): string => character;
