/** Classes of English words that the comparison of contents needs; lower case, straight apostrophes. */

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/[\s,]+/));

export const PRONOUNS = set(`i me my we us our ours you your he him his she her hers it its they them their theirs
  myself ourselves himself herself itself themselves this these those who whom whose which what`);

/** Nouns that may stand where another telling has the name ("the company" for "Brennock"). */
export const STAND_INS = set(`company firm group union ministry government agency department club party bank council
  office team army police force court university hospital school city town country state island region region's side
  minister president mayor chief director chairman chairwoman spokesman spokeswoman spokesperson man woman people`);

/** Words without a content of their own. Negators, modals and hedges are counted apart. */
export const FUNCTION = new Set([
  ...PRONOUNS,
  ...set(`a an the and or but nor so yet if unless that than then as at by for from in into of off on onto out over to
  under up down upon with within about above across after against along among around before behind below between
  during since through until toward towards per via is are was were be been being am has have had having do does did
  doing done will would shall there here some any each every all both such own very just also too even still already
  again only more most much many other another while when where why how because though although whether like quite
  rather well now ever get got let's whoever whatever somebody someone something anybody anyone anything everybody
  everyone everything ought may might could can must should whose yes oh mr mrs ms dr sir time times point part
  percent let make made as_long so_long`),
]);
/** Light words that count as content after all. */
for (const word of set("part make made let times")) FUNCTION.delete(word);

export const NEGATORS = set(`not no never nobody none nothing neither nor nowhere without hardly scarcely unless fail
  unable refuse lack deny false untrue impossible`);
export const NEGATOR_PHRASES = set("no_one");

export const POSSIBLE = set(
  "may might could can perhaps possibly maybe possible possibly likely probably able unable consider potentially",
);
export const NEEDED = set("must should ought need needs needed have_to has_to had_to");
/** Words by which the writer keeps away from what is told. */
export const HEDGES = set("reportedly allegedly supposedly purportedly apparently seemingly ostensibly");
/** What hangs on these words changes the sense when it is cut off. */
export const CONDITIONS = set(
  "if unless provided providing assuming as_long so_long except only but until without although though unlikely almost nearly",
);

/** Calendar words: a swap among them is a changed number. */
export const CALENDAR = set(`january february march april may_month june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday`);

/** Words that say the same in news prose, by their stems as `stem()` makes them; the first stands for all. */
export const SYNONYMS = `must have_to has_to had_to; know aware; noon midday; somebody someone; nobody no_one; everybody everyone; anybody anyone;
  big large huge; begin start; end finish; buy purchase acquire; car vehicle; kill slay; help aid assist; job post;
  child kid; show demonstrate; get obtain receive; need require; stop halt; attempt try; build construct;
  choose select pick; error mistake; enough sufficient; fast quick rapid; ill sick; injury wound; hurt injure wound;
  money fund; near close; often frequent; pay fund; plan scheme; rich wealthy; sure certain; talk speak; think believe;
  total overall; wrong incorrect; year annum; shut close; damage harm; house home; doctor physician; cut reduce slash;
  raise increase lift; worker employee staff; boat vessel ship; fire blaze; film movie; law legislation; police officer;
  inquiry investigation probe; allow permit let; ban prohibit forbid; answer reply respond; replace substitute;
  repair fix mend; protect safeguard; reach enter arrive; danger risk; leave depart; happen occur; quit resign;
  fall drop decline; rise climb grow; delay postpone; check inspect examine; ensure guarantee; main chief; fault flaw defect;
  announce declare; hide conceal; discuss debate; deal agreement; company firm; street road; town city; rule regulation`;

/** Pairs that turn the sense round, by base form. */
export const ANTONYMS = `rise fall; increase decrease; raise cut; more less; more fewer; open close; open shut;
  before after; support oppose; approve reject; accept reject; legal illegal; guilty innocent; above below; high low;
  first last; true false; always never; allow ban; start stop; begin end; safe dangerous; up down;
  gain loss; profit loss; all some; all most; all few; every some; always sometimes; many few; better worse; good bad;
  strong weak; early late; hire fire; increase reduce; agree refuse; success failure; succeed fail;
  friend enemy; clean dirty; full empty; fast slow; public secret; over under;
  welcome condemn; praise criticise; keep drop; build destroy; minimum maximum; inside outside; north south; east west`;

/** Past and participle forms beyond those of the cue lexicon: `base past participle`. */
export const MORE_IRREGULAR = `become became become; break broke broken; bring brought brought; build built built;
  buy bought bought; catch caught caught; choose chose chosen; cost cost cost; cut cut cut; deal dealt dealt;
  draw drew drawn; drive drove driven; eat ate eaten; fall fell fallen; fight fought fought; flee fled fled;
  fly flew flown; forget forgot forgotten; freeze froze frozen; grow grew grown; hang hung hung; hide hid hidden;
  hurt hurt hurt; lead led led; leave left left; lend lent lent; lose lost lost; meet met met; pay paid paid;
  ride rode ridden; ring rang rung; rise rose risen; run ran run; sell sold sold; send sent sent; shut shut shut;
  sing sang sung; sink sank sunk; sit sat sat; sleep slept slept; spend spent spent; stand stood stood;
  steal stole stolen; strike struck struck; sweep swept swept; swim swam swum; tear tore torn; throw threw thrown;
  understand understood understood; wake woke woken; wear wore worn; win won won; withdraw withdrew withdrawn`;
