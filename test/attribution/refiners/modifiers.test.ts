import { describe, expect, it } from "vitest";
import { MODIFIERS } from "../../../src/attribution/lexicon/firmness.ts";
import { act } from "../../../src/attribution/refiners/act.ts";
import { modifierOf } from "../../../src/attribution/refiners/modifiers.ts";
import { marked } from "../marked.ts";

function judged(example: string): string {
  const { attribution, context } = marked(example);
  const [a] = act([attribution], context);
  return `${a?.negated ? "not " : ""}${a?.act} ${a?.framing}`;
}

describe("modifiers of framing", () => {
  it.each(MODIFIERS.map((m) => [m.example, m] as const))("%s", (example, modifier) => {
    const { attribution, context } = marked(example);
    const found = modifierOf(attribution, context);
    expect(found?.framing).toBe(modifier.framing);
    // The entry itself reads its example, not another one.
    expect(attribution.cue.length).toBeGreaterThan(0);
    expect(new RegExp(modifier.pattern, "iu").test(found?.reason ?? "")).toBe(true);
  });
});

describe("firmness", () => {
  it.each([
    ["[Brack] <did not rule out> {a sale of the pier}.", "not denial neutral"],
    ["Nor <did> [Brack] <rule out> {a sale of the pier}.", "denial neutral"],
    ["[Brack] <refused to deny> {that the pier was rotten}.", "silence neutral"],
    ["[Brack] <would not say> {whether the pier was safe}.", "silence neutral"],
    ["[Brack] <did not say> {for whom the pier was built}.", "silence neutral"],
    ["[Neither of the engineers] <would say> {whether the pier was safe}.", "silence neutral"],
    ["[Neither of the engineers] <said> {that the pier was safe}.", "not claim neutral"],
    ["[No engineer] <has claimed> {that the pier was safe}.", "not claim distancing"],
    ["[Brack] <has yet to confirm> {the sale}.", "not claim endorsing"],
    ["[Brack] <said> {nothing about the pier}.", "not claim neutral"],
    ["[Brack] <claimed> without evidence {that the pier was sold}.", "claim distancing"],
    ["[Brack] <claimed without evidence> {that the pier was sold}.", "claim distancing"],
    ["[Brack] <said>, offering no proof, {that the pier was sold}.", "claim distancing"],
    ["[Brack] <appears to have said> {that the pier was sold}.", "claim hearsay"],
    ["<is understood> {The pier … to have been sold}.", "belief hearsay"],
    ["It <is understood> {that the pier has been sold}.", "belief hearsay"],
    ["If, as [Brack] <claims>, {the pier is safe}, nobody will mind.", "claim distancing"],
    ["If, as [Brack] <says>, {the pier is safe}, nobody will mind.", "claim distancing"],
    ["[The so-called experts] <said> {that the pier was safe}.", "claim distancing"],
    ["[The “experts”] <said> {that the pier was safe}.", "claim distancing"],
    ["[Brack] <was not convinced> {that the pier was safe}.", "not belief neutral"],
    ["[Campaigners] <have long alleged> {that the pier was rotten}.", "claim distancing"],
    ["[Brack] <likes to say> {that the pier will outlive her}.", "claim neutral"],
  ])("%s is %s", (example, expected) => {
    expect(judged(example)).toBe(expected);
  });

  // What only looks like one of them.
  it.each([
    ["[Brack] <said> {that the pier had been sold without evidence of repairs}.", "claim neutral"],
    ["[Brack], who falsely signed for it, <said> {that the pier was safe}.", "claim neutral"],
    ["[Brack] <said> without hesitation {that the pier was safe}.", "claim neutral"],
    ["As [Brack] <says>, {the pier is safe}.", "claim neutral"],
    ["[Brack] <said> {the experts appear to have left}.", "claim neutral"],
    ["[The “Evening Gull”] <said> {that the pier was safe}.", "claim neutral"],
    ["[Brack] <not only said> {that the pier was safe}.", "claim neutral"],
    ["[Brack] <had warned> {of waves of up to nine metres}.", "claim neutral"],
    ["{The pier is to close}, [Brack] <told> Radio Gull.", "claim neutral"],
    ["[Brack] <longs> {to see the pier again}.", "intention neutral"],
    ["[Brack] <would like> {to see the pier again}.", "intention neutral"],
    ["[Brack] <understands> {that the pier is old}.", "claim neutral"],
  ])("%s is %s", (example, expected) => {
    expect(judged(example)).toBe(expected);
  });
});
