/**
 * Invented statements, each in the versions in which articles tell it. Slots: {n} {m} numbers, {N} a name, {N2} another
 * of its kind, {T} a place. Every version was written by hand from what reporters do to a sentence.
 */
export interface Template {
  /** The speaker's own words. */
  said: string;
  /** Words left out, none added, same sense. */
  trimmed: string | null;
  /** Indirect speech, the same words with tenses and persons moved. */
  indirect: string;
  /** In other words. */
  paraphrase: string;
  /** Turned round by a negation lost or put in. */
  negated: string;
  /** Hardened or softened. */
  modal: string | null;
  /** Another sense, in the speaker's alleged words. */
  meaning: string | null;
}

const row = (...[said, trimmed, indirect, paraphrase, negated, modal, meaning]: (string | null)[]): Template => ({
  said: said as string,
  trimmed: trimmed as string | null,
  indirect: indirect as string,
  paraphrase: paraphrase as string,
  negated: negated as string,
  modal: modal as string | null,
  meaning: meaning as string | null,
});

export const TEMPLATES: readonly Template[] = [
  row(
    "We will build {n} new flats on the old {N} site by next spring, and the first tenants have been chosen",
    "We will build {n} new flats on the old {N} site by next spring",
    "{n} new flats would be built on the old {N} site by next spring",
    "work on {n} flats at the former {N} site would be finished by next spring",
    "We will not build {n} new flats on the old {N} site by next spring, and the first tenants have been chosen",
    "We may build {n} new flats on the old {N} site by next spring, and the first tenants have been chosen",
    "We will demolish {n} new flats on the old {N} site by next spring, and the first tenants have been chosen",
  ),
  row(
    "The bridge at {T} was never tested for lorries heavier than {n} tonnes",
    "The bridge was never tested for lorries heavier than {n} tonnes",
    "the bridge at {T} had never been tested for lorries heavier than {n} tonnes",
    "nobody had ever tested the {T} bridge for lorries of more than {n} tonnes",
    "The bridge at {T} was tested for lorries heavier than {n} tonnes",
    "The bridge at {T} might never have been tested for lorries heavier than {n} tonnes",
    null,
  ),
  row(
    "I would vote for the budget if {N} took the cuts to the schools in {T} out of it",
    null,
    "he would vote for the budget if {N} took the cuts to the schools in {T} out of it",
    "he would back the budget only if {N} removed the cuts to schools in {T}",
    "I would not vote for the budget if {N} took the cuts to the schools in {T} out of it",
    null,
    "I would vote for the budget",
  ),
  row(
    "Our nurses have worked {n} nights without a single doctor on the ward",
    "Our nurses have worked {n} nights without a single doctor",
    "the nurses had worked {n} nights without a single doctor on the ward",
    "for {n} nights the nurses had been on the ward without a doctor",
    "Our nurses have worked {n} nights with a single doctor on the ward",
    "Our nurses must have worked {n} nights without a single doctor on the ward",
    "Our nurses have slept {n} nights without a single doctor on the ward",
  ),
  row(
    "{N} could withdraw its offer for the {T} ferry line within {n} days",
    "{N} could withdraw its offer for the {T} ferry line",
    "{N} could withdraw its offer for the {T} ferry line within {n} days",
    "the offer of {N} for the ferry line at {T} might be withdrawn within {n} days",
    "{N} could not withdraw its offer for the {T} ferry line within {n} days",
    "{N} will withdraw its offer for the {T} ferry line within {n} days",
    "{N} could double its offer for the {T} ferry line within {n} days",
  ),
  row(
    "Nobody at {N} told us that the wells in {T} had been closed since {y}",
    "Nobody told us that the wells in {T} had been closed since {y}",
    "nobody at {N} had told them that the wells in {T} had been closed since {y}",
    "they had not been informed by anybody at {N} of the wells in {T}, closed since {y}",
    "Somebody at {N} told us that the wells in {T} had been closed since {y}",
    null,
    "Nobody at {N} told us that the wells in {T} had been poisoned since {y}",
  ),
  row(
    "The fire in the {N} warehouse was started by a faulty heater on the second floor",
    "The fire in the {N} warehouse was started by a faulty heater",
    "the fire in the {N} warehouse had been started by a faulty heater on the second floor",
    "a defective heater on the second floor had caused the fire at the {N} warehouse",
    "The fire in the {N} warehouse was not started by a faulty heater on the second floor",
    "The fire in the {N} warehouse may have been started by a faulty heater on the second floor",
    "The fire in the {N} warehouse was started by a drunken guard on the second floor",
  ),
  row(
    "About {n} people were still waiting for clean water in the villages above {T}",
    "About {n} people were still waiting for clean water",
    "about {n} people were still waiting for clean water in the villages above {T}",
    "clean water had yet to reach some {n} people in villages above {T}",
    "About {n} people were no longer waiting for clean water in the villages above {T}",
    "About {n} people could still be waiting for clean water in the villages above {T}",
    null,
  ),
  row(
    "I have never met anybody from {N}, and I did not take a crown from them",
    "I have never met anybody from {N}",
    "she had never met anybody from {N} and had not taken a crown from them",
    "she knew nobody at {N} and had not taken a crown from the firm",
    "I have met somebody from {N}, and I did take a crown from them",
    null,
    "I have never trusted anybody from {N}, and I did not take a crown from them",
  ),
  row(
    "The council must pay back {n} million crowns to the owners of the harbour at {T}",
    "The council must pay back {n} million crowns",
    "the council had to pay back {n} million crowns to the owners of the harbour at {T}",
    "the owners of the harbour at {T} must get {n} million crowns back from the council",
    "The council need not pay back {n} million crowns to the owners of the harbour at {T}",
    "The council may pay back {n} million crowns to the owners of the harbour at {T}",
    null,
  ),
  row(
    "The tram from {T} ran over the red light at {n} kilometres an hour",
    null,
    "the tram from {T} had run over the red light at {n} kilometres an hour",
    "the {T} tram had been going at {n} kilometres an hour when it passed the red light",
    "The tram from {T} did not run over the red light at {n} kilometres an hour",
    "The tram from {T} may have run over the red light at {n} kilometres an hour",
    "The tram from {T} stopped at the red light at {n} kilometres an hour",
  ),
  row(
    "{N} sold the land at {T} to a relative of the mayor for a tenth of its price",
    "{N} sold the land at {T} to a relative of the mayor",
    "{N} had sold the land at {T} to a relative of the mayor for a tenth of its price",
    "a relative of the mayor had bought the land at {T} from {N} for a tenth of the price",
    "{N} never sold the land at {T} to a relative of the mayor for a tenth of its price",
    "{N} may have sold the land at {T} to a relative of the mayor for a tenth of its price",
    "{N} sold the land at {T} to a rival of the mayor for a tenth of its price",
  ),
  row(
    "There is not a single photograph that shows the crew of the {N} asleep on watch",
    "There is not a single photograph that shows the crew asleep on watch",
    "there was not a single photograph that showed the crew of the {N} asleep on watch",
    "no photograph existed of the crew of the {N} asleep on watch",
    "There is a single photograph that shows the crew of the {N} asleep on watch",
    null,
    null,
  ),
  row(
    "From Monday the night trains to {T} will stop at {n} stations fewer than today",
    "From Monday the night trains to {T} will stop at {n} stations fewer",
    "the night trains to {T} would stop at {n} stations fewer from Monday",
    "night trains to {T} would call at {n} fewer stations from Monday",
    "From Monday the night trains to {T} will not stop at {n} stations fewer than today",
    "From Monday the night trains to {T} might stop at {n} stations fewer than today",
    "From Monday the night trains to {T} will stop at {n} stations more than today",
  ),
];

/** Written after the rules were, with paraphrases as far from the words as reporters go: never to be tuned on. */
export const HELD: readonly Template[] = [
  row(
    "We lost {n} jobs in {T} because {N} moved its looms abroad, and no one in the ministry lifted a finger",
    "We lost {n} jobs in {T} because {N} moved its looms abroad",
    "{n} jobs in {T} had been lost because {N} moved its looms abroad",
    "the departure of {N} had cost {T} {n} jobs while the ministry looked on",
    "We did not lose {n} jobs in {T} because {N} moved its looms abroad, and no one in the ministry lifted a finger",
    "We may have lost {n} jobs in {T} because {N} moved its looms abroad, and no one in the ministry lifted a finger",
    "We created {n} jobs in {T} because {N} moved its looms abroad, and no one in the ministry lifted a finger",
  ),
  row(
    "My client was asleep at home in {T} on the night when the safe at {N} was opened",
    "My client was asleep at home on the night when the safe at {N} was opened",
    "her client had been asleep at home in {T} on the night when the safe at {N} was opened",
    "the accused was in bed in {T} the night somebody emptied the safe of {N}",
    "My client was not asleep at home in {T} on the night when the safe at {N} was opened",
    "My client might have been asleep at home in {T} on the night when the safe at {N} was opened",
    "My client was drunk at home in {T} on the night when the safe at {N} was opened",
  ),
  row(
    "The museum paid {n},000 crowns for a painting that {N} had bought for a tenth of that at a market in {T}",
    "The museum paid {n},000 crowns for a painting that {N} had bought for a tenth of that",
    "the museum had paid {n},000 crowns for a painting that {N} had bought for a tenth of that at a market in {T}",
    "{N} picked the picture up at a market in {T} for a tenth of the {n},000 crowns that the museum later spent on it",
    "The museum never paid {n},000 crowns for a painting that {N} had bought for a tenth of that at a market in {T}",
    "The museum should have paid {n},000 crowns for a painting that {N} had bought for a tenth of that at a market in {T}",
    "The museum refused {n},000 crowns for a painting that {N} had bought for a tenth of that at a market in {T}",
  ),
  row(
    "Children in {T} breathe air that is {n} times dirtier than the limit allows",
    null,
    "children in {T} breathed air that was {n} times dirtier than the limit allowed",
    "the air that children in {T} breathed exceeded the limit {n} times over",
    "Children in {T} do not breathe air that is {n} times dirtier than the limit allows",
    "Children in {T} could breathe air that is {n} times dirtier than the limit allows",
    "Children in {T} breathe air that is {n} times cleaner than the limit allows",
  ),
  row(
    "If {N} does not pay by Friday, we will lay the ferries up and send {n} sailors home",
    "If {N} does not pay by Friday, we will lay the ferries up",
    "the line would lay the ferries up and send {n} sailors home if {N} did not pay by Friday",
    "the ferries would stop and {n} sailors go home unless {N} paid by Friday",
    "If {N} does not pay by Friday, we will not lay the ferries up or send {n} sailors home",
    "If {N} does not pay by Friday, we may lay the ferries up and send {n} sailors home",
    "we will lay the ferries up and send {n} sailors home",
  ),
  row(
    "The pilot reported a smell of burning {n} minutes before the plane came down near {T}",
    "The pilot reported a smell of burning before the plane came down near {T}",
    "the pilot had reported a smell of burning {n} minutes before the plane came down near {T}",
    "{n} minutes before the crash near {T} the pilot had told the tower of a burning smell",
    "The pilot reported no smell of burning {n} minutes before the plane came down near {T}",
    "The pilot must have reported a smell of burning {n} minutes before the plane came down near {T}",
    "The pilot reported a smell of alcohol {n} minutes before the plane came down near {T}",
  ),
];

/** What many people say. */
export const STOCK: readonly string[] = [
  "Our thoughts are with the families of the victims",
  "We take these allegations very seriously",
  "We will not comment on an ongoing investigation",
  "Enough is enough",
  "This is a great day for the whole region",
];

const HEADS = "Ost Vell Quil Tar Drusk Fen Harn Lor Madd Pell Rind Sor Tav Umber Wex Brand Coll Ell Grim Hass".split(
  " ",
);
const TAILS = "rand mark len beck en wold isch vik ern grove al vane ish ley combe ton gate mere sund by".split(" ");
/** Houses and ships. */
export const NAMES = HEADS.flatMap((head) => TAILS.map((tail) => head + tail));
export const PLACES =
  "Aldermouth Brisk Corve Dunholt Eastfell Farrow Gantry Hollin Ironby Jarrow Kesley Larkhill".split(" ");
export const FIRST =
  "Ada Bram Cora Dario Elin Falk Greta Hugo Ines Jonas Kira Lars Mira Nils Olga Piet Runa Sven Tilda Vera".split(" ");
export const LAST =
  "Abelin Brandt Cordes Dahlke Eskil Frisk Gerlach Holm Iversen Junker Kolbe Lindner Moberg Nyberg Oster Pauli Quist Ravn Stahl Thorsen Ulrich Vinter Wolff Ziegler".split(
    " ",
  );
export const ROLES = [
  "mayor of {T}",
  "chair of the nurses’ union",
  "head of the port authority",
  "minister of transport",
  "professor of law at the University of {T}",
  "chief engineer of the tramways",
  "leader of the opposition",
  "owner of a bakery in {T}",
  "spokesman for the fire brigade",
  "treasurer of the rowing club",
];
export const OUTLETS =
  "Northern Wire,Aldermouth Post,Daily Beacon,Corve Courier,Eastfell Gazette,Harbour Times,Morning Standard,The Weekly Tribune,Radio Farrow,The Ironby Echo".split(
    ",",
  );
