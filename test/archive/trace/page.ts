/** Writes an article of the generated archive, with its attributions as a reading would have them. */
import type { TraceArticle } from "../../../src/archive/trace/types.ts";
import { plain } from "../../../src/attribution/plain.ts";
import type { Attribution, Credit, Span } from "../../../src/document.ts";

export interface Person {
  name: string;
  role: string;
}

/** How one telling is written. */
export interface Line {
  content: string;
  /** `null`: in the writer's own voice. */
  speaker: Person | null;
  form: "direct" | "indirect";
  denied: boolean;
  /** The outlet the sentence names as where it was said. */
  cites: string | null;
  /** "reportedly" in an indirect content stands in it already; this marks the framing. */
  hedged: boolean;
  live: boolean;
  channel: string | null;
  when: string | null;
}

/** A page that is written line by line. */
export interface Page {
  article: TraceArticle;
  add(line: Line, style: number): void;
  filler(text: string): void;
  finish(): TraceArticle;
}

const SAID = ["said", "told", "added"];

export function newPage(doc: string, outlet: string, published: string, credit: string | null): Page {
  let text = "";
  const blocks: Span[] = [];
  const attributions: Attribution[] = [];
  const credits: Credit[] = [];
  const paragraph = (write: () => void): void => {
    if (text) text += "\n\n";
    const start = text.length;
    write();
    blocks.push([start, text.length]);
  };
  const put = (words: string): Span => {
    const span: Span = [text.length, text.length + words.length];
    text += words;
    return span;
  };
  const attribution = (more: Partial<Attribution>): Attribution => ({
    id: `a${attributions.length + 1}`,
    ...plain(),
    kind: "person",
    naming: "named",
    confidence: 1,
    why: {},
    ...more,
  });
  const page: Page = {
    article: {
      doc,
      outlet,
      title: `Report ${doc}`,
      published,
      url: null,
      text: "",
      blocks,
      credits,
      attributions,
    },
    filler: (words) => paragraph(() => put(words)),
    add: (line, style) => paragraph(() => write(line, style)),
    finish: () => {
      if (credit) {
        const span = [0, 0] as [number, number];
        paragraph(() => span.splice(0, 2, ...put(`With material from ${credit}.`)));
        credits.push({ outlet: credit, person: null, title: null, span, text: `With material from ${credit}.` });
        blocks.pop();
      }
      return { ...page.article, text };
    },
  };
  const write = (line: Line, style: number): void => {
    const { speaker, form, content } = line;
    const upper = content.charAt(0).toUpperCase() + content.slice(1);
    if (!speaker) {
      put(`${upper}.`);
      return;
    }
    const a = attribution({ entity: speaker.name, role: speaker.role, form, act: line.denied ? "denial" : "claim" });
    const start = text.length;
    const source = (): void => {
      a.source.push(put(style % 2 ? `${speaker.name}, ${speaker.role}` : speaker.name));
    };
    const verb = (): void => {
      a.cue.push(
        put(
          line.denied
            ? "denied"
            : line.live
              ? "says"
              : line.channel
                ? "told"
                : (SAID[style % 2 ? 0 : style % 3 ? 0 : 2] as string),
        ),
      );
      if (line.channel) {
        put(" ");
        a.channel.push(put(line.channel));
      }
      if (line.when) {
        put(" ");
        a.when = { span: put("on that day"), value: line.when };
      }
    };
    if (form === "direct") {
      const marks = style % 3 ? ["“", "”"] : ['"', '"'];
      a.content.push(put(`${marks[0]}${content},${marks[1]}`));
      put(" ");
      source();
      put(" ");
      verb();
    } else if (style % 5 === 0 && !line.denied && !line.channel) {
      a.cue.push(put("According to"));
      put(" ");
      source();
      put(", ");
      a.content.push(put(content));
    } else {
      source();
      put(" ");
      verb();
      put(" ");
      a.content.push(put(`that ${content}`));
    }
    if (line.hedged) a.framing = "hearsay";
    attributions.push(a);
    if (line.cites) {
      const end = text.length;
      if (style % 2) {
        put(", ");
        const by = put(line.cites);
        put(" ");
        const cue = put("reported");
        a.within = `a${attributions.length + 1}`;
        attributions.push(
          attribution({ source: [by], cue: [cue], content: [[start, end]], kind: "outlet", entity: line.cites }),
        );
      } else put(`, as ${line.cites} reported`);
    }
    put(".");
  };
  return page;
}
