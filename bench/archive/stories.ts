/**
 * Articles of invented outlets, day by day: stories that one of them has first and others tell again, altered in known
 * ways. They are made one by one, so that memory stays that of a few days however many there are.
 */
import { plainLine, retell, type Slots } from "../../test/archive/trace/generate.ts";
import { newPage, type Page } from "../../test/archive/trace/page.ts";
import { type Random, random } from "../../test/archive/trace/random.ts";
import { HELD, NAMES, PLACES, TEMPLATES, type Template } from "../../test/archive/trace/templates.ts";
import type { TraceArticle } from "../../src/archive/trace/types.ts";
import { OUTLETS, type Voice, voice, word, zipf } from "./words.ts";

/** What is known of one story. */
export interface Story {
  /** The words as its first article has them. */
  content: string;
  direct: boolean;
  speaker: Voice;
  /** The articles that tell it, the first one first. */
  docs: string[];
  outlet: string;
  published: string;
}

export interface Told {
  article: TraceArticle;
  /** Stories that this article had first. */
  stories: Story[];
}

export interface StoriesOptions {
  articles: number;
  /** Attributions of an article, on average. */
  each: number;
  seed: number;
}

const START = Date.UTC(2019, 0, 1);
const DAY = 86_400_000;
const DAYS = 6 * 365;
/** Days on which others take a story up. */
const LATER = 2;
/** Sentences without a source, for each attribution. */
const OWN_VOICE = 0.35;
/** Articles that are another outlet's, word for word. */
const COPIES = 0.03;

/** Nouns of the templates that are exchanged for others, so that a story has words of its own. */
const NOUNS =
  `flats site tenants bridge lorries budget cuts schools nurses doctor ward offer ferry wells fire warehouse heater
  villages council owners harbour tram land relative price photograph crew trains stations jobs looms ministry client safe
  museum painting market children ferries sailors pilot plane`.match(/\S+/g) as string[];
const NOUN = new RegExp(`\\b(?:${NOUNS.join("|")})\\b`, "g");

function variant(template: Template, r: Random): Template {
  const instead = new Map<string, string>();
  const change = (text: string | null): string | null =>
    text?.replace(NOUN, (noun) => {
      const known = instead.get(noun) ?? word(r);
      instead.set(noun, known);
      return known;
    }) ?? null;
  return Object.fromEntries(Object.entries(template).map(([key, text]) => [key, change(text)])) as unknown as Template;
}

interface Open {
  page: Page;
  stories: Story[];
}

/** Articles in order of time, the same ones for the same seed. */
export function* stories({ articles, each, seed }: StoriesOptions): Generator<Told> {
  const r = random(seed);
  const days = Math.max(1, Math.min(DAYS, Math.ceil(articles / 5)));
  let made = 0;
  const opened = (day: number): Open[] => {
    const wanted = Math.round(((day + 1) * articles) / days) - made;
    made += wanted;
    return Array.from({ length: wanted }, (_, i) => open(r, day, i));
  };
  const ahead = Array.from({ length: Math.min(LATER, days) }, (_, day) => opened(day));
  for (let day = 0; day < days; day++) {
    if (day + LATER < days) ahead.push(opened(day + LATER));
    const today = ahead[0] as Open[];
    const count = (): number => today.reduce((n, { page }) => n + page.article.attributions.length, 0);
    while (today.length > 0 && count() < each * today.length) for (let i = 0; i < today.length; i++) tell(r, ahead);
    for (const told of today) yield finish(told);
    ahead.shift();
  }
}

function open(r: Random, day: number, nth: number): Open {
  const outlet = OUTLETS[zipf(r, OUTLETS.length)] as string;
  const published = new Date(START + day * DAY + (6 + r.below(16)) * 3_600_000 + nth * 1000).toISOString();
  const slug = outlet.toLowerCase().replace(/\W+/g, "-");
  const page = newPage(`${slug}-${published.slice(0, 10)}-${nth}`, outlet, published, null);
  page.article.title = `${capital(word(r))} ${word(r)} ${word(r)} in ${r.pick(PLACES)}`;
  page.article.url = `https://${slug}.example/${published.slice(0, 4)}/${page.article.doc}`;
  return { page, stories: [] };
}

function tell(r: Random, ahead: readonly Open[][]): void {
  const first = r.pick(ahead[0] as Open[]);
  const template = variant(r.pick(r.chance(0.7) ? TEMPLATES : HELD), r);
  const slots: Slots = {
    n: String(r.below(980) + 12),
    y: String(1990 + r.below(30)),
    N: r.pick(NAMES),
    T: r.pick(PLACES),
  };
  const speaker = voice(r);
  const direct = r.chance(0.6);
  const content = (direct ? template.said : template.indirect).replace(/\{(\w)\}/g, (_, k: keyof Slots) => slots[k]);
  const channel = r.chance(0.2) ? r.pick(["reporters", "state radio", "the committee"]) : null;
  const hedged = r.chance(0.03);
  first.page.add(
    { ...plainLine, content, speaker, form: direct ? "direct" : "indirect", channel, hedged },
    style(r, speaker),
  );
  ownVoice(r, first.page);
  const { doc, outlet, published } = first.page.article;
  const story: Story = {
    content,
    direct,
    speaker,
    docs: [doc],
    outlet: outlet as string,
    published: published as string,
  };
  const later = ahead.flat().filter(({ page: { article } }) => (article.published ?? "") > story.published);
  for (let k = r.below(6); k > 0 && later.length > 0; k--) {
    const { page } = r.pick(later);
    if (page.article.outlet === outlet || story.docs.includes(page.article.doc)) continue;
    const version = retell(r, template, slots, speaker, direct);
    if (!version) continue;
    page.add({ ...version.line, cites: r.chance(0.2) ? outlet : null }, style(r, version.line.speaker));
    ownVoice(r, page);
    story.docs.push(page.article.doc);
  }
  first.stories.push(story);
}

/** Even where there is no office to be named. */
const style = (r: Random, speaker: { role: string } | null): number => (speaker?.role ? 1 : 2) * r.below(15);

function ownVoice(r: Random, page: Page): void {
  if (!r.chance(OWN_VOICE)) return;
  const [a, b, c, d, e] = Array.from({ length: 5 }, () => word(r));
  page.filler(
    `The ${a} of ${r.pick(PLACES)} had been closed for ${r.below(90) + 2} days when the ${b} and the ${c} met near the ${d} to look at the ${e}.`,
  );
}

const finish = ({ page, stories: first }: Open): Told => ({ article: page.finish(), stories: first });

/** Of a few articles, another outlet's copy. */
export function* withCopies(all: Iterable<Told>, seed: number): Generator<Told> {
  const r = random(seed);
  for (const told of all) {
    yield told;
    if (!r.chance(COPIES)) continue;
    const { article } = told;
    const outlet = OUTLETS[zipf(r, OUTLETS.length)] as string;
    if (outlet === article.outlet) continue;
    const doc = `${article.doc}-copy`;
    const published = new Date(Date.parse(article.published as string) + 7_200_000).toISOString();
    yield {
      article: { ...article, doc, outlet, published, url: `https://copies.example/${doc}` },
      stories: [],
    };
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
