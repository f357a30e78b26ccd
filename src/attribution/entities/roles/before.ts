/** The office right before a name: "Justice Minister Petra Vane", "the harbour board's secretary, Tom Veal". */
import { letterPattern } from "../../../letter-pattern.ts";
import { verbLemma } from "../../lexicon/lemma.ts";
import { officeAt, officeNoun } from "./office.ts";
import { RANK, type RoleReader, type Told } from "./told.ts";

const REACH = 100;
const NO_OFFICE = /^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Prof|Rev)\.?$/i;
/** "Inquiry chairman Lord | Bassing": a form of address stands between. */
const ADDRESS = /(?<=\s)(?:the )?(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Prof|Rev)\.? $/u;
/** The longest run of words before the name that no clause ends. */
const RUN = /(?:(?!\p{N})[^\s,;:.!?()“”"«»…–—|•\n]+[^\S\n]){1,9}$/u;
/** Small words and verbs before which an office does not reach, when no "of" or "for" goes before it. */
const STOP =
  /^(?:and|but|or|nor|by|from|with|in|on|as|that|than|when|while|meanwhile|said|says|say|told|tells|asked|asks|added|adds|is|was|are|were|has|had|have|be|been|who|which|what|if|after|before|because|since|until|over|under|against|about|between|among|including|like|not|also|then|called|named|met|meets|sighed|laughed|replied|wrote|writes|quoted|quotes|quoting|citing|cites|accuses|accused|urges|urged|contradicts?|calls?|according|joined|thanked|praised|criticised|blamed|beat|beats|despite|beside|off|near|behind|outside|inside|alongside|without|within|above|below|across|towards?|into|onto|upon|via|unlike|through|during|whether|why|how|where|here|there|last|next|this|these|those|some|many|most|two|three|former|late|both|either|all|fellow)$/i;
/** Belongs to the office though it stands in the stop list before a noun. */
const KEPT = /^(?:former|late|fellow)$/i;
/** "Its chairwoman, ", "The woman, a student called ". */
const APPOSED =
  /(?:^|[\s(“"«])((?:[^\s,;:.!?()“”"«»…–—|•\n]+\s){0,8}[^\s,;:.!?()“”"«»…–—|•\n]+), (?:(?:the )?(?:Dr|Mr|Mrs|Ms|Prof|Sir|Dame|Rev|Lord|Lady)\.? )?$/u;
const CALLED = /(?:^|[\s,(“"])(an? (?:[\p{L}’'-]+ ){1,5})(?:called|named) $/u;
/** "of the National Forecast Institute", behind the name. */
const PLACE = letterPattern(
  /^ ((?:of|from|at) (?:the )?(?:\p{Lu}|(?=(?:\p{L}+ ){0,2}(?:service|office|company|firm|union|agency|ministry|university|council|institute|club|group|party|police|hospital|school|court|board|association)\b)\p{Ll})[^,;:.()“”"–—\n]{1,60}?)(?=,| (?:\p{Ll}+s|\p{Ll}+ed|said|told|wrote|who|which|is|was|has|had|and \p{Ll}+|in|on|put|did)\b|[.;:\n]|$)/u,
);

export const before: RoleReader = (text, { span, title }) => {
  const from = Math.max(0, span[0] - REACH);
  const lead = text.slice(from, span[0]);
  const place = PLACE.exec(text.slice(span[1], span[1] + 80));
  const found: Told[] = [];
  const add = (phrase: string, at: number): boolean => {
    const told = officeAt(phrase, at);
    if (!told) return false;
    // "Meteorologist Viktor Orn of the Weather Institute": office and house in one.
    if (place && (told.rank === RANK.office || told.rank === RANK.affiliation))
      found.push({ ...told, words: `${told.words} ${place[1]}`, rank: RANK.placed });
    else found.push(told);
    return true;
  };
  // An abbreviated rank ("Det Insp") is known as a title only.
  const addTitle = (words: string, at: number): boolean => {
    if (add(words, at)) return true;
    return found.push({ words, at, rank: RANK.office }) > 0;
  };
  const called = CALLED.exec(lead);
  if (called?.[1]) add(called[1], span[0] - called[0].length + called[0].indexOf(called[1]));
  const reach = RUN.exec(lead.replace(ADDRESS, ""))?.[0];
  // "“It is shut,” bellowed harbourmaster Ida Moss": what follows a quotation is the word of saying.
  const first = reach?.split(" ")[0] ?? "";
  const said = /^\p{Ll}+ed$/u.test(first) && /["”’'] $/.test(lead.slice(0, lead.lastIndexOf(reach ?? "")));
  const run = said ? reach?.slice(first.length + 1) : reach;
  const office = run ? ofOffice(run) : null;
  // "The mediator, retired judge Olof Brant": what stands first is the office in the story.
  const head = office ? lead.slice(0, lead.lastIndexOf(office)) : lead;
  const apposed = APPOSED.exec(head);
  const description = apposed?.[1] ? ofOffice(`${apposed[1]} `) : null;
  if (apposed && description && (!office || /^(?:the|its|his|her|their) /i.test(description)))
    add(description.trimEnd(), from + apposed.index + apposed[0].indexOf(description.trimEnd()));
  if (office) add(office, from + lead.lastIndexOf(office));
  else if (title !== "" && !NO_OFFICE.test(title)) addTitle(title, span[0] - title.length - 1);
  if (found.length === 0 && place) {
    const house = (place[1] as string).replace(/^(?:of|from|at) (?:the )?/, "");
    found.push({ words: house, at: span[1] + 1, rank: RANK.affiliation });
  }
  return found;
};

/** A verb of saying ends what an office can be, unless it is an office by itself ("chair", "judge"). */
const isVerb = (word: string): boolean =>
  /^\p{Ll}/u.test(word) &&
  ![null, word].includes(verbLemma(word)) &&
  officeNoun(word) === null &&
  !/(?:ing|ed)$/.test(word);

/** Whether the noun of office comes last or goes on with "of" or "for": in "the director chastised" a verb is last. */
function endsWithOffice(phrase: string): boolean {
  const noun = officeNoun(phrase);
  if (!noun) return false;
  const lower = phrase.toLowerCase();
  const rest = lower.slice(lower.lastIndexOf(noun) + noun.length);
  return /^(?:$|[’']|-|\s(?:of|for|at|in|to|from|on|with)\s)/.test(rest);
}

/** The words of a run that are the office: back to a small word, over "of" and "for". */
function ofOffice(run: string): string | null {
  const words = run.trimEnd().split(/\s/);
  let from = words.length;
  while (from > 0) {
    const word = words[from - 1] as string;
    if ((STOP.test(word) && !(KEPT.test(word) && from < words.length)) || isVerb(word)) break;
    // "of the union Tom Veal": "of" must have an office before it.
    if (/^(?:of|for|to)$/i.test(word) && from >= 2 && officeAt(words.slice(0, from - 1).join(" "), 0) === null) break;
    // "Ada Brack grilled the chairman": a name before it makes it a verb, "disgraced financier" has none.
    if (/^\p{Ll}+ed$/u.test(word) && /^\p{Lu}/u.test(words[from - 2] ?? "")) break;
    if (!/\p{L}/u.test(word)) break;
    from--;
    if (/^(?:the|an?|his|her|its|their|our|whose)$/i.test(word) && !/^(?:of|for|to|at)$/i.test(words[from - 1] ?? ""))
      break;
  }
  const office = words.slice(from).join(" ");
  return office && endsWithOffice(office) ? `${office} ` : null;
}
