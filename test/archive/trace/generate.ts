/**
 * An archive with known truth: invented people say invented things, other outlets tell them again, altered in known ways,
 * beside traps: negated and numeric twins, stock phrases, the same words on another occasion, namesakes.
 */
import type { TraceArticle } from "../../../src/archive/trace/types.ts";
import type { Truth } from "../../../tools/trace-score.ts";
import { type Line, newPage, type Page, type Person } from "./page.ts";
import { type Random, random } from "./random.ts";
import { FIRST, LAST, NAMES, OUTLETS, PLACES, ROLES, STOCK, TEMPLATES, type Template } from "./templates.ts";

export interface Archive {
  articles: TraceArticle[];
  truth: Truth;
}

const DAY = 86_400_000;
const START = Date.UTC(2024, 0, 1, 8);
const plainLine: Omit<Line, "content" | "speaker" | "form"> = {
  denied: false,
  cites: null,
  hedged: false,
  live: false,
  channel: null,
  when: null,
};

type Slots = Record<"n" | "y" | "N" | "T", string>;
const fill = (text: string, slots: Slots): string => text.replace(/\{(\w)\}/g, (_, k: keyof Slots) => slots[k]);

/** Each story has one statement and one to five retellings, and some have a trap. */
export function generate(stories: number, seed: number, templates: readonly Template[] = TEMPLATES): Archive {
  const r = random(seed);
  const pages = new Map<string, Page>();
  const truth: Truth = { statements: [], apart: [] };
  const pageFor = (outlet: string, day: number, hour: number, credit: string | null, fresh = ""): Page => {
    const doc = `${outlet.toLowerCase().replace(/\W+/g, "-")}-${day}-${hour}${credit ? `-${credit.toLowerCase().replace(/\W+/g, "-")}` : ""}${fresh}`;
    const page =
      pages.get(doc) ?? newPage(doc, outlet, new Date(START + day * DAY + hour * 3_600_000).toISOString(), credit);
    if (!pages.has(doc))
      page.filler(
        `A quiet day in ${r.pick(PLACES)}, where the ${r.pick(NAMES)} works closed at noon for the ${r.below(90) + 3}rd time.`,
      );
    pages.set(doc, page);
    return page;
  };
  for (let story = 0; story < stories; story++) tell(story, r, templates, pageFor, truth);
  return { articles: [...pages.values()].map((p) => p.finish()), truth };
}

const person = (r: Random): Person => ({
  name: `${r.pick(FIRST)} ${r.pick(LAST)}`,
  role: r.pick(ROLES).replace("{T}", r.pick(PLACES)),
});
const slotsOf = (r: Random): Slots => ({
  n: String(r.below(180) + 12),
  y: String(1990 + r.below(30)),
  N: r.pick(NAMES),
  T: r.pick(PLACES),
});
const other = <T>(r: Random, list: readonly T[], not: T): T => {
  for (;;) {
    const x = r.pick(list);
    if (x !== not) return x;
  }
};

interface Retelling {
  line: Line;
  change: string;
  changes: string[];
}

function tell(
  story: number,
  r: Random,
  templates: readonly Template[],
  pageFor: (outlet: string, day: number, hour: number, credit: string | null, fresh?: string) => Page,
  truth: Truth,
): void {
  const template = r.pick(templates);
  const slots = slotsOf(r);
  const speaker = person(r);
  const direct = r.chance(0.65);
  // Two or three stories a day, however many there are: a larger archive covers more years.
  const day = 5 + Math.floor(story * 0.4);
  const outlet = r.pick(OUTLETS);
  const content = fill(direct ? template.said : template.indirect, slots);
  const first = pageFor(outlet, day, 9, null);
  first.add(
    {
      ...plainLine,
      content,
      speaker,
      form: direct ? "direct" : "indirect",
      channel: r.chance(0.3) ? "reporters" : null,
    },
    r.below(30),
  );
  const telling = (doc: string, what: string, by: string | null): Truth["statements"][number]["tellings"][number] => ({
    doc,
    content: what,
    speaker: by,
    change: "exact",
    changes: [],
    relay: null,
  });
  const tellings = [telling(first.article.doc, content, speaker.name)];
  const used = new Set([first.article.doc]);
  for (let k = 0, n = 1 + r.below(5); k < n; k++) {
    const version = retell(r, template, slots, speaker, direct);
    if (!version) continue;
    const theirs = other(r, OUTLETS, outlet);
    const passed = version.changes.includes("speaker-changed") || r.chance(0.6);
    const credited = passed && (version.line.speaker === null || r.chance(0.4));
    const page = pageFor(theirs, day + r.below(3), 11 + r.below(12), credited ? outlet : null);
    if (used.has(page.article.doc) || page.article.doc === first.article.doc) continue;
    used.add(page.article.doc);
    const cites = passed && !credited ? outlet : null;
    page.add({ ...version.line, cites }, r.below(30));
    const shown = version.line.speaker
      ? version.line.content
      : version.line.content.charAt(0).toUpperCase() + version.line.content.slice(1);
    tellings.push({
      ...telling(page.article.doc, shown, version.line.speaker?.name ?? null),
      change: version.change,
      changes: version.changes,
      relay: passed ? first.article.doc : null,
    });
  }
  if (tellings.length > 1)
    truth.statements.push({
      id: `story-${story}`,
      kind: direct ? "quotation" : "claim",
      speaker: speaker.name,
      first: first.article.doc,
      independent: tellings.filter((t) => t.relay === null).length,
      tellings,
    });
  trap(r, { template, slots, speaker, content, doc: first.article.doc, outlet, day, direct }, pageFor, truth);
}

/** One of the ways in which a sentence changes on its way. */
function retell(r: Random, t: Template, slots: Slots, speaker: Person, direct: boolean): Retelling | null {
  const base = direct ? t.said : t.indirect;
  const form = direct ? "direct" : "indirect";
  const make = (content: string, change: string, changes: string[] = [], more: Partial<Line> = {}): Retelling => ({
    line: { ...plainLine, content, speaker, form, ...more },
    change,
    changes,
  });
  const same = fill(base, slots);
  switch (r.below(14)) {
    case 0:
      return make(same, "exact");
    case 1:
      return make(same.replaceAll("’", "'").replace(" and ", " [as is known] and "), "exact");
    case 2:
      return direct && t.trimmed ? make(fill(t.trimmed, slots), "trimmed") : make(same, "exact");
    case 3:
      return direct
        ? make(fill(t.indirect, slots), t.indirect.toLowerCase() === t.said.toLowerCase() ? "exact" : "reworded", [], {
            form: "indirect",
          })
        : null;
    case 4:
    case 5:
      return make(fill(t.paraphrase, slots), "reworded", [], { form: "indirect" });
    case 6: {
      const slot = base.includes("{n}") ? "n" : base.includes("{y}") ? "y" : null;
      if (!slot) return null;
      const wrong = slot === "n" && r.chance(0.5) ? `${slots.n}0` : String(Number(slots[slot]) + 1 + r.below(9));
      return make(fill(base, { ...slots, [slot]: wrong }), "changed", ["number"]);
    }
    case 7:
      return direct
        ? make(fill(t.negated, slots), "changed", ["negation"])
        : make(same, "changed", ["negation"], { denied: true });
    case 8: {
      const slot = base.includes("{N}") ? "N" : base.includes("{T}") ? "T" : null;
      if (!slot) return null;
      return make(fill(base, { ...slots, [slot]: other(r, slot === "N" ? NAMES : PLACES, slots[slot]) }), "changed", [
        "name",
      ]);
    }
    case 9:
      return direct && t.modal ? make(fill(t.modal, slots), "changed", ["modality"]) : null;
    case 10:
      return direct && t.meaning ? make(fill(t.meaning, slots), "changed", ["meaning"]) : null;
    case 11:
      return make(same, "exact", ["attribution-lost"], { speaker: null, form: "indirect" });
    case 12:
      return direct
        ? make(same, "exact", ["speaker-changed"], { speaker: person(r) })
        : make(same, "exact", ["marks-moved"], { form: "direct" });
    default:
      return make(same.replace(/^(\S+)/, "$1, reportedly,"), "exact", ["hedge-added"]);
  }
}

interface Said {
  template: Template;
  slots: Slots;
  speaker: Person;
  content: string;
  doc: string;
  outlet: string;
  day: number;
  direct: boolean;
}

/** Something nearly the same that is no telling of it. */
function trap(
  r: Random,
  { template, slots, speaker, content, doc, outlet, day, direct }: Said,
  pageFor: (outlet: string, day: number, hour: number, credit: string | null, fresh?: string) => Page,
  truth: Truth,
): void {
  const form = direct ? "direct" : "indirect";
  const apart = (page: Page, other: string, by: Person, why: string): void => {
    truth.apart.push({
      a: { doc, content, speaker: speaker.name },
      b: { doc: page.article.doc, content: other, speaker: by.name },
      why,
    });
  };
  const kind = r.below(7);
  const theirs = other(r, OUTLETS, outlet);
  if (kind === 0) {
    const by = person(r);
    const twin = fill(direct ? template.negated : template.indirect, slots);
    const page = pageFor(theirs, day + r.below(2), 10, null, "-n");
    page.add({ ...plainLine, content: twin, speaker: by, form, denied: !direct }, r.below(30));
    apart(page, twin, by, "negated-twin");
  } else if (kind === 1) {
    const by = person(r);
    const twin = fill(direct ? template.said : template.indirect, {
      ...slots,
      n: String(Number(slots.n) + 7),
      y: String(Number(slots.y) + 3),
      T: other(r, PLACES, slots.T),
    });
    const page = pageFor(theirs, day + r.below(2), 10, null, "-t");
    page.add({ ...plainLine, content: twin, speaker: by, form }, r.below(30));
    apart(page, twin, by, "numeric-twin");
  } else if (kind === 2) {
    const page = pageFor(theirs, day + 9 + r.below(10), 10, null, "-o");
    page.add({ ...plainLine, content, speaker, form, live: r.chance(0.5), channel: "the committee" }, r.below(30));
    apart(page, content, speaker, "other-occasion");
  } else if (kind === 3) {
    const phrase = r.pick(STOCK);
    const by = person(r);
    const page = pageFor(theirs, day, 10, null, "-p");
    page.add({ ...plainLine, content: phrase, speaker: by, form: "direct" }, r.below(30));
    const another = {
      ...person(r),
      name: `${r.pick(FIRST)} ${other(r, LAST, by.name.split(" ")[1] as string)}`,
    };
    const second = pageFor(outlet, day + r.below(2), 12, null, "-p");
    second.add({ ...plainLine, content: phrase, speaker: another, form: "direct" }, r.below(30));
    truth.apart.push({
      a: { doc: page.article.doc, content: phrase, speaker: by.name },
      b: { doc: second.article.doc, content: phrase, speaker: another.name },
      why: "stock-phrase",
    });
  } else if (kind === 4) {
    // The same speaker says the like of another thing on another day.
    const twin = fill(direct ? template.said : template.indirect, {
      ...slots,
      n: String(Number(slots.n) + 11),
      y: String(Number(slots.y) + 4),
      T: other(r, PLACES, slots.T),
      N: other(r, NAMES, slots.N),
    });
    const page = pageFor(theirs, day + 12 + r.below(9), 10, null, "-d");
    page.add({ ...plainLine, content: twin, speaker, form }, r.below(30));
    apart(page, twin, speaker, "numeric-twin");
  }
}
