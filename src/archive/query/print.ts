/** Tree → the one canonical way of writing it; parsing that gives the same tree. */
import { QUOTES } from "./lexer.ts";
import type { Query } from "./query.ts";

/** What may stand without quotes after `field:`. */
const PLAIN = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}.'’_-]*$/u;
const ESCAPED = new RegExp(`[\\\\${QUOTES}]`, "g");

/** The canonical text of a query. Groups inside OR stand in parentheses even where they need not. */
export function printQuery(query: Query): string {
  switch (query.type) {
    case "and":
      return query.items.map(printOne).join(" ");
    case "or":
      return query.items.map(printOne).join(" OR ");
    case "not":
      return `-${printOne(query.item)}`;
    case "words": {
      const value = query.exact ? quoted(query.text) : `${query.text}${query.prefix ? "*" : ""}`;
      return query.field === null ? value : `${query.field}:${value}`;
    }
    case "name":
      return `${query.field}:${query.whole ? "=" : ""}${query.prefix ? `${query.text}*` : plain(query.text)}`;
    case "flag":
      return `${query.field}:${query.value ? "yes" : "no"}`;
    default:
      return `${query.field}:${query.value}`;
  }
}

function printOne(query: Query): string {
  const text = printQuery(query);
  return query.type === "and" || query.type === "or" ? `(${text})` : text;
}

const plain = (text: string) => (PLAIN.test(text) ? text : quoted(text));
const quoted = (text: string) => `"${text.replace(ESCAPED, "\\$&")}"`;
