/** What a human decides about who is who: sent at once, taken back and brought back like corrections. */
import type { SpeakerAsk } from "../../views/speakers.ts";
import { speakerLabel } from "../../archive/speakers/profile.ts";
import { api } from "../api/api.ts";
import { decisions } from "../api/decisions.svelte.ts";
import { t } from "../messages/say.svelte.ts";
import { authorName } from "../settings/settings.svelte.ts";

export type Decider = ReturnType<typeof decide>;

/** @param changed called after each decision, with the name by which its first speaker is known now, if there is one */
export function decide(changed: (label: string | null) => void) {
  const ask = (what: SpeakerAsk) => api.post("/api/speakers/decisions", {}, { ...what, author: authorName() });
  const sent = decisions<Awaited<ReturnType<typeof ask>>>(({ speakers }) =>
    changed(speakers[0] ? speakerLabel(speakers[0]) : null),
  );
  const send = (what: SpeakerAsk, done: string, none?: string): Promise<void> => sent.send(ask(what), done, none);

  return {
    get status() {
      return sent.status;
    },
    get busy() {
      return sent.busy;
    },
    /** All these are one; of a single one: what was suggested of it is right. */
    join: (speakers: string[]): Promise<void> =>
      send({ type: "join", speakers }, speakers.length > 1 ? t().who.joined : t().who.confirmed),
    /** Those with this office are somebody else. */
    split: (speaker: string, role: string | null): Promise<void> =>
      send({ type: "split", speaker, role }, t().who.apart),
    alias: (speaker: string, alias: string): Promise<void> => send({ type: "alias", speaker, alias }, t().who.named),
    wikidata: (speaker: string, item: string | null): Promise<void> =>
      send({ type: "wikidata", speaker, item }, t().who.known),
    undo: (): Promise<void> => send({ type: "undo" }, t().correct.undone, t().correct.nothingToUndo),
    redo: (): Promise<void> => send({ type: "redo" }, t().correct.redone, t().correct.nothingToRedo),
  };
}
