/** What is asked of an archive of that size, each question timed. */
import type { Archive } from "../../src/archive/archive.ts";
import { auditView } from "../../src/views/audit.ts";
import { dossierOf } from "../../src/views/dossier.ts";
import { readerView } from "../../src/views/reader.ts";
import { traceOfWords } from "../../src/views/trace.ts";
import { edited, searches } from "./queries.ts";
import type { Story } from "./stories.ts";
import { type Timing, timed, timingOf } from "./timing.ts";
import { OUTLETS, personAt } from "./words.ts";

export interface Measured {
  timings: Timing[];
  /** Of the quotations followed: how many were found, and how many to the article that had them first. */
  traced: { of: number; found: number; first: number };
  audited: { articles: number; statements: number };
  dossier: { statements: number };
}

const YEARS = ["2020", "2021", "2022"];

/** @param times runs of each question */
export async function measure(archive: Archive, sample: readonly Story[], times: number): Promise<Measured> {
  const timings: Timing[] = [];
  const asked = searches(sample, times, 3);
  const whole = timingOf("search, all kinds", [], []);
  const kinds: Timing[] = [];
  for (const kind of new Set(asked.map((a) => a.kind))) {
    const own = asked.filter((a) => a.kind === kind);
    const one = await timed(`search: ${kind}`, own, ({ run }) => run(archive));
    kinds.push(one.timing);
    whole.clock.push(...one.clock);
    whole.processor.push(...one.processor);
  }
  timings.push(timingOf("search, all kinds", whole.clock, whole.processor).timing, ...kinds);

  const traced = { of: 0, found: 0, first: 0 };
  const quoted = sample.filter((s) => s.direct).slice(0, 2 * times);
  const trace = await timed("trace of a quotation", quoted, async ({ content, docs }) => {
    const view = await traceOfWords(archive, edited(content));
    traced.of++;
    if (view.answer.startsWith("found")) traced.found++;
    if (view.statements.some((s) => s.first === docs[0])) traced.first++;
  });
  timings.push(trace.timing);

  let audited = { articles: 0, statements: 0 };
  const year = await timed("audit of the largest outlet's year", YEARS, async (of) => {
    const filter = { outlet: OUTLETS[0] as string, since: of, until: of };
    const { articles, statements } = auditView(await archive.audit(filter, "month"), filter);
    if (statements > audited.statements) audited = { articles, statements };
  });
  timings.push(year.timing);
  const middle = await timed("audit of a middling outlet's year", YEARS, (of) =>
    archive.audit({ outlet: OUTLETS[10] as string, since: of, until: of }, "month"),
  );
  timings.push(middle.timing);
  timings.push((await timed("audit of everything", [0], () => archive.audit({}, "month"))).timing);

  const dossier = { statements: 0 };
  const much = await timed("dossier of the most quoted", [0, 1, 2], async (i) => {
    const found = await dossierOf(archive, personAt(i).name);
    dossier.statements = Math.max(dossier.statements, found?.total ?? 0);
  });
  timings.push(much.timing);
  const others = sample.filter((s) => s.speaker.naming === "named" && s.speaker.kind === "person").slice(0, times);
  timings.push((await timed("dossier of somebody", others, ({ speaker }) => dossierOf(archive, speaker.name))).timing);
  timings.push(
    (await timed("article page", sample.slice(0, 2 * times), (s) => readerView(archive, s.docs[0] as string))).timing,
  );
  timings.push(
    (await timed("list of people", [0, 1, 2], () => archive.speakers({ limit: 20, offset: 0 }))).timing,
    (await timed("list of articles", [0, 40, 400], (page) => archive.articles({ limit: 50, offset: 50 * page })))
      .timing,
    (await timed("totals", [0, 1, 2], () => archive.totals())).timing,
  );
  return { timings, traced, audited, dossier };
}
