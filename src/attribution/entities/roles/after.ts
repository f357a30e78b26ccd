/** The description right behind a name: an apposition, a bracket, the line beneath it. */
import { officeAt } from "./office.ts";
import { RANK, type RoleReader } from "./told.ts";

const REACH = 200;
const WORD = '[^\\s,;:()“”"«»–—\\n]+';
/** ", 46, a retired clockmaker", ", now cantor in Welm", ", owner". */
const APPOSITION = new RegExp(`^,(?: \\d{1,3},)? ((?:${WORD} ){0,22}${WORD})`, "u");
const BRACKET = /^ \(([^()“”"\n]{3,90})\)/u;
/** "Marius Teel¶Headteacher, Quay Street School": a name that ends its line, and the line beneath. */
const BENEATH = /^,?\n{1,2}([^\n.!?:;“”"]{3,90})(?=\n|$)/u;
/** Where the sentence goes on and the description ends. */
const GOES_ON =
  /\s(?:said|says|told|tells|who|which|whose|has|had|have|was|were|is|are|will|would|added|adds|wrote|writes|argued|argues|warned|warns|claimed|claims|denied|insisted|called|calls|asked|asks|announced|described|accused|admitted|replied|put|read|thinks|believes|since|when|while|but|because)\b.*$/u;
const INSERTED = /^the (?:[\p{L}’'-]+ ){1,5}(?:said|says|told|added|adds|argued|claimed|wrote|warned)$/u;
const NO_DESCRIPTION =
  /^(?:and|but|who\s(?!is|was)|which|said|says|told|whose|where|when|as|in|on|at|by|with|from|of|to|for|after|before)\b/i;
/** "a retired clockmaker": an indefinite apposition describes the person, whatever its noun; a time or an act does not. */
const DESCRIBES =
  /^(?:an?|former) (?!(?:day|week|month|year|hour|move|decision|claim|charge|step|few|lot|bit|statement|result|sign|fact|spokes\w+ (?:said|for))\b)/i;

export const after: RoleReader = (text, { span }) => {
  const behind = text.slice(span[1], span[1] + REACH);
  const bracket = BRACKET.exec(behind);
  if (bracket?.[1]) {
    const office = officeAt(bracket[1], span[1] + 2);
    // In a list of speakers a bracket tells what each of them is, or where they are from.
    if (office) return [{ ...office, words: bracket[1] }];
    return /^\p{L}[^\d]*\s/u.test(bracket[1]) ? [{ words: bracket[1], at: span[1] + 2, rank: RANK.affiliation }] : [];
  }
  const line = BENEATH.exec(behind);
  if (line?.[1] && officeAt(line[1], 0)) {
    const office = officeAt(line[1], span[1] + 1);
    return office ? [{ ...office, words: line[1] }] : [];
  }
  const apposition = APPOSITION.exec(behind);
  if (!apposition?.[1]) return [];
  const phrase = apposition[1]
    .replace(/[.!?](?:\s.*)?$/u, "")
    .replace(GOES_ON, "")
    .replace(/^(?:now|then|currently|also) /, "");
  // "Ada Brack, the doctor said, was well": somebody else speaks in between.
  if (INSERTED.test(apposition[1])) return [];
  const at = span[1] + apposition[0].indexOf(phrase);
  if (NO_DESCRIPTION.test(phrase)) return [];
  const office = officeAt(phrase, at);
  if (office) return [office];
  if (!DESCRIBES.test(phrase)) return [];
  // "a woman and former nurse": what anybody is tells nothing.
  const anybody = /^an? (?:\p{L}+ ){0,3}(?:man|woman|boy|girl|person)(?: and (?:an? )?(.+))?$/u.exec(phrase);
  if (anybody && !anybody[1]) return [];
  return [{ words: anybody?.[1] ?? phrase.replace(/^an? /i, ""), at, rank: RANK.activity }];
};
