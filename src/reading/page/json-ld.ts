/** What a page's JSON-LD says of its article. */
import { unescapeEntities } from "./clean.ts";
import type { Dom } from "./dom.ts";
import type { Offer } from "./offer.ts";

type Json = { [key: string]: unknown };

const ARTICLE_TYPE =
  /(?:Article|BlogPosting|Report|Review|Recipe|LiveBlog|Posting|WebPage|VideoObject|PodcastEpisode)$/;
const MOST_JSON = 400_000;

/** Article nodes of all JSON-LD scripts, arrays and @graph opened; broken scripts are skipped. */
export function jsonLd(document: Dom): Json[] {
  const nodes: Json[] = [];
  const walk = (value: unknown, depth: number): void => {
    if (depth > 6 || value === null || typeof value !== "object") return;
    if (Array.isArray(value)) {
      for (const item of value.slice(0, 200)) walk(item, depth + 1);
      return;
    }
    const node = value as Json;
    if (typesOf(node).length > 0) nodes.push(node);
    walk(node["@graph"], depth + 1);
    walk(node.mainEntity, depth + 1);
  };
  for (const script of document.querySelectorAll('script[type*="ld+json"]')) {
    const source = script.textContent ?? "";
    if (source.length > MOST_JSON) continue;
    walk(parseLoose(source), 0);
  }
  const rank = (node: Json): number =>
    typesOf(node).some((t) => /Article$|Posting$|Report/.test(t))
      ? 0
      : typesOf(node).some((t) => ARTICLE_TYPE.test(t))
        ? 1
        : 2;
  return nodes
    .filter((n) => rank(n) < 2 || typesOf(n).some((t) => /Person|Organization/.test(t)))
    .sort((a, b) => rank(a) - rank(b));
}

const typesOf = (node: Json): string[] => [node["@type"]].flat().filter((t): t is string => typeof t === "string");

function parseLoose(source: string): unknown {
  const bare = source
    .replace(
      /^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|\/\/<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\*\]\]>\*\/|\/\/\]\]>|\]\]>)\s*$/g,
      "",
    )
    .trim();
  for (const attempt of [
    bare,
    bare.replace(/[\u0000-\u001f]+/g, " "),
    bare
      .replace(/[\u0000-\u001f]+/g, " ")
      .replace(/,\s*([}\]])/g, "$1")
      .replace(/;\s*$/, ""),
  ]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The next attempt mends what is often broken; a script that stays broken says nothing.
    }
  }
  return null;
}

const text = (value: unknown): string | null => {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return text(value[0]);
  if (value && typeof value === "object")
    return text((value as Json).name ?? (value as Json)["@value"] ?? (value as Json)["@id"]);
  return null;
};

/** Offers what one node says; `all` resolves authors that are named elsewhere by their id. */
export function readJsonLd(node: Json, offer: Offer, all: readonly Json[]): void {
  if (!typesOf(node).some((t) => ARTICLE_TYPE.test(t))) return;
  const strong = typesOf(node).some((t) => /Article$|Posting$|Report|Review|Recipe/.test(t));
  if (strong) offer("title", text(node.headline) ?? text(node.name), "json-ld");
  const people = [node.author ?? node.creator].flat().flatMap((author) => personNames(author, all));
  if (people.length > 0) offer("byline", people.join(", "), "json-ld");
  offer("published", text(node.datePublished) ?? (strong ? text(node.dateCreated) : null), "json-ld");
  offer("modified", text(node.dateModified), "json-ld");
  if (strong) offer("outlet", text((node.publisher as Json | undefined)?.name), "json-ld");
  offer("language", text(node.inLanguage), "json-ld");
}

function personNames(author: unknown, all: readonly Json[]): string[] {
  if (typeof author === "string") return [author];
  if (!author || typeof author !== "object") return [];
  const node = author as Json;
  const id = node["@id"];
  const named = node.name ? node : all.find((n) => n["@id"] === id && n.name);
  if (!named) return [];
  if (typesOf(named).some((t) => /Organization/.test(t)) && !typesOf(named).includes("Person")) return [];
  const name = named.name;
  return [name].flat().filter((n): n is string => typeof n === "string");
}

/** The article body that JSON-LD declares; empty when it does not. */
export function declaredBody(ld: readonly Json[]): string {
  const bodies = ld.map((node) => node.articleBody).filter((body): body is string => typeof body === "string");
  return unescapeEntities((bodies[0] ?? "").replace(/<[^>]{0,300}>/g, " "));
}
