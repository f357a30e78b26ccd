/** SQL for what a row of statements, `statement_rows r`, does not hold in columns of its own. */

/** What few statements have, out of the JSON of a row. */
export const moreOf = (
  column: "content" | "source" | "cue" | "channel" | "via" | "within" | "when_value",
  row = "r",
): string => `(${row}.more ->> '$.${column}')`;

/** @param text SQL for the text of its article */
export const contentOf = (text: string): string =>
  `coalesce(${moreOf("content")}, substr(${text}, r.start + 1, r.end - r.start))`;
