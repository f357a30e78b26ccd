/** Which blocks of a page are furniture: by the names of their elements, by how much of them is links, by their words. */
import type { FurnitureKind } from "../../document.ts";
import { judgeAlone, judgeLine, type Under } from "../furniture.ts";
import type { RawBlock } from "./blocks.ts";
import { wordKey } from "./word-key.ts";

export interface Judged extends RawBlock {
  furniture: { kind: FurnitureKind; reason: string } | null;
}

const sep = "(?:^|[\\s_-]|(?<=[a-z]))";
const CLASSES: readonly [FurnitureKind, RegExp][] = [
  [
    "teaser",
    new RegExp(
      `${sep}(?:related|recirc\\w*|recommend\\w*|read-?more|more-?(?:from|on|stories|like)|most-?(?:read|popular)|trending|also-?(?:read|like)|see-?also|teaser|outbrain|taboola|promo-?link|story-?links?|further-?reading|inline-?links?|crosslink|linkbox|rich-?link)`,
    ),
  ],
  ["newsletter", /(?:newsletter|sign-?up|subscri(?:be|ption)|mailchimp|email-?capture)/],
  ["sharing", /(?:^|[\s_-])(?:share|sharing|social|sharedaddy|addthis|follow-?us|sociable|post-?share)/],
  ["comments", /(?:^|[\s_-])(?:comments?|disqus|livefyre|respond)(?:[\s_-]|$)/],
  ["cookies", /(?:cookie|consent|gdpr|onetrust|privacy-?(?:notice|banner))/],
  [
    "promo",
    /(?:^|[\s_-])(?:promo|promotion|advert\w*|ad-?(?:slot|container|unit|wrapper|label)|sponsor\w*|donat\w+|membership|paywall|podcast-?promo|app-?download|cta|call-?to-?action)/,
  ],
  [
    "byline",
    /(?:^|[\s_-])(?:byline|author-?(?:bio|info|box|card|name|details)|about-?(?:the-)?author|bio|biography|dateline-?(?:date)|timestamp|publish-?date|post-?meta|entry-?meta|article-?meta|article__meta|posted-?on|tags?-?list|post-?tags|entry-?tags|tag-?cloud|breadcrumbs?|topics?-?list|article-?tags)(?:[\s_-]|$)/,
  ],
  ["credit", /(?:^|[\s_-])(?:credits?|copyright|photo-?credit|image-?credit|img-?credit)(?:[\s_-]|$)/],
];
const CAPTION =
  /(?:^|[\s_-])(?:caption|wp-caption(?:-text)?|figcaption|image-?(?:caption|desc\w*)|photo-?caption|media-?caption|gallery-?caption)/;
/** Openings of lines that lead elsewhere, when much of them is links. */
const POINTS =
  /^(?:read more|also read|read also|see also|related|more|watch|listen|recommended|don['’]t miss|read|click here|explore)\b ?[:–—|]/i;
const SHORT = 140;
/** A line of nothing but a date stands at the head of a page, not in an article. */
const HEAD = 6;
const DATE_ONLY =
  /^(?:\p{L}+day,? )?(?:\p{Lu}\p{L}{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)? \p{Lu}\p{L}{2,8}\.? \d{4})(?:,? (?:at )?\d{1,2}[:.]\d{2}.{0,20})?$/u;
const SENTENCE_END = /[.!?…:;,]["”’')\]]*$/;
const QUOTED = /^["“«„]/;
/** Nothing is set aside by class names when they would take more than this share of the text: they mean something else there. */
const MOST_BY_CLASS = 0.4;

/** When this share of the main text stands in the body that the page declares of itself, the rest is not the article. */
const DECLARED_AGREES = 0.7;
const FEWEST_DECLARED = 600;

/** Sets aside paragraphs that the page's own `articleBody` does not hold, if it agrees with most of the rest. */
function againstDeclared(blocks: readonly Judged[], declared: string): readonly Judged[] {
  const body = wordKey(declared);
  if (body.length < FEWEST_DECLARED) return blocks;
  const main = blocks.map((b) => !b.furniture && b.kind !== "caption");
  const inside = blocks.map((b) => body.includes(wordKey(b.text)));
  const total = blocks.reduce((n, b, i) => n + (main[i] ? b.text.length : 0), 0);
  const agreed = blocks.reduce((n, b, i) => n + (main[i] && inside[i] ? b.text.length : 0), 0);
  if (agreed < DECLARED_AGREES * total) return blocks;
  return blocks.map((b, i) => {
    if (!main[i] || inside[i] || b.kind === "quotation" || /["“”«»]/.test(b.text) || partly(body, b.text)) return b;
    return { ...b, furniture: { kind: "promo" as const, reason: "not in the article body that the page declares" } };
  });
}

/** Some run of eight words stands in the body: the block differs from it in small things only. */
function partly(body: string, text: string): boolean {
  const words = wordKey(text).split(" ");
  for (let i = 0; i + 8 <= words.length; i += 4) if (body.includes(words.slice(i, i + 8).join(" "))) return true;
  return false;
}

/** Judges the blocks in order; `declared` is the article body that the page's JSON-LD holds, or empty. */
export function judgeBlocks(blocks: readonly RawBlock[], declared: string): readonly Judged[] {
  return againstDeclared(judgeAll(blocks), declared);
}

function judgeAll(blocks: readonly RawBlock[]): Judged[] {
  const total = blocks.reduce((n, b) => n + b.text.length, 0);
  const byClass = blocks.map((b) => classOf(b));
  const taken = blocks.reduce((n, b, i) => n + (byClass[i] ? b.text.length : 0), 0);
  const trusted = taken <= MOST_BY_CLASS * total;
  let under: Under = null;
  return blocks.map((block, i) => {
    const kind =
      CAPTION.test(block.classes) && block.kind !== "quotation" && block.text.length < 500
        ? ("caption" as const)
        : block.kind;
    const named = trusted ? byClass[i] : null;
    if (named) return { ...block, kind, furniture: { kind: named, reason: "the page's own markup names it so" } };
    const judged = judgeLine(block.text, under);
    under = judged.under;
    if (block.linked > 0.4 && block.text.length < 500 && POINTS.test(block.text) && !judged.verdict)
      return { ...block, kind, furniture: { kind: "teaser", reason: "points to other articles" } };
    // A heading or link list under "Read more" is a teaser even without a bullet.
    if (
      under === "teaser" &&
      !judged.verdict &&
      (block.linked > 0.8 || (block.kind === "list" && block.linked > 0.5)) &&
      block.text.length < 200
    )
      return { ...block, kind, furniture: { kind: "teaser", reason: "a link under a label for other articles" } };
    if (i < HEAD && DATE_ONLY.test(block.text))
      return { ...block, kind, furniture: { kind: "byline", reason: "tells when the page was published" } };
    if (
      judged.verdict &&
      judged.verdict.from > 0 &&
      block.text.length < 300 &&
      kind === "paragraph" &&
      judged.verdict.kind === "credit"
    )
      return { ...block, kind: "caption" as const, furniture: null };
    if (judged.verdict && judged.verdict.from === 0) return { ...block, kind, furniture: judged.verdict };
    return { ...block, kind, furniture: linkOnly(block) };
  });
}

function classOf(block: RawBlock): FurnitureKind | null {
  if (block.kind === "quotation" || QUOTED.test(block.text)) return null;
  if (/ (?:aside|footer)\b/.test(block.path) && !/ blockquote\b/.test(block.path)) return "promo";
  if (!block.classes) return null;
  for (const [kind, pattern] of CLASSES) if (pattern.test(block.classes)) return kind;
  return null;
}

/** A short block that is nothing but a link, and no sentence, leads elsewhere. */
function linkOnly(block: RawBlock): Judged["furniture"] {
  if (block.linked < 0.9 || block.text.length > SHORT || QUOTED.test(block.text)) return null;
  if (SENTENCE_END.test(block.text) && block.text.length > 60) return null;
  const alone = judgeAlone(block.text);
  return alone ?? { kind: "teaser", reason: "nothing but a link to another page" };
}
