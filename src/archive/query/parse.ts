/**
 * Query text → tree. Words side by side must all match; OR binds less tightly than that (`a b OR c` is `(a b) OR c`);
 * a minus or NOT excludes the word or group after it.
 */
import { lex, type Token } from "./lexer.ts";
import { and, not, or, type Query } from "./query.ts";
import { QueryError } from "./query-error.ts";
import { leaf } from "./term.ts";

/** Parentheses and minuses inside one another. */
export const MAX_DEPTH = 20;
/** Words and fields of one query. */
export const MAX_TERMS = 100;

/** The tree of a query; an empty one matches everything. Throws a `QueryError` that points at the character. */
export function parseQuery(query: string): Query {
  const tokens = lex(query);
  const extra = tokens.filter((token) => token.type === "term")[MAX_TERMS];
  if (extra)
    throw new QueryError(query, extra.at, "too many words", `write at most ${MAX_TERMS} words and fields`, false);
  const parser: Parser = { query, tokens, next: 0, depth: 0 };
  if (tokens.length === 0) return and([]);
  const tree = either(parser);
  const rest = parser.tokens[parser.next];
  if (rest) throw new QueryError(query, rest.at, "a ) that closes nothing", "leave it out or write a ( before it");
  return tree;
}

interface Parser {
  query: string;
  tokens: Token[];
  next: number;
  depth: number;
}

/** Alternatives joined by OR, up to the end or a closing parenthesis. */
function either(parser: Parser): Query {
  const items = [all(parser)];
  while (parser.tokens[parser.next]?.type === "or") {
    parser.next++;
    items.push(all(parser));
  }
  return or(items);
}

/** Things side by side; there must be one. AND between them says nothing new. */
function all(parser: Parser): Query {
  const items = [one(parser)];
  for (;;) {
    const type = parser.tokens[parser.next]?.type;
    if (type === undefined || type === "or" || type === "close") return and(items);
    if (type === "and") parser.next++;
    items.push(one(parser));
  }
}

function one(parser: Parser): Query {
  const { query, tokens } = parser;
  const token = tokens[parser.next];
  if (!token || token.type === "close" || token.type === "or" || token.type === "and") throw missing(parser);
  parser.next++;
  if (token.type === "term") return leaf(query, token);
  if (++parser.depth > MAX_DEPTH) {
    const remedy = `use at most ${MAX_DEPTH} inside one another`;
    throw new QueryError(query, token.at, "too many parentheses or minuses", remedy, false);
  }
  const item = token.type === "not" ? not(one(parser)) : inside(parser, token.at);
  parser.depth--;
  return item;
}

/** What stands in parentheses; the opening one at `at` has been read. */
function inside(parser: Parser, at: number): Query {
  const item = either(parser);
  if (parser.tokens[parser.next]?.type !== "close")
    throw new QueryError(parser.query, at, "a ( that is not closed", "add the closing ) after the group");
  parser.next++;
  return item;
}

/** Why there is nothing where something must be. */
function missing({ query, tokens, next }: Parser): QueryError {
  const before = tokens[next - 1];
  const here = tokens[next];
  const operator = here && here.type !== "close" ? here : before;
  if (operator && (operator.type === "or" || operator.type === "and" || operator.type === "not")) {
    const word = operator.type.toUpperCase();
    const remedy = `write a word on ${word === "NOT" ? "its right" : "both sides"}, or "${word}" in quotes to search for it`;
    return new QueryError(
      query,
      operator.at,
      `${word} with nothing ${operator === here ? "before" : "after"} it`,
      remedy,
    );
  }
  if (before?.type === "open" && !here)
    return new QueryError(query, before.at, "a ( that is not closed", "write a group and the closing )");
  if (before?.type === "open") return new QueryError(query, before.at, "empty parentheses", "write words in them");
  return new QueryError(
    query,
    here?.at ?? query.length,
    "a ) that closes nothing",
    "leave it out or write a ( before it",
  );
}
