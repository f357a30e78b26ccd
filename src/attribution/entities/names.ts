/** Named mentions of a document: runs of capitalised words, with what they seem to name. */
import type { Document, Kind, Span } from "../../document.ts";
import { letterPattern } from "../../letter-pattern.ts";
import { stretchesOf } from "../../reading/parts.ts";
import { METONYMS } from "../lexicon/metonyms.ts";
import { TITLES } from "../lexicon/titles.ts";
import {
  EPITHETS,
  GOVERNMENTS,
  kindOfNoun,
  ORGANISATION_WORD,
  OUTLET_WORD,
  OUTLETS,
  PLACE_BEFORE,
  PLACE_WORD,
} from "./tables.ts";

export interface Mention {
  /** The name without titles before it. */
  name: string;
  span: Span;
  /** Titles and capitalised office words before the name, as they stand ("Prime Minister"); may be empty. */
  title: string;
  /** Kind by the form of the name; `person` when nothing else speaks. */
  kind: Exclude<Kind, "none" | "group" | "document">;
  /** True when a title, not only the form of the name, says it is a person. */
  titled: boolean;
}

/** A stop belongs to a name after an initial or an abbreviated title only. */
const STOP =
  "(?:(?<=(?<![\\p{L}])(?:\\p{Lu}|Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Capt|Sgt|Rev|Prof|Jr|Sr|Det|Insp|Maj|Adm|Cmdr|Supt))\\.)?";
const PART = `(?:(?:\\p{Lu}\\.){2,}|\\p{Lu}[\\p{L}\\p{M}\\p{N}]*(?:[’'-][\\p{L}\\p{M}\\p{N}]+)*${STOP})`;
/** "Channel 4 News": a figure inside a name; not the day of a month. */
const DIGIT =
  "(?:(?<!\\b(?:January|February|March|April|May|June|July|August|September|October|November|December)) \\p{N}(?= \\p{Lu}\\p{Ll}))?";
const NAME = letterPattern(
  `(?<![\\p{L}\\p{N}’'])(?:(?:Number|No\\.?) 10(?!\\p{N}|[.,:]\\p{N})|(?:al-)?${PART}${DIGIT}(?:(?: |\\u00a0)(?:(?:of|for|de|da|del|della|van|von|der|den|bin|ibn|al|el|la|le|du|&)(?: |\\u00a0)(?:the(?: |\\u00a0))?){0,2}(?:al-)?${PART}){0,7})`,
  "gu",
);
/** Capitalised at the head of a sentence without being a name. */
const COMMON =
  /^(?:The|A|An|In|On|At|By|For|From|To|Of|With|Without|But|And|Or|Nor|So|If|When|While|As|After|Before|Since|Until|During|Under|Over|Last|Next|This|That|These|Those|There|Here|He|She|It|They|We|You|I|His|Her|Its|Their|Our|My|Your|Who|What|Where|Why|How|Which|Whether|Not|No|Yes|Some|Many|Most|Several|Few|All|Both|Each|Every|Another|Other|Others|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Asked|Speaking|According|Although|Though|However|Meanwhile|Earlier|Later|Now|Then|Today|Yesterday|Tomorrow|Once|Only|Even|Still|Also|Just|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Residents|Officials|Police|Critics|Experts|Analysts|Witnesses|Sources|People|Read|Image|Photo|Hundreds|Thousands|Dozens|More|Less|Such|Because|Despite|Among|Between|Against|About|Around|Through|Within|Out|Up|Down|Off|Do|Does|Did|Is|Are|Was|Were|Has|Have|Had|Will|Would|Could|Should|Can|May|Might|Must|Let|Please|Well|Oh|Outside|Inside|Neither|Either|Above|Below|Behind|Beside|Beyond|Near|Nearby|Elsewhere|Everybody|Nobody|Somebody|Everyone|Someone|Anyone|Nothing|Everything|Something|Perhaps|Maybe|Instead|Indeed|Yet|Unlike|Like|Upon|Amid|Ahead|Shortly|Minutes|Hours|Days|Weeks|Months|Years|Half|Sometimes|Never|Always|Often|Soon|Christmas|Easter|Ramadan)$/;

/** Days that return are nobody: "since New Year", "before Good Friday". */
const FEAST =
  /^(?:New Year(?:[’']s)?(?: Eve| Day)?|(?:Christmas|Easter|Boxing|Labou?r|Thanksgiving|Independence|Armistice|Remembrance|Mother[’']s|Father[’']s|Valentine[’']s)(?: Eve| Day| Sunday| Monday| Week)|Good Friday|Holy Week|Palm Sunday|Ash Wednesday|Eid(?: al-Fitr| al-Adha)?|Yom Kippur|Rosh Hashanah|Lunar New Year|Diwali|Hanukkah|Passover|Whitsun|Pentecost)$/;

/** Named mentions in order of the text. */
export function findMentions(doc: Document): Mention[] {
  const starts = new Set(stretchesOf(doc).map(([s]) => s));
  const found: Mention[] = [];
  // A word that the article also writes small is no name when it merely begins a sentence.
  const small = new Set(doc.text.match(/(?<![\p{L}])\p{Ll}[\p{L}-]{2,}/gu) ?? []);
  for (const match of doc.text.matchAll(NAME)) {
    const atStart =
      starts.has(match.index) || /[.!?:“"‘«(\n]\s*$/u.test(doc.text.slice(Math.max(0, match.index - 3), match.index));
    // "Kestria’s Defence Minister": the owner is named too.
    const owner = /^[^’']+(?=[’']s [\p{Lu}])/u.exec(match[0])?.[0];
    const owning = owner ? trimName(owner, match.index, atStart, small) : null;
    if (owning && !owning.titled) found.push(owning);
    const whole = match[0] + restOfBody(doc.text, match.index + match[0].length, match[0]);
    const mention = trimName(whole, match.index, atStart, small);
    if (mention) found.push(mention, ...houseOf(mention, doc.text, match.index + whole.length));
  }
  found.push(...shortOutlets(doc.text, found));
  found.sort((a, b) => a.span[0] - b.span[0]);
  const surnames = new Set(found.filter((m) => m.titled).map(({ name }) => name.split(" ").at(-1)));
  for (const [i, mention] of found.entries()) if (!mention.titled) found[i] = withoutState(mention, surnames);
  // A single word that opens a quotation ("Shame on you") names somebody only if it stands elsewhere as well.
  const parts = new Map<string, number>();
  for (const { name } of found) for (const word of name.split(" ")) parts.set(word, (parts.get(word) ?? 0) + 1);
  const families = new Set(found.filter(({ name }) => name.includes(" ")).map(({ name }) => name.split(" ").at(-1)));
  return found.filter(
    ({ name, span, title, kind }) =>
      title ||
      name.includes(" ") ||
      (((parts.get(name) ?? 0) > 1 || !/["“'‘«]/.test(doc.text[span[0] - 1] ?? "")) &&
        (kind !== "person" || families.has(name) || !EPITHETS.has(name.toLowerCase())) &&
        !NUMBERED.test(doc.text.slice(span[1], span[1] + 3))),
  );
}

/** "Ward 9", "Gate 6": a number behind a word makes it that of a thing. */
const NUMBERED = /^ \p{N}/u;

/** "Dr Ada Brack of Lowen University": the house behind the person is named too. */
function houseOf({ kind, span: [, end] }: Mention, text: string, stop: number): Mention[] {
  const joint = /^ (?:of|for) (?:the )?(?=\p{Lu})/u.exec(kind === "person" ? text.slice(end, stop) : "");
  if (!joint) return [];
  const at = end + joint[0].length;
  const house = trimName(text.slice(at, stop), at, false, new Set());
  return house && house.kind !== "person" ? [house] : [];
}

/** "The Post says", where the Lowen Post is named: a news medium by the last word of its name, which may be a common noun. */
function shortOutlets(text: string, found: readonly Mention[]): Mention[] {
  const last = new Set(
    found
      .filter(({ name, kind }) => kind === "outlet" && name.includes(" "))
      .map(({ name }) => name.split(" ").at(-1) as string)
      .filter((word) => kindOfNoun.has(word.toLowerCase())),
  );
  return [...last].flatMap((name) =>
    [...text.matchAll(new RegExp(`(?<=\\b[Tt]he )${name}(?![\\p{L}\\p{N}-]| \\p{Lu})`, "gu"))].map(
      ({ index }): Mention => ({ name, span: [index, index + name.length], title: "", kind: "outlet", titled: false }),
    ),
  );
}

/** A name may go on so far behind what looked like all of it. */
const REST = 60;
const AND_MORE = /^ and (?:\p{Lu}[\p{L}’'-]* ?){1,3}(?= ?\((\p{Lu}{2,8})\))/u;
/** "Gannet.com": a site is named by its address. */
const DOMAIN = /^\.(?:com|org|net|info|co\.uk)(?![\p{L}\p{N}]|\.\p{L})/u;
const POSSESSED = /^[’'] (\p{Lu}\p{Ll}+)(?!\p{L})/u;

/** "The Renewal party" is so called, the small letter notwithstanding. */
const PARTY = /^ party(?![\p{L}-])/u;

/** "Union of Rowers and Anglers (URA)", "the Geographers’ Society": what belongs to the name of a body behind its first part. */
function restOfBody(text: string, end: number, name: string): string {
  const behind = text.slice(end, end + REST);
  const more = AND_MORE.exec(behind);
  const letters = `${name.replace(/^The /, "")}${more?.[0] ?? ""}`.match(/\p{Lu}/gu) ?? [];
  const inOrder = (list: Iterable<string>): string => [...list].sort().join("");
  if (more && inOrder(more[1] as string) === inOrder(letters)) return more[0].trimEnd();
  const domain = name.includes(" ") ? null : DOMAIN.exec(behind);
  if (domain) return domain[0];
  if (PARTY.test(behind) && (name.startsWith("The ") || text.slice(0, end).endsWith(`the ${name}`))) return " party";
  const owned = name.endsWith("s") && !name.includes(" ") ? POSSESSED.exec(behind) : null;
  return owned && ORGANISATION_WORD.has((owned[1] as string).toLowerCase()) ? owned[0] : "";
}

/** "Ambassador to the United States Ada Brack", where "Ambassador Brack" stands too: the state is not of her name. */
function withoutState(mention: Mention, surnames: ReadonlySet<string | undefined>): Mention {
  const words = mention.name.split(" ");
  if (words.length < 3 || !surnames.has(words.at(-1))) return mention;
  const state = [2, 1].find((n) => GOVERNMENTS.has(words.slice(0, n).join(" ").toLowerCase()));
  if (state === undefined || words.length - state < 2) return mention;
  const name = words.slice(state).join(" ");
  return { ...mention, name, span: [mention.span[1] - name.length, mention.span[1]], kind: "person" };
}

/** "Villagers", "Islanders": people by where they live or what they do, not by name. */
const PEOPLE = /^\p{Lu}\p{Ll}{2,}(?:ers|ors|ians|ists|ents|men)$/u;
/** "I’m", "Don't": no names. */
const CONTRACTION =
  /^(?:i|it|he|she|we|you|they|that|there|who|what|let|don|won|can|isn|wasn|didn|couldn|wouldn|doesn|aren|haven|hasn)[’'](?:m|d|s|re|ve|ll|t)$/i;
/** Letters after a name that are not of it ("KC", "MP"). */
const AFTER_NAME = /^(?:KC|QC|MP|MBE|OBE|CBE|PhD|MD|Jr\.?|Sr\.?)$/;

/** "Prime Minister", "Foreign Secretary" without a name behind it. */
const OFFICE_ALONE =
  /^(?:\p{Lu}[\p{L}-]+ ){1,3}(?:Minister|Secretary|President|Chancellor|Ambassador|Commissioner|Spokes(?:man|woman|person)|Director|Chairman|Chairwoman|Governor|Councillor|Senator|Prosecutor|Attorney General|General)$/u;

const FORM_OF_ADDRESS = /^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame)\.?$/;

/** Names that the tables know, whatever their words look like: "Italy", "Reuters", "The Economist"; without the article. */
function knownName(raw: string, at: number): Mention | null {
  const full = raw.replace(/[’']s$/u, "");
  const lower = full.toLowerCase();
  const article = lower.startsWith("the ") ? 4 : 0;
  const bare = lower.slice(article);
  const is = (names: { has(name: string): boolean }): boolean => names.has(lower) || names.has(bare);
  const kind = is(GOVERNMENTS) || is(METONYMS) ? "government" : is(OUTLETS) ? "outlet" : null;
  if (!kind || /^\p{Ll}/u.test(full)) return null;
  const name = full.slice(article);
  return { name, span: [at + article, at + full.length], title: "", kind, titled: false };
}

/** "Head of the Harbour Council Ada Brack": where the person’s name begins; 0 where none stands behind a body. */
function personBehindBody(words: readonly string[]): number {
  if (words[1] !== "of") return 0;
  const body = words.findLastIndex((w, i) => i < words.length - 2 && ORGANISATION_WORD.has(w.toLowerCase()));
  return body > 2 ? body + 1 : 0;
}

function trimName(raw: string, at: number, atStart: boolean, small: ReadonlySet<string>): Mention | null {
  const known = knownName(raw, at);
  if (known) return known;
  let words = raw.replace(/[’']s$/u, "").split(/[ \u00a0]/);
  let start = at;
  const shift = (): void => {
    start += (words[0] as string).length + 1;
    words = words.slice(1);
  };
  while (words.length > 0 && (COMMON.test(words[0] as string) || /^\p{Ll}/u.test(words[0] as string))) shift();
  // "Critics of Scientology", "Lawyers for Sterz": a description, and the name in it.
  while (
    words.length > 2 &&
    /^(?:of|for)$/.test(words[1] as string) &&
    /^(?:person|group|document)$/.test(kindOfNoun.get((words[0] as string).toLowerCase()) ?? "") &&
    !TITLES.has((words[0] as string).toLowerCase()) &&
    !personBehindBody(words)
  ) {
    shift();
    shift();
    if (words[0] === "the") shift();
  }
  if (words.length === 0 || FEAST.test(words.join(" "))) return null;
  // A possessive inside the run ("Russia's Defence Minister") ends one name and begins another.
  const owner = words.findIndex((w) => /[’']s$/u.test(w));
  if (owner >= 0 && owner < words.length - 1 && !/[’']s$/u.test(raw)) {
    for (let i = 0; i <= owner; i++) shift();
  }
  const title: string[] = [];
  const take = (count: number): void => {
    for (let i = 0; i < count; i++) {
      title.push(words[0] as string);
      shift();
    }
  };
  const isOffice = (word: string | undefined): boolean => {
    const lower = (word ?? "").toLowerCase().replace(/\.$/, "");
    return TITLES.has(lower) || kindOfNoun.get(lower) === "person";
  };
  // "Dr Ada Brack of Lowen University": a form of address says at once that a person follows.
  while (words.length > 1 && FORM_OF_ADDRESS.test(words[0] as string)) take(1);
  // "Head of the Harbour Council Ada Brack": the office with its body, then the name.
  const body = personBehindBody(words);
  if (isOffice(words[0]) && body) take(body);
  // "Minister of Education Stefania Giannini": the office with its field, then the name.
  if (isOffice(words[0]) && words[1] === "of" && words.length >= 5) take(3);
  // "Meteorologist Petra Vane of the Weather Institute": the body comes behind the person.
  const heads = isOffice(words[0]) && words.indexOf("of") > 2;
  if (heads || !ORGANISATION_WORD.has((words.at(-1) as string).toLowerCase())) {
    let office = -1;
    for (let i = 0; i < words.length - 1; i++)
      if (isOffice(words[i]) && !/^(?:of|for)$/.test(words[i + 1] as string)) office = i;
    const of = words.indexOf("of");
    if (office >= 0 && (of < 0 || office < of)) take(office + 1);
  }
  // "Mina Dacosta of Orbis Securities": a person and the house she speaks for.
  const of = words.findIndex((w) => /^(?:of|for)$/.test(w));
  if (
    of >= 1 &&
    (of >= 2 || title.length > 0) &&
    !words.slice(0, of).some((w) => ORGANISATION_WORD.has(w.toLowerCase()) || OUTLET_WORD.has(w.toLowerCase()))
  )
    words = words.slice(0, of);
  while (
    words.length > 1 &&
    (AFTER_NAME.test(words.at(-1) as string) || /^(?:of|for|the|&|de|al|la)$/.test(words.at(-1) as string))
  )
    words.pop();
  if (words.length === 0) return null;
  if (words.some((w) => CONTRACTION.test(w))) return null;
  const full = words.join(" ");
  const name = full.replace(/(?<=\p{L}{3})\.$/u, "");
  if (name.length < 2 && name !== "I") return null;
  if (
    words.length === 1 &&
    (isOffice(name) ||
      kindOfNoun.has(name.toLowerCase()) ||
      (atStart && title.length === 0 && (small.has(name.toLowerCase()) || PEOPLE.test(name))) ||
      (atStart && title.length === 0 && /^(?:\p{Lu}\p{Ll}+(?:ing|ed|ly))$/u.test(name)))
  )
    return null;
  if (title.length === 0 && OFFICE_ALONE.test(name)) return null;
  const kind = kindOfName(name, title.length > 0);
  return { name, span: [start, start + name.length], title: title.join(" "), kind, titled: title.length > 0 };
}

/** Kind of a name by its form. */
export function kindOfName(name: string, titled: boolean): Mention["kind"] {
  const lower = name.toLowerCase().replace(/^the /, "");
  if (titled) return "person";
  if (GOVERNMENTS.has(lower) || METONYMS.has(lower)) return "government";
  if (OUTLETS.has(lower)) return "outlet";
  const words = lower.split(" ").map((w) => w.replace(/[.,]/g, ""));
  const last = words.at(-1) ?? "";
  if (/\bgovernment$/.test(lower)) return "government";
  if (words.length > 1 && words.includes("news")) return "outlet";
  if (words.length > 1 && (OUTLET_WORD.has(last) || OUTLET_WORD.has(words[0] ?? "")) && !ORGANISATION_WORD.has(last))
    return "outlet";
  if (words.length === 1 && OUTLET_WORD.has(last) && /^\p{Lu}/u.test(name)) return "outlet";
  if (words.some((w) => ORGANISATION_WORD.has(w)) || words.includes("of")) return "organisation";
  if (/^\p{Lu}{2,6}$/u.test(name)) return "organisation";
  // A cape or a street is nobody: as a body it is at least no “he” or “she”.
  if (words.length > 1 && (PLACE_WORD.has(last) || PLACE_BEFORE.has(words[0] ?? ""))) return "organisation";
  return "person";
}
