/** Speakers in a shared archive: profiles counted by SQL, joined by the pure core; the log of decisions. */
import { decisionsOn, makeSpeakerViews, MOST_LONGS, MOST_NAMES } from "../speakers/archive.ts";
import { type SpeakerEvent, SpeakerEventSchema } from "../speakers/events.ts";
import type { SpeakerArchive, SpokenFilter, SpokenList, Spoken } from "../speakers/found.ts";
import type { Profile, ProfileCount } from "../speakers/profile.ts";
import { SPOKEN, spokenQuery } from "../sql/spoken.ts";
import { LOCK, lockAll } from "./locks.ts";
import { makeBinder } from "./search/bind.ts";
import { conditionOf } from "./search/conditions.ts";
import type { Database, Sql } from "./sql.ts";

const COUNTS =
  "s.speaker AS name, s.kind, s.role, count(*) AS statements, count(*) FILTER (WHERE s.review <> 'suggested') AS reviewed";
const NAMED = "s.naming = 'named' AND s.speaker IS NOT NULL";
const GROUP = "GROUP BY s.speaker, s.kind, s.role";
/** Longest key that is looked for as the beginning of longer ones; the index has a little more of each. */
const LONGEST_HEAD = 390;

export function makeSpeakers(db: Database): SpeakerArchive {
  const log = async (sql: Sql): Promise<SpeakerEvent[]> => {
    const rows = await sql.rows<{ event: string }>("SELECT event FROM speaker_decisions ORDER BY seq");
    return rows.map(({ event }) => SpeakerEventSchema.parse(JSON.parse(event)));
  };
  const keys = async (text: string, values: unknown[]): Promise<string[]> =>
    (await db.rows<{ key: string }>(text, values)).map(({ key }) => key);
  const views = makeSpeakerViews({
    log: () => log(db),
    profiles(wanted, dates) {
      const [first, last] = dates ? ["min(a.published)", "max(a.published)"] : ["NULL", "NULL"];
      const select = `SELECT ${COUNTS}, ${first} AS first, ${last} AS last`;
      if (wanted === null) return db.rows<ProfileCount>(`${select} FROM statements s WHERE ${NAMED} ${GROUP}`);
      return db.rows<ProfileCount>(
        `${select} FROM speaker_names n JOIN statements s ON md5(s.speaker) = md5(n.name) AND s.speaker = n.name
         ${dates ? "JOIN articles a ON a.id = s.article" : ""}
         WHERE left(n.key, 400) = ANY(SELECT left(k, 400) FROM unnest($1::text[]) k) AND n.key = ANY($1::text[]) AND ${NAMED} ${GROUP}`,
        [wanted],
      );
    },
    known: (wanted) =>
      keys(
        `SELECT DISTINCT key FROM speaker_names
         WHERE left(key, 400) = ANY(SELECT left(k, 400) FROM unnest($1::text[]) k) AND key = ANY($1::text[])`,
        [wanted],
      ),
    longer: (wanted) =>
      keys(
        `SELECT l.key FROM unnest($1::text[]) k, LATERAL (
           (SELECT DISTINCT key FROM speaker_names WHERE md5(letters) = md5(k) AND letters = k LIMIT ${MOST_LONGS}) UNION ALL
           (SELECT DISTINCT key FROM speaker_names WHERE length(k) <= ${LONGEST_HEAD} AND left(key, 400) > k || ' ' COLLATE "C"
              AND left(key, 400) < k || '!' COLLATE "C" LIMIT ${MOST_LONGS})) l`,
        [wanted],
      ),
    like: (words) =>
      keys(
        `SELECT DISTINCT key FROM speaker_names WHERE (SELECT bool_and(strpos(' ' || key, ' ' || w) > 0) FROM unnest($1::text[]) w) LIMIT ${MOST_NAMES}`,
        [words],
      ),
  });
  return {
    ...views,
    decideSpeakers: (events) =>
      db.transaction(async (sql) => {
        await lockAll(sql, [LOCK.speakers]);
        const { fresh, answer } = decisionsOn(await log(sql), events);
        for (const event of fresh)
          await sql.rows(
            "INSERT INTO speaker_decisions(id, author, time, type, note, event) VALUES($1, $2, $3, $4, $5, $6)",
            [event.id, event.author, event.time, event.type, event.note ?? null, JSON.stringify(event)],
          );
        return answer;
      }),
    speakerDecisions: () => log(db),
    statementsOf: (profiles, filter) => spoken(db, profiles, filter),
  };
}

async function spoken(db: Database, profiles: readonly Profile[], filter: SpokenFilter): Promise<SpokenList> {
  const binder = makeBinder();
  const column = (of: (profile: Profile) => string | null) => `${binder.bind(profiles.map(of))}::text[]`;
  const from = `FROM unnest(${column((p) => p.name)}, ${column((p) => p.kind)}, ${column((p) => p.role)}) AS p(name, kind, role)
    JOIN statements s ON md5(s.speaker) = md5(p.name) AND s.speaker = p.name AND s.kind = p.kind AND s.role IS NOT DISTINCT FROM p.role
    JOIN articles a ON a.id = s.article
    WHERE s.naming = 'named' AND s.speaker IS NOT NULL AND ${conditionOf(spokenQuery(filter), "contents", "statement", binder)}`;
  const [counted] = await db.rows<{ total: number }>(`SELECT count(*) AS total ${from}`, binder.values);
  const page = `LIMIT ${binder.bind(filter.limit)} OFFSET ${binder.bind(filter.offset)}`;
  const items = await db.rows<Omit<Spoken, "negated"> & { negated: number }>(
    `SELECT ${SPOKEN} ${from} ORDER BY a.published IS NULL, a.published DESC, s.id ${page}`,
    binder.values,
  );
  return { total: counted?.total ?? 0, items: items.map((row) => ({ ...row, negated: row.negated === 1 })) };
}
