/** An address is one word: no part of a statement begins or ends inside it, and its second half is nobody. */
import type { Attribution, Span } from "../../document.ts";
import { drop } from "../account.ts";
import type { Context, Refiner } from "../context.ts";
import { hull, lastStartingBy, merged } from "../spans.ts";

/** "www.brannick.example/plans", "brannick.example.org": letters joined by stops without a blank; never ends in a mark. */
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>“”"]*[\p{L}\p{N}/]|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]{2,}){2,}/gu;

export const addresses: Refiner = (attributions, context) => {
  const found = [...context.doc.text.matchAll(ADDRESS)].map((m): Span => [m.index, m.index + m[0].length]);
  return found.length === 0 ? [...attributions] : attributions.flatMap((a) => whole(a, found, context));
};

function whole(a: Attribution, found: readonly Span[], context: Context): Attribution[] {
  const around = (at: number): Span | null => {
    const address = found[lastStartingBy(found, at - 1)];
    return address && address[0] < at && at < address[1] ? address : null;
  };
  const source = hull(a.source);
  if (source && around(source[0])) {
    drop(context, "addresses", a, "its source is a part of an address");
    return [];
  }
  const grown = a.content.map(([s, e]): Span => [s, around(e)?.[1] ?? e]);
  return grown.some(([, e], i) => e !== a.content[i]?.[1]) ? [{ ...a, content: merged(grown) }] : [a];
}
