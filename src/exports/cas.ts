/**
 * UIMA CAS as JSON (version 0.4), which INCEpTION and dkpro-cassis import. UIMA counts in UTF-16 units, as Hearsay does.
 * A UIMA annotation is one piece: pieces of a statement are separate, joined by `statement` and by links from the first content.
 */
import type { Attribution, Reading, Span } from "../document.ts";
import { CHOICE_NAMES, PARTS, type Part, partSpans } from "./parts.ts";
import { fileNames, zipText } from "./zip.ts";

/** INCEpTION's names of custom layers begin so. */
const PART_TYPE = "webanno.custom.HearsayPart";
const LINK_TYPE = "webanno.custom.HearsayLink";

/** Features of a part: which it is and whose; the labels stand on the first piece of the content. */
const PART_FEATURES = {
  part: "String",
  statement: "String",
  speaker: "String",
  role: "String",
  form: "String",
  act: "String",
  negated: "Boolean",
  framing: "String",
  kind: "String",
  naming: "String",
  when: "String",
  furniture: "Boolean",
  confidence: "Float",
} as const;

const feature = (name: string, range: string): [string, object] => [name, { "%NAME": name, "%RANGE": range }];
const annotationType = (name: string, features: [string, object][]): [string, object] => [
  name,
  { "%NAME": name, "%SUPER_TYPE": "uima.tcas.Annotation", ...Object.fromEntries(features) },
];
const TYPES = Object.fromEntries([
  annotationType(
    PART_TYPE,
    Object.entries(PART_FEATURES).map(([name, range]) => feature(name, `uima.cas.${range}`)),
  ),
  annotationType(LINK_TYPE, [
    feature("Governor", PART_TYPE),
    feature("Dependent", PART_TYPE),
    feature("label", "uima.cas.String"),
  ]),
]);

interface Placed {
  "%ID": number;
  begin: number;
  end: number;
}

/** One article as indented JSON with a final line break. */
export function toCas({ text, article, attributions }: Reading): string {
  const SOFA = 1;
  const structures: object[] = [
    {
      "%ID": SOFA,
      "%TYPE": "uima.cas.Sofa",
      sofaNum: 1,
      sofaID: "_InitialView",
      mimeType: "text/plain",
      sofaString: text,
    },
  ];
  const members: number[] = [];
  const add = (type: string, [begin, end]: Span, features: object): Placed => {
    const placed = { "%ID": structures.length + 1, "%TYPE": type, "@sofa": SOFA, begin, end, ...features };
    structures.push(placed);
    members.push(placed["%ID"]);
    return placed;
  };
  const link = (from: Placed, to: Placed, label: string): void => {
    add(LINK_TYPE, [to.begin, to.end], { "@Governor": from["%ID"], "@Dependent": to["%ID"], label });
  };
  add("uima.tcas.DocumentAnnotation", [0, text.length], { language: article.language ?? "x-unspecified" });
  const heads = new Map<string, Placed>();
  for (const a of attributions) {
    const pieces = (part: Part): Placed[] =>
      partSpans(a, part).map((span, i) =>
        add(PART_TYPE, span, { part, statement: a.id, ...(part === "content" && i === 0 ? labels(a) : {}) }),
      );
    const [head, ...more] = pieces("content");
    if (!head) continue;
    heads.set(a.id, head);
    for (const piece of more) link(head, piece, "continues");
    for (const part of PARTS) if (part !== "content") for (const piece of pieces(part)) link(head, piece, part);
  }
  for (const a of attributions) {
    const [inner, outer] = [heads.get(a.id), heads.get(a.within ?? "")];
    if (inner && outer && inner !== outer) link(inner, outer, "within");
  }
  const views = { _InitialView: { "%SOFA": SOFA, "%MEMBERS": members } };
  return `${JSON.stringify({ "%TYPES": TYPES, "%FEATURE_STRUCTURES": structures, "%VIEWS": views }, null, 1)}\n`;
}

/** Features without a value are left out, as UIMA does with null. */
function labels(a: Attribution): object {
  const optional = { speaker: a.entity, role: a.role, when: a.when?.value ?? null };
  return {
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== null)),
    ...Object.fromEntries(CHOICE_NAMES.map((name) => [name, a[name]])),
    negated: a.negated,
    furniture: a.furniture ?? false,
    confidence: a.confidence,
  };
}

/** A ZIP of `ID.json` for each article. */
export function toCasZip(readings: Iterable<Reading>): Uint8Array {
  const all = [...readings];
  const names = fileNames(all.map((r) => r.doc));
  return zipText(all.map((reading, i) => [`${names[i]}.json`, toCas(reading)] as const));
}
