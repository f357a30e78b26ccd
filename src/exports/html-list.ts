/** The list of statements beside the article, each with its labels, its words and why it is read so. */
import type { Attribution, Reading } from "../document.ts";
import { kindWords, labelWords, speakerName } from "../views/labels.ts";
import { howItCame } from "../attribution/relay.ts";
import { depths, ownStatements, wordsAt } from "../attribution/statements.ts";
import { summarise } from "../views/summary.ts";
import { whyLines } from "../views/why.ts";
import { escapeHtml } from "./html-text.ts";

/** The list as HTML; `anchored` are the statements that have a place in the text to lead to. */
export function list(reading: Reading, anchored: ReadonlySet<string>): string {
  const own = ownStatements(reading);
  if (own.length === 0)
    return `<p class="sum">No statements of others were found: the article speaks in its own voice.</p>`;
  const depth = depths(own);
  const byId = new Map(own.map((a) => [a.id, a]));
  const items = own.map((a, i) => {
    const parent = a.within ? byId.get(a.within) : undefined;
    return statement(a, i + 1, { reading, depth: depth.get(a.id) ?? 0, parent, linked: anchored.has(a.id) });
  });
  return `<p class="sum">${escapeHtml(summaryWords(reading))}</p>
<ol role="list">
${items.join("\n")}
</ol>`;
}

interface Place {
  reading: Reading;
  depth: number;
  parent: Attribution | undefined;
  linked: boolean;
}

function statement(a: Attribution, n: number, { reading, depth, parent, linked }: Place): string {
  const { text } = reading;
  const speaker = speakerName(a, wordsAt(text, a.source));
  const came = howItCame(a, reading);
  const more = [
    ...(a.kind === "none" ? [] : [kindWords(a.kind)]),
    ...labelWords(a).filter((word) => word !== "hearsay"),
    ...(a.act === "silence" ? [] : [came]),
    ...a.channel.map((span) => `through “${wordsAt(text, [span])}”`),
    ...(a.when ? [a.when.value ?? wordsAt(text, [a.when.span])] : []),
    ...(parent ? [inside(parent, text)] : []),
  ];
  const name = linked
    ? `<a id="s-${a.id}" href="#t-${a.id}" aria-describedby="w-${a.id}">${escapeHtml(speaker)}</a>`
    : `<span id="s-${a.id}">${escapeHtml(speaker)}</span>`;
  const role = a.role && a.role !== a.entity ? `<span class="role">, ${escapeHtml(a.role)}</span>` : "";
  const why = whyLines(a).map(
    ({ about, reason, sure }) => `<li>${escapeHtml(about)}: ${escapeHtml(reason)} <i>(${escapeHtml(sure)})</i></li>`,
  );
  return `<li class="statement ${a.kind} ${came} depth${Math.min(depth, 3)}"><p class="who">${name}${role}</p><p class="how">${escapeHtml(more.join(" · "))}</p><p class="words" id="w-${a.id}">${escapeHtml(wordsAt(text, a.content))}</p><details><summary>Why, and how sure<span class="unseen"> (statement ${n})</span></summary><ul>${why.join("")}</ul></details></li>`;
}

const inside = (parent: Attribution, text: string): string =>
  parent.source.length > 0
    ? `inside what ${speakerName(parent, wordsAt(text, parent.source))} says`
    : "inside a statement without a source";

function summaryWords(reading: Reading): string {
  const s = summarise(reading);
  const many = (n: number, one: string): string => `${n} ${n === 1 ? one : `${one}s`}`;
  const parts = [
    [s.direct, "in direct quotation"],
    [s.hearsay, "hearsay"],
    [s.role + s.anonymous, "by unnamed sources"],
    [s.unsourced, "without a source"],
  ] as const;
  const told = parts.filter(([n]) => n > 0).map(([n, what]) => `${n} ${what}`);
  return `${many(s.statements, "statement")} from ${many(s.sources, "source")}${told.length > 0 ? `: ${told.join(", ")}` : ""}.`;
}
