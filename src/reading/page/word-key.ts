/** Words of a line in lower case with single blanks between: the same for lines that differ in marks and case only. */
export const wordKey = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
