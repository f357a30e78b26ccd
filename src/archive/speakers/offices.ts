/**
 * Offices side by side: can one person have held both? Offices change in the course of a life, so only walks of life that
 * do not lead to each other keep namesakes apart, and what cannot be told is said to be so.
 */
import { FUNCTION } from "../trace/classes.ts";
import { stem } from "../trace/stem.ts";

const stems = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/).map(stem));

/** Words by which an office tells its walk of life. */
const WALKS: Readonly<Record<string, ReadonlySet<string>>> = {
  politics:
    stems(`minister president senator mayor councillor councilman councilwoman governor chancellor premier lawmaker legislator
    congressman congresswoman representative secretary mp mep parliament parliamentary ambassador diplomat envoy politician candidate
    government cabinet treasurer speaker`),
  business:
    stems(`ceo executive chairman chairwoman chair entrepreneur businessman businesswoman banker investor founder owner
    economist analyst consultant trader financier shareholder company bank`),
  law: stems("lawyer attorney prosecutor judge solicitor barrister justice magistrate counsel court"),
  forces: stems(
    "general colonel major admiral soldier commander officer army navy lieutenant sergeant captain marine veteran",
  ),
  research:
    stems(`professor scientist researcher biologist physicist chemist historian economist lecturer scholar climatologist
    geologist hydrologist epidemiologist academic university engineer`),
  health: stems("doctor physician surgeon nurse paramedic psychiatrist midwife consultant hospital"),
  sport:
    stems(`goalkeeper striker midfielder defender footballer coach player athlete swimmer cyclist runner boxer golfer skier
    batsman bowler winger referee jockey sprinter rower sailor`),
  arts: stems(`actor actress singer musician painter author novelist poet composer director playwright dancer sculptor artist
    conductor guitarist drummer pianist comedian photographer`),
  work: stems(`fisherman farmer baker plumber electrician carpenter shopkeeper hairdresser waiter chef butcher gardener bricklayer
    driver teacher headteacher pupil student resident neighbour tourist`),
};
/** Walks that often lead to each other: an office in each says nothing against one person. */
const NEIGHBOURS: readonly (readonly [string, string])[] = [
  ["politics", "business"],
  ["politics", "law"],
  ["politics", "forces"],
  ["politics", "research"],
  ["business", "law"],
  ["business", "research"],
  ["health", "research"],
  ["politics", "health"],
];

/** Words that go with every office. */
const LOOSE =
  stems(`former ex then longtime veteran senior deputy vice acting interim new old current late first second chief head leader
  boss member official manager spokesperson spokesman spokeswoman man woman local national`);
/** A captain, a director, a secretary: of what, their other words tell. */
const MANY = stems("captain director secretary officer speaker major general representative conductor driver counsel");

export interface OfficeFit {
  /** `same`: they share an office or its field; `unclear`: nothing speaks against it, little for it; `apart`: hardly one person. */
  fit: "same" | "unclear" | "apart";
  /** In words a journalist understands. */
  reason: string;
}

interface Office {
  words: ReadonlySet<string>;
  walks: ReadonlySet<string>;
}

/** Offices are read once: an archive tells the same ones over and over. */
const read = new Map<string, Office>();
const MOST_READ = 20_000;

function officeOf(role: string): Office {
  const known = read.get(role);
  if (known) return known;
  const plain = role
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
  const words = new Set((plain.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !FUNCTION.has(word)).map(stem));
  if (read.size >= MOST_READ) read.clear();
  const office = { words, walks: walksOf(words) };
  read.set(role, office);
  return office;
}

function walksOf(words: ReadonlySet<string>): Set<string> {
  const walks = new Set<string>();
  const among = (accept: (word: string) => boolean): void => {
    for (const [walk, known] of Object.entries(WALKS))
      for (const word of words) if (known.has(word) && accept(word)) walks.add(walk);
  };
  among((word) => !MANY.has(word));
  if (walks.size === 0) among(() => true);
  return walks;
}

/** How two offices of one name stand to each other; `null`: no office is told. Symmetric but for the order of words in the reason. */
export function officeFit(a: string | null, b: string | null): OfficeFit {
  if (a === null || b === null) return { fit: "unclear", reason: "the same name; an article tells no office" };
  const { words: x, walks: walksA } = officeOf(a);
  const { words: y, walks: walksB } = officeOf(b);
  const walk = [...walksA].find((name) => walksB.has(name));
  const near = NEIGHBOURS.some(([p, q]) => (walksA.has(p) && walksB.has(q)) || (walksA.has(q) && walksB.has(p)));
  if (walksA.size > 0 && walksB.size > 0 && walk === undefined && !near)
    return { fit: "apart", reason: `${a} and ${b} are hardly one person’s offices` };
  const shared = [...x].filter((word) => y.has(word) && !LOOSE.has(word));
  if (shared.length > 0)
    return {
      fit: "same",
      reason: a === b ? `the same name and office: ${a}` : `the same name, and offices that go together: ${a}, ${b}`,
    };
  if (walk !== undefined)
    return { fit: "unclear", reason: `the same name, and offices of one field that may follow each other: ${a}, ${b}` };
  return { fit: "unclear", reason: `the same name; whether one person is ${a} and ${b} cannot be told from the words` };
}
