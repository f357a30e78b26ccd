/** "His widow", "her colleague", "Brack’s lawyer": one whom the article tells to be just that beside the name. */
import type { Span } from "../../document.ts";
import type { Member } from "./cast.ts";
import type { Speaker } from "./referents.ts";
import { resolvePronoun } from "./resolve-pronoun.ts";
import type { Told } from "./roles/told.ts";
import { fromMember, type Scene } from "./scene.ts";

const PRONOUN = /^(his|her|its|their)\s/i;
const SUBJECT: Readonly<Record<string, string>> = { his: "he", her: "she", its: "it", their: "they" };
const NAME = /^(\p{Lu}[\p{L}’'. -]*?)[’']s?\s\p{L}/u;
/** Whose it is, where what is told beside a name says so. */
const TOLD_OWNER = /^(.+?)[’']s?\s|\s(?:of|for|to)\s(.+)$/u;
/** Below this an owner may be another. */
const SURE = 0.7;

interface Owner {
  entity: string;
  confidence: number;
}

function ownerAt(pronoun: string, at: number, scene: Scene): Owner | null {
  const subject = SUBJECT[pronoun.toLowerCase()] ?? "he";
  const { speaker, confidence } = resolvePronoun(subject, [at, at + pronoun.length], null, scene);
  return speaker.entity ? { entity: speaker.entity, confidence } : null;
}

function ownerOf(words: string, at: number, scene: Scene): Owner | null {
  const pronoun = PRONOUN.exec(words)?.[1];
  if (pronoun) return ownerAt(pronoun, at, scene);
  const member = scene.cast.byName(NAME.exec(words)?.[1] ?? "");
  return member ? { entity: member.name, confidence: 1 } : null;
}

/** Whether what is told beside a name can be told of the owner's: nobody else is named as the owner there. */
function isOf(owner: Owner | null, { words, at }: Told, scene: Scene): boolean {
  const pronoun = PRONOUN.exec(words)?.[1];
  if (pronoun) {
    // A name tells more than whom the pronoun is taken for.
    const theirs = owner?.confidence === 1 ? null : ownerAt(pronoun, at, scene);
    return !theirs || !owner || theirs.entity === owner.entity || theirs.confidence < SURE || owner.confidence < SURE;
  }
  const told = TOLD_OWNER.exec(words);
  if (!told) return true;
  const whose = (told[1] ?? told[2] ?? "").toLowerCase();
  return owner?.entity.split(" ").some((part) => part.length > 2 && whose.includes(part.toLowerCase())) ?? false;
}

/** The one person named in the article whom the description at `span`, with its owner, stands for; `null` when there is none or several. */
export function ownedNoun(words: string, noun: string, span: Span, scene: Scene): Speaker | null {
  if (!PRONOUN.test(words) && !NAME.test(words)) return null;
  const word = new RegExp(`\\b${noun.replace(/[^\p{L}\s-]/gu, "")}\\b`, "iu");
  const called = ({ kind, told }: Member): boolean => kind === "person" && told.some((t) => word.test(t.words));
  const candidates = scene.cast.members.filter(called);
  if (candidates.length === 0) return null;
  const owner = ownerOf(words, span[0], scene);
  const fitting = candidates.filter(
    (m) => m.name !== owner?.entity && m.told.some((t) => word.test(t.words) && isOf(owner, t, scene)),
  );
  return fitting.length === 1 ? fromMember(fitting[0] as Member) : null;
}
