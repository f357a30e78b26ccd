/** Names of authors out of what pages call a byline. */
import { wordKey } from "./word-key.ts";

const NOT_A_NAME =
  /^(?:by|staff|admin|administrator|editor|editors|editorial|editorial staff|editorial team|news desk|newsroom|news staff|web desk|webmaster|guest|contributor|author|unknown|none|null|undefined|staff (?:writer|reporter|report)s?|(?:associated )?press|view profile|view all posts|follow|more by|posted by|updated|share)$/i;

/** Names only: no "By", no offices, no outlet, no dates; `null` when nothing is left. */
export function tidyByline(raw: string, outlet: string | null): string | null {
  const names = raw
    .replace(
      /^(?:story |written |posted |words |article |reported |analysis |report )?(?:by|from|author|authors)\b:?\s*/i,
      "",
    )
    .split(/\s*(?:,|;|\||•|·|\band\b|&|\bwith\b|\/)\s*/i)
    .map((name) =>
      name
        .replace(/^by\s+/i, "")
        .replace(/\s*(?:\(.*\)|<.*>|@\S+|\S+@\S+)\s*$/g, "")
        .replace(/\b(?:published|updated|posted|last)\b.*$/i, "")
        .trim(),
    )
    .filter(
      (name) =>
        /\p{L}{2}/u.test(name) &&
        name.length <= 60 &&
        !NOT_A_NAME.test(name) &&
        !/\d{2}|https?:|\.(?:com|org|net)\b/i.test(name),
    )
    .filter((name) => !outlet || wordKey(name) !== wordKey(outlet))
    .filter(
      (name) =>
        !/\b(?:reporter|correspondent|writer|editor|staff|columnist|contributor|journalist|producer|bureau|desk|news|media|magazine|team|anchor|meteorologist|digital|senior|associate)\b/i.test(
          name,
        ) || name.split(" ").length > 5,
    );
  const unique = [...new Set(names)];
  return unique.length > 0 && unique.length <= 8 ? unique.join(", ") : null;
}
