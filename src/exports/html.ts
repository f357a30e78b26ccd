/** One self-contained page: the article as one reads it, with sources, cues and contents marked, and the statements beside it. */
import type { Attribution, Reading, Span } from "../document.ts";
import { labelWords, speakerName } from "../views/labels.ts";
import { ownStatements, summarise, wordsAt } from "../views/summary.ts";
import { PAGE_STYLE } from "./html-style.ts";
import { depths, harmless } from "./terminal.ts";

/** Article text as HTML text: nothing in it can become markup, and marks that turn or hide text are shown. */
export const escapeHtml = (text: string): string =>
  harmless(text).replace(/[&<>"']/g, (ch) => `&#${ch.charCodeAt(0)};`);

type Role = "source" | "cue" | "content";

interface Cut {
  role: Role;
  span: Span;
  a: Attribution;
}

const TAG: Readonly<Record<Reading["blocks"][number]["kind"], string>> = {
  headline: "h1",
  paragraph: "p",
  heading: "h2",
  list: "p",
  quotation: "blockquote",
  caption: "p",
};

/** The page as a string. It holds no script and loads nothing. */
export function toHtml(reading: Reading): string {
  const own = ownStatements(reading);
  const title = reading.article.title ?? reading.doc;
  const depth = depths(own);
  const cuts = own
    .flatMap((a): Cut[] =>
      (["content", "source", "cue"] as const).flatMap((role) => a[role].map((span) => ({ role, span, a }))),
    )
    .sort((x, y) => x.span[0] - y.span[0]);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)} – who says so</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<a class="skip" href="#statements">Skip to the list of statements</a>
<main>
<article aria-label="The article">
${head(reading)}
${body(reading, cuts)}
</article>
<aside id="statements" aria-label="Statements">
<h2>Who says so</h2>
<p class="sum">${escapeHtml(summaryWords(reading))}</p>
<ol>
${own.map((a) => statement(a, reading, depth.get(a.id) ?? 0)).join("\n")}
</ol>
</aside>
</main>
</body>
</html>
`;
}

function head(reading: Reading): string {
  const { article } = reading;
  const parts = [
    article.outlet,
    article.byline && `by ${article.byline}`,
    article.published?.slice(0, 16).replace("T", " "),
  ].filter((p): p is string => Boolean(p));
  const title = reading.blocks.some((b) => b.kind === "headline")
    ? ""
    : `<h1>${escapeHtml(article.title ?? reading.doc)}</h1>`;
  const credits = reading.credits.map(
    (c) =>
      `<li>${escapeHtml([c.person, c.outlet].filter(Boolean).join(", ") || c.text)}${c.title ? `: “${escapeHtml(c.title)}”` : ""}</li>`,
  );
  return `${title}<p class="meta">${escapeHtml(parts.join(" · "))}</p>${credits.length > 0 ? `<section class="credits"><h2>Where it comes from</h2><ul>${credits.join("")}</ul></section>` : ""}`;
}

function body(reading: Reading, cuts: readonly Cut[]): string {
  const parts = [
    ...reading.blocks.map((b) => ({ span: b.span, tag: TAG[b.kind], kind: b.kind as string, aside: false })),
    ...reading.furniture.map((f) => ({ span: f.span, tag: "p", kind: f.kind as string, aside: true })),
  ].sort((a, b) => a.span[0] - b.span[0]);
  const anchored = new Set<string>();
  let next = 0;
  const active: Cut[] = [];
  return parts
    .map(({ span, tag, kind, aside }) => {
      while (next < cuts.length && (cuts[next] as Cut).span[0] < span[1]) active.push(cuts[next++] as Cut);
      const here = active.filter((c) => c.span[1] > span[0]);
      active.splice(0, active.length, ...here);
      if (aside)
        return `<details class="furniture"><summary>${escapeHtml(kind)}</summary><p>${escapeHtml(reading.text.slice(...span))}</p></details>`;
      return `<${tag} class="${kind}">${segments(reading.text, span, here, anchored)}</${tag}>`;
    })
    .join("\n");
}

/** The block cut at every edge of a marked span, so that overlapping marks nest nowhere. */
function segments(text: string, [start, end]: Span, cuts: readonly Cut[], anchored: Set<string>): string {
  const edges = new Set([start, end]);
  for (const { span } of cuts) for (const edge of span) if (edge > start && edge < end) edges.add(edge);
  const sorted = [...edges].sort((a, b) => a - b);
  let out = "";
  for (let i = 0; i + 1 < sorted.length; i++) {
    const [from, to] = [sorted[i] as number, sorted[i + 1] as number];
    const covering = cuts.filter((c) => c.span[0] <= from && c.span[1] >= to);
    const words = escapeHtml(text.slice(from, to));
    if (covering.length === 0) {
      out += words;
      continue;
    }
    const innermost = covering.reduce((a, b) => (b.span[1] - b.span[0] <= a.span[1] - a.span[0] ? b : a));
    const roles = [...new Set(covering.map((c) => c.role))];
    const { a } = innermost;
    const how = a.framing === "hearsay" ? "hearsay" : a.channel.length > 0 || a.within ? "relayed" : "first-hand";
    const anchor = covering.find((c) => !anchored.has(c.a.id));
    let id = "";
    if (anchor) {
      anchored.add(anchor.a.id);
      id = ` id="t-${anchor.a.id}"`;
    }
    const target = (anchor ?? innermost).a.id;
    out += `<a class="mark ${roles.join(" ")} ${a.kind} ${how}"${id} href="#s-${target}" title="${escapeHtml(speakerName(innermost.a, ""))}"${anchor ? "" : ' tabindex="-1"'}>${words}</a>`;
  }
  return out;
}

function statement(a: Attribution, reading: Reading, depth: number): string {
  const speaker = speakerName(a, wordsAt(reading.text, a.source));
  const more = [
    ...labelWords(a),
    ...(a.channel.length > 0 ? [`via ${wordsAt(reading.text, a.channel)}`] : []),
    ...(a.when ? [a.when.value ?? wordsAt(reading.text, [a.when.span])] : []),
  ];
  const why = Object.entries(a.why).map(
    ([field, w]) => `<li>${escapeHtml(`${field}: ${w.reason} (${Math.round(w.confidence * 100)} %)`)}</li>`,
  );
  return `<li id="s-${a.id}" class="statement ${a.kind} depth${Math.min(depth, 3)}"><p class="who"><a href="#t-${a.id}">${escapeHtml(speaker)}</a>${a.role && a.role !== a.entity ? `<span class="role">, ${escapeHtml(a.role)}</span>` : ""}</p><p class="how">${escapeHtml(more.join(" · "))}</p><p class="words">${escapeHtml(wordsAt(reading.text, a.content))}</p><details><summary>Why</summary><ul>${why.join("")}</ul></details></li>`;
}

function summaryWords(reading: Reading): string {
  const s = summarise(reading);
  return `${s.statements} statements from ${s.sources} sources: ${s.direct} in direct quotation, ${s.hearsay} hearsay, ${s.role + s.anonymous} by unnamed sources, ${s.unsourced} without a source.`;
}
