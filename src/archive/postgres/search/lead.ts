/**
 * What every match of a query must have in the index of words: one `tsquery` that leads to the matches, and to more
 * than these; the query's own condition then tells which they are.
 */
import type { Scope, Unit } from "../../query/match.ts";
import type { Leaf, Query } from "../../query/query.ts";
import { OVERFLOW, queryWord } from "../words.ts";
import type { Binder } from "./bind.ts";
import { allWords, type Indexed, indexOf, soughtBy } from "./conditions.ts";

/** Conditions on the indexes of words that every match meets. */
export function leadsOf(query: Query, scope: Scope, unit: Unit, binder: Binder): string[] {
  return (["s", "a"] as const).flatMap((index) => {
    const lead = leadOf(query, scope, unit, index);
    return lead === null ? [] : [`${index}.words @@ ${binder.bind(`(${lead}) | '${OVERFLOW}'`)}::tsquery`];
  });
}

/** `null`: the index says nothing of the query. */
function leadOf(query: Query, scope: Scope, unit: Unit, index: Indexed): string | null {
  if (query.type === "not") return null;
  if (query.type !== "and" && query.type !== "or") return leafLead(query, scope, unit, index);
  const leads = query.items.map((item) => leadOf(item, scope, unit, index));
  const known = leads.filter((lead) => lead !== null);
  if (known.length === 0 || (query.type === "or" && known.length < leads.length)) return null;
  return known.map((lead) => `(${lead})`).join(query.type === "and" ? " & " : " | ");
}

function leafLead(leaf: Leaf, scope: Scope, unit: Unit, index: Indexed): string | null {
  if (leaf.type === "label" || leaf.type === "flag") {
    // The few that were reviewed have an index of their own.
    if (index === "a" || unit === "article" || leaf.field === "review") return null;
    const value = leaf.type === "label" ? leaf.value : leaf.value ? "yes" : "no";
    return queryWord("label", leaf.field + value, false);
  }
  const sought = soughtBy(leaf, scope);
  if (!sought || sought.some(({ field, words }) => indexOf(field, unit) !== index || words.length === 0)) return null;
  return sought.map((each) => `(${allWords(each)})`).join(" | ");
}
