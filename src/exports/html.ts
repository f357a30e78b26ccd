/**
 * One self-contained page: the article as one reads it, with sources, cues and contents marked, who speaks in the margin,
 * and the statements beside it. No script: a link leads from each statement to its words and back.
 */
import type { Attribution, Kind, Reading } from "../document.ts";
import { kindWords, speakerName } from "../views/labels.ts";
import { speakerShares, type Voice, voices } from "../views/share.ts";
import { provenanceLines, provenanceOf } from "../views/provenance.ts";
import { ownStatements, wordsAt } from "../attribution/statements.ts";
import { percent } from "../views/why.ts";
import { list } from "./html-list.ts";
import { type Body, body } from "./html-marks.ts";
import { PAGE_STYLE } from "./html-style.ts";
import { escapeHtml } from "./html-text.ts";

const NOTE = "Read by Hearsay: it tells who says what, not whether it is true.";

/** The page as a string. It holds no script and loads nothing; `note` stands at its foot. */
export function toHtml(reading: Reading, note = NOTE): string {
  const own = ownStatements(reading);
  const article = body(reading, own);
  const title = reading.article.title ?? reading.doc;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)} – who says so</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<a class="skip" href="#statements">Skip to the list of statements</a>
<div class="page">
<main>
<article${language(reading)}>
${head(reading, article, own)}
${article.rest}
</article>
</main>
<aside id="statements" tabindex="-1" aria-labelledby="who-says-so">
<h2 id="who-says-so">Who says so</h2>
${list(reading, article.anchored)}
</aside>
</div>
<footer><p>${escapeHtml(note)}</p></footer>
</body>
</html>
`;
}

/** The language of the article where it is known and not that of the page. */
function language({ article }: Reading): string {
  const tag = article.language;
  return tag && /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(tag) && !/^en\b/i.test(tag) ? ` lang="${tag}"` : "";
}

/** The headline, who published it, where its matter comes from, who speaks how much, and what the marks mean. */
function head(reading: Reading, { headline }: Body, own: readonly Attribution[]): string {
  const { article } = reading;
  const meta = [
    article.outlet,
    article.byline && `by ${article.byline}`,
    article.published?.slice(0, 16).replace("T", " "),
  ].filter((p): p is string => Boolean(p));
  const credits = reading.credits.map(
    (c) =>
      `<li>${escapeHtml([c.person, c.outlet].filter(Boolean).join(", ") || c.text)}${c.title ? `: “${escapeHtml(c.title)}”` : ""}</li>`,
  );
  const chain = provenanceLines(provenanceOf(reading)).map((line) => `<p class="chain">${escapeHtml(line)}</p>`);
  return [
    "<header>",
    `<h1>${headline ?? escapeHtml(article.title ?? reading.doc)}</h1>`,
    meta.length > 0 ? `<p class="meta">${escapeHtml(meta.join(" · "))}</p>` : "",
    credits.length > 0
      ? `<section class="credits" aria-labelledby="credits"><h2 id="credits">Where it comes from</h2><ul>${credits.join("")}</ul></section>`
      : "",
    ...chain,
    own.length > 0 ? ribbon(reading, own) : "",
    own.length > 0 ? LEGEND : "",
    "</header>",
  ]
    .filter((part) => part !== "")
    .join("\n");
}

const MOST_NAMES = 4;

/** Who speaks where, from beginning to end; the line beneath says how much in words. */
function ribbon(reading: Reading, own: readonly Attribution[]): string {
  const all = voices(reading, own);
  if (all.length === 0) return "";
  const name = ({ of }: Voice): string =>
    of ? speakerName(of, wordsAt(reading.text, of.source)) : "the article itself";
  const ranked = speakerShares(all, name);
  const rest = ranked.slice(MOST_NAMES).reduce((sum, [, share]) => sum + share, 0);
  const words = ranked
    .slice(0, MOST_NAMES)
    .map(([who, share]) => `${who} ${percent(share)}`)
    .concat(rest > 0 ? [`others ${percent(rest)}`] : [])
    .map((part) => part.replace(/^No source named/, "nobody named"));
  const pieces = all.map((v) => {
    const width = `style="flex-grow:${v.size}"`;
    return v.of
      ? `<a class="${v.of.kind}" ${width} href="#t-${v.of.id}" tabindex="-1" title="${escapeHtml(name(v))}"></a>`
      : `<span ${width}></span>`;
  });
  return `<div class="ribbon" aria-hidden="true">${pieces.join("")}</div>
<p class="meta">Who speaks, from beginning to end: ${escapeHtml(words.join(", "))}.</p>`;
}

const KINDS: readonly Kind[] = ["person", "organisation", "government", "outlet", "document", "none"];
const chip = (kind: Kind): string =>
  `<li><span class="mark content ${kind} first-hand">${kind === "person" ? "person or group" : kindWords(kind)}</span></li>`;

const LEGEND = `<section class="legend" aria-labelledby="legend"><h2 id="legend">What the marks mean</h2>
<dl>
<dt>Words</dt><dd><ul><li><span class="mark source">who speaks</span></li><li><span class="mark cue">the words of saying</span></li><li><span class="mark content none first-hand">what is said</span></li></ul></dd>
<dt>Line</dt><dd><ul><li><span class="mark content none first-hand">first-hand</span>: nothing in between is named</li><li><span class="mark content none relayed">relayed</span>: through an outlet, a document or another person</li><li><span class="mark content none hearsay">hearsay</span>: nobody vouches for it</li></ul></dd>
<dt>Tint</dt><dd><ul>${KINDS.map(chip).join("")}</ul></dd>
</dl>
<p>Choose a marked passage to see who says it; choose a name in the list to see its words.</p></section>`;
