/**
 * What stands on a page and is not the article: rules over lines, for scraped text and for the blocks of a page alike.
 * A line is judged by its own words and by the label it stands under ("Read more:", "Sources used:").
 */
import type { FurnitureKind } from "../document.ts";
import { letterPattern } from "../letter-pattern.ts";

export interface Verdict {
  kind: FurnitureKind;
  /** Why, in words a journalist understands. */
  reason: string;
  /** Offset within the line where the furniture begins; 0 for a whole line. */
  from: number;
}

/** What the lines under the last label are. */
export type Under = "teaser" | "credit" | null;

interface Rule {
  kind: FurnitureKind;
  reason: string;
  pattern: RegExp;
  /** Longest line, in characters, to which the rule applies. */
  longest: number;
  /** Sentences of an article may look like this: the rule declines when the line goes on past its first sentence end. */
  single?: true;
}

const TEASER_LABEL =
  /^(?:read (?:more|also|next|on)|also read|see also|(?:related|recommended|popular|similar)(?: (?:articles?|stories|links|content|posts|news|topics|reading|for you))?|more (?:on this(?: story)?|stories|news|(?:must-?reads? )?from [^.!?]{1,40}|like this)|top (?:reads|stories) on [^.!?]{1,40}|trending (?:on|in|videos) ?[^.!?]{0,30}|you (?:may|might) (?:also )?(?:like|be interested in|have missed)|what to read next|don['’]t miss|must[- ]reads?|trending(?: now)?|most (?:read|popular|viewed|shared)|top stories|in other news|editors?['’]?s? picks?|keep reading|up next|further reading|latest (?:news|stories|headlines))\s*:?$/i;
const CREDIT_LABEL = /^(?:sources?(?: used)?|references|sources? and further information)\s*:$/i;
const BULLET = /^(?:[-–•*·▪◦]|⋙|►|▶|»|>>|→|➤|\d{1,2}[.)])\s*/u;
const POINTER = /^(?:⋙|►|▶|»|>>|→|➤)\s*\S/u;
/** Lines longer than this are prose, whatever they begin with. */
const LONGEST_TEASER = 160;

const AGENCY =
  "(?:Reuters|AP|AFP|EPA|PA|DPA|ANSA|UPI|TASS|Xinhua|Kyodo|Getty(?: Images)?|Shutterstock|Alamy|iStock|Unsplash|Pexels|Wikimedia(?: Commons)?)";

const RULES: readonly Rule[] = [
  {
    kind: "promo",
    reason: "an advertisement label",
    pattern:
      /^(?:-+ ?)?(?:advertisements?|adverts?|ad|sponsored(?: content| by .{1,40})?|promoted|paid content|(?:story|article) continues (?:below|after)(?: (?:this |the )?(?:ad|advert|advertisement|video|promotion))?|scroll (?:down )?(?:for|to) .{1,60})(?: ?-+)?[.:]?$/i,
    longest: 90,
  },
  {
    kind: "promo",
    reason: "asks the reader to get in touch",
    pattern:
      /^(?:(?:spotted|seen|noticed|found) (?:a|an) (?:mistake|error|typo)\b|(?:do you )?(?:have|got) (?:a|any) (?:story|tip|news tip|question|comment)s?\b.{0,60}\?|love .{1,50}\? ?sign up\b|write to us\b|contact us\b|e-?mail us\b|call us\b|send (?:us )?your (?:stories|tips|photos|comments|letters)\b|let us know\b|tell us (?:what|your)\b)/i,
    longest: 200,
  },
  {
    kind: "newsletter",
    reason: "asks the reader to sign up for a newsletter",
    pattern:
      /\b(?:sign up|subscribe|register|signing up)\b.{0,80}\b(?:newsletters?|briefing|inbox|e-?mails?|alerts?|updates|roundup|bulletin)\b|^(?:get|receive) .{1,80}\b(?:in|to) your inbox\b|^(?:enter )?your e-?mail(?: address)?$/i,
    longest: 240,
  },
  {
    kind: "promo",
    reason: "points to another offering of the outlet",
    pattern:
      /^(?:please use \w{3,20} browser\b|(?:this )?content is provided by\b|watch (?:this|now|the video)\b.{0,60}$|for more .{5,140}\b(?:visit|click|see|follow|go to|head to)\b|discover|listen to|check out|watch|download|get|try|take|join|enter|explore|browse|visit|tune in to|stream|play) (?:our|the|my|us)\b.{0,80}\b(?:podcasts?|newsletters?|apps?|quiz(?:zes)?|series|channel|episodes?|videos?|shop|store|club|edition|alerts?|magazine|crossword|games?|survey|poll|competition|livestream)\b/i,
    longest: 200,
  },
  {
    kind: "promo",
    reason: "asks the reader to subscribe or support the outlet",
    pattern:
      /^(?:subscribe|sign up|sign in|log in|register|donate|become a (?:member|subscriber|supporter|patron)|support (?:our|us|independent|quality)|start your (?:free )?trial|already a (?:subscriber|member)|please (?:consider|subscribe|support)|buy (?:the|our) (?:print|digital))\b/i,
    longest: 160,
    single: true,
  },
  {
    kind: "sharing",
    reason: "asks the reader to follow or share",
    pattern:
      /^(?:follow|like|find|join|connect with|add) (?:us|me|@\w{1,30}|[\p{Lu}][\w .]{1,40}) (?:on|at|as a preferred)\b.{0,60}$|^follow (?:us|@\w{1,30})$|^share(?: (?:this|on|via|with|the)\b.{0,60})?:?$|^(?:tweet|whatsapp|facebook|twitter|linkedin|pinterest|reddit|telegram|copy link|print|e-?mail|save|bookmark|link copied.{0,20})(?: this(?: article| story| page)?)?$/iu,
    longest: 120,
  },
  {
    kind: "cookies",
    reason: "a cookie or consent notice",
    pattern:
      /\b(?:we(?: and our partners)? (?:also )?use cookies|uses cookies|be using cookies|strictly necessary cookies|cookie list|accept (?:all )?cookies|cookie (?:policy|settings|preferences|notice)|your privacy (?:choices|matters|is important)|manage (?:your )?(?:consent|preferences|cookies)|privacy policy and terms|gdpr consent)\b/i,
    longest: 600,
  },
  {
    kind: "comments",
    reason: "belongs to the readers' comments",
    pattern:
      /^(?:\d{1,5} comments?|comments?(?: ?\(\d{1,5}\))?|no comments(?: yet)?|leave a (?:reply|comment)|(?:post|add|write|view|show|hide|read) (?:a |your |all |the )?(?:\d+ )?comments?|join the (?:conversation|discussion|debate)|be the first to comment.{0,40}|comments (?:are|have been) (?:closed|disabled).{0,60}|have your say)[.!:]?$/i,
    longest: 100,
  },
  {
    kind: "credit",
    reason: "names who reported, wrote or edited the article",
    pattern:
      /^[([]?(?:(?:additional )?(?:reporting|writing|editing|research)|compiled|written|edited|produced|reported|translated|photograph(?:y|s)|photos?|pictures?|graphics?|illustrations?|interview|text|words)(?: and (?:reporting|writing|editing|compiled|written))?(?::| by\b).{1,200}$/i,
    longest: 220,
    single: true,
  },
  {
    kind: "credit",
    reason: "names who contributed to the report",
    pattern:
      /^[^.!?“”"]{2,140}\bcontributed (?:(?:reporting|research)\.?$|(?:reporting |research )?to this (?:report|story|article|piece)\.?$)/i,
    longest: 220,
  },
  {
    kind: "credit",
    reason: "credits a photographer and an outlet",
    pattern: /^(?:\p{Lu}[\p{L}.'’-]*\.? ){1,3}\p{Lu}[\p{L}.'’-]+ ?\/ ?\p{Lu}[\p{L} .&'’-]{1,40}$/u,
    longest: 90,
  },
  {
    kind: "credit",
    reason: "credits a picture, video or graphic",
    pattern:
      /^(?:(?:lead |main |file |cover |header |featured )?(?:image|images|photo|photos|photograph|picture|pictures|pic|pics|video|graphic|illustration|credit|foto)s?(?: credits?)?(?: by)?\s*:|(?:image|photo|picture|video) (?:credit|source|courtesy)\b|courtesy of\b)/i,
    longest: 140,
  },
  {
    kind: "credit",
    reason: "a copyright line",
    pattern: /^(?:©|\(c\)\s|copyright\b ?(?:©|\d{4}|\(c\))|all rights reserved\b|licensed under\b)/i,
    longest: 300,
  },
  {
    kind: "credit",
    reason: "tells where the article first appeared or whose material it uses",
    pattern:
      /^[([]?(?:(?:this (?:story|article|piece|post|report|interview|text|essay)|the (?:story|article|piece|essay))\b.{0,40}\b(?:first |originally |initially |previously )?(?:appeared|published|ran|printed|produced|was provided)\b|(?:first|originally) published\b|republished\b|reprinted\b|with (?:additional )?(?:material|information|files|input|inputs|reporting) from\b|(?:additional|further) (?:material|information) (?:from|by)\b|sources?:\s\S|via:?\s\p{Lu}.{1,40}$|(?:[-–—]\s?)?(?:with )?agencies$)/iu,
    longest: 240,
  },
  {
    kind: "credit",
    reason: "names the agency that the article comes from",
    pattern: new RegExp(`^(?:[-–—]\\s?|\\(|by )?${AGENCY}(?:\\s?[/,&+]\\s?${AGENCY}){0,4}\\)?\\.?$`),
    longest: 60,
  },
  {
    kind: "credit",
    reason: "credits a photographer and an agency",
    pattern: new RegExp(`^[^.!?“”"]{0,80}(?:/|\\bvia )\\s?${AGENCY}[).]?$`),
    longest: 110,
  },
  {
    kind: "byline",
    reason: "tells about the author",
    pattern:
      /\b(?:you can (?:follow|reach|e-?mail|find|contact) (?:him|her|them|me|\p{Lu}\p{L}+)\b|follow (?:him|her|them) (?:on|at)\b|(?:can|may) be (?:reached|contacted|e-?mailed) (?:at|on|by|via)\b|(?:e-?mail|contact) the (?:author|writer|reporter)\b)|^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){1,3} is (?:a|an|the|our) (?:\p{L}+[ -]){0,4}(?:reporter|writer|editor|correspondent|journalist|columnist|contributor|producer)\b[^“”"]*$/u,
    longest: 420,
  },
  {
    kind: "promo",
    reason: "a disclosure about paid links or samples",
    pattern:
      /\b(?:we (?:may|might) (?:earn|receive|get) (?:an? )?(?:\p{L}+ )?(?:commission|compensation|share)|(?:earn|receive)s? (?:an? )?(?:affiliate )?commission|independently selected by our editors|affiliate links?|if you (?:purchase|buy) (?:a product|something|an item))\b/iu,
    longest: 500,
  },
  {
    kind: "byline",
    reason: "names the author",
    pattern:
      /^(?:by|words by|written by|from our correspondent)[: ] ?\p{Lu}[\p{L}'’.-]*(?: (?:\p{Lu}[\p{L}'’.-]*|and|&|of|de|van|von|da|del|la|bin|al)){0,8}(?:[,|·–—/-] ?.{1,80}| (?:in|for|at) \p{Lu}.{1,60})?$/iu,
    longest: 140,
    single: true,
  },
  {
    kind: "byline",
    reason: "tells when the page was published or updated, or how long it takes to read",
    pattern:
      /^(?:(?:first )?(?:published|posted|updated|last (?:updated|modified)|modified)\b(?: on| at)?:? .{0,60}\d.{0,40}|\d{1,3} ?-?min(?:ute)?s?(?: read)?|(?:estimated )?reading time:? .{1,20}|\d{1,2} ?(?:minutes?|hours?|days?|weeks?|[mhdw]) ago(?: \/ .{3,30})?)$/i,
    longest: 110,
  },
  {
    kind: "teaser",
    reason: "points to another article",
    pattern:
      /^(?:read|see|watch|listen|more)(?: (?:also|more|next|now|on|here))?: \S|^read (?:our|the full) (?:guide|story|article|report|interview|review|explainer|coverage|list)\b|^(?:click|tap) here\b|^(?:more|read) (?:on|about) .{1,60}here[.:]?$/i,
    longest: 160,
  },
];

/** A picture credit at the end of a caption: what stands before it is the caption. */
const TRAILING_CREDIT = letterPattern(
  `(?:^|[.!?)]\\s+|\\s[|–—-]\\s|\\s)((?:(?:Image|Photo|Photograph|Picture|Video|File photo)s?(?: credits?)?:\\s?[^.!?:]{2,80}\\.?|Credits?: ?[^.!?:]{2,80}\\.?|[([](?:Photo|Image|Picture|AP Photo|Credits?|Rendering|Illustration)\\b[^)\\]]{0,80}[)\\]]|\\p{Lu}[\\p{L} .'-]{2,40}/${AGENCY}(?: via ${AGENCY})?))$`,
  "u",
);
const SENTENCE_GOES_ON = /[.!?]["”’']?\s+\p{Lu}/u;
const QUOTED = /^["“«„]|^‘[^’]{25}/;

/** The verdict on a line, and what the lines after it stand under. `null`: it is the article's. */
export function judgeLine(text: string, under: Under): { verdict: Verdict | null; under: Under } {
  if (TEASER_LABEL.test(text))
    return { verdict: verdict("label", "a label over links to other articles"), under: "teaser" };
  if (CREDIT_LABEL.test(text)) return { verdict: verdict("label", "a label over the sources used"), under: "credit" };
  if (POINTER.test(text) && text.length <= LONGEST_TEASER) {
    const kind = under === "credit" ? "credit" : "teaser";
    return { verdict: verdict(kind, "an arrow that points to another article"), under: under ?? "teaser" };
  }
  const bullet = BULLET.test(text) && text.length <= LONGEST_TEASER;
  if (under === "credit" && (bullet || /^[^.!?]{1,60}: ?['‘“"]/.test(text)))
    return { verdict: verdict("credit", "stands in the list of sources used"), under };
  if (under === "teaser" && bullet)
    return { verdict: verdict("teaser", "stands under a label for other articles"), under };
  const found = judgeAlone(text);
  return { verdict: found, under: found ? under : null };
}

const COMPILED = RULES.map((rule) => ({ ...rule, pattern: letterPattern(rule.pattern) }));

/** The verdict on a line by its own words alone. */
export function judgeAlone(text: string): Verdict | null {
  if (QUOTED.test(text)) return null;
  for (const { kind, reason, pattern: is, longest, single } of COMPILED) {
    if (text.length > longest || !is.test(text)) continue;
    if (single && !/^[([]/.test(text) && SENTENCE_GOES_ON.test(text)) continue;
    return verdict(kind, reason);
  }
  const trailing = text.length <= 400 ? TRAILING_CREDIT.exec(text) : null;
  const credit = trailing?.[1];
  if (credit)
    return { kind: "credit", reason: "credits a picture, video or graphic", from: text.length - credit.length };
  return null;
}

const verdict = (kind: FurnitureKind, reason: string): Verdict => ({ kind, reason, from: 0 });
