/**
 * Linked data: each article as schema.org NewsArticle, each statement as Quotation (a direct quotation) or Claim (paraphrased,
 * partly or wholly), and the relay in PROV-O: what stands inside another's statement `wasQuotedFrom` it, and that one
 * `hadPrimarySource` the inner one.
 */
import type { Attribution, Kind, Reading } from "../document.ts";
import { ownStatements, wordsAt } from "../attribution/statements.ts";
import { articleIri, LABEL_NAMESPACE, statementIri } from "./iri.ts";
import { listWriter, textOf, type Writer } from "./writer.ts";

const CONTEXT = {
  "@vocab": "https://schema.org/",
  prov: "http://www.w3.org/ns/prov#",
  hearsay: LABEL_NAMESPACE,
};

/** How schema.org calls who or what speaks; a group of people has no type there. */
const AGENT: Readonly<Record<Kind, string | null>> = {
  person: "Person",
  group: null,
  organisation: "Organization",
  government: "GovernmentOrganization",
  outlet: "NewsMediaOrganization",
  document: "CreativeWork",
  none: null,
};

type Node = Record<string, unknown>;

/** All articles and their own statements as one `@graph`, a node a line. Needs no context from the network. */
export const jsonLdWriter = (): Writer =>
  listWriter(`{"@context":${JSON.stringify(CONTEXT)},\n"@graph":`, nodes, () => "}");

/** The same as one string, with a final line break. */
export const toJsonLd = (readings: Iterable<Reading>): string => textOf(jsonLdWriter(), readings);

function* nodes(reading: Reading): Generator<Node> {
  const own = ownStatements(reading);
  yield articleNode(reading);
  for (const a of own) yield statementNode(reading, a, own);
}

function articleNode(reading: Reading): Node {
  const { article, credits } = reading;
  const authors = article.byline?.split(", ").map((name) => ({ "@type": "Person", name }));
  return filled({
    "@id": articleIri(reading),
    "@type": ["NewsArticle", "prov:Entity"],
    identifier: reading.doc,
    headline: article.title,
    author: authors,
    publisher: article.outlet && { "@type": "NewsMediaOrganization", name: article.outlet },
    datePublished: article.published,
    dateModified: article.modified,
    inLanguage: article.language,
    url: article.url,
    "prov:hadPrimarySource": credits.map(({ outlet, person, title, text }) =>
      filled({
        "@type": ["CreativeWork", "prov:Entity"],
        headline: title,
        author: person && { "@type": "Person", name: person },
        publisher: outlet && { "@type": "NewsMediaOrganization", name: outlet },
        description: text,
      }),
    ),
  });
}

function statementNode(reading: Reading, a: Attribution, own: readonly Attribution[]): Node {
  const { doc, text } = reading;
  const claim = a.form !== "direct";
  const article = { "@id": articleIri(reading) };
  const refer = (other: Attribution): Node => ({ "@id": statementIri(doc, other.id) });
  const outer = own.filter((o) => o.id === a.within && o !== a).map(refer);
  const inner = own.filter((o) => o.within === a.id && o !== a).map(refer);
  const speaker = agent(a);
  return filled({
    "@id": statementIri(doc, a.id),
    "@type": [claim ? "Claim" : "Quotation", "prov:Entity"],
    text: wordsAt(text, a.content),
    isPartOf: article,
    appearance: claim ? article : null,
    dateCreated: a.when?.value,
    ...(a.kind === "document" ? { isBasedOn: speaker } : { creator: speaker, "prov:wasAttributedTo": speaker }),
    "prov:wasQuotedFrom": [...outer, ...media(text, a)],
    "prov:hadPrimarySource": inner,
    "hearsay:source": wordsAt(text, a.source) || null,
    "hearsay:cue": wordsAt(text, a.cue) || null,
    "hearsay:channel": a.channel.map((span) => wordsAt(text, [span])),
    "hearsay:form": a.form,
    "hearsay:act": a.act,
    "hearsay:negated": a.negated,
    "hearsay:framing": a.framing,
    "hearsay:kind": a.kind,
    "hearsay:naming": a.naming,
    "hearsay:confidence": a.confidence,
  });
}

/** Who speaks, where the article tells it by name or description. */
function agent(a: Attribution): Node | null {
  if (a.entity === null) return null;
  const type = AGENT[a.kind];
  return filled({
    "@type": [...(type ? [type] : []), a.kind === "document" ? "prov:Entity" : "prov:Agent"],
    name: a.entity,
    [a.kind === "person" ? "jobTitle" : "description"]: a.role,
  });
}

/** Channels with a name of their own ("Radio Quay", not "reporters", "letter") are works from which the words were taken. */
const media = (text: string, a: Attribution): Node[] =>
  a.channel
    .map((span) => wordsAt(text, [span]))
    .filter((words) => /^\p{Lu}/u.test(words))
    .map((name) => ({ "@type": ["CreativeWork", "prov:Entity"], name }));

/** Without properties that hold nothing. */
const filled = (node: Node): Node =>
  Object.fromEntries(
    Object.entries(node).filter(
      ([, value]) => value !== null && value !== undefined && value !== "" && !isEmpty(value),
    ),
  );
const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
