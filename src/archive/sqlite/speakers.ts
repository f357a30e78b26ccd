/** Speakers in an archive file: profiles counted by SQL, joined by the pure core; the log of decisions. */
import { decisionsOn, makeSpeakerViews, MOST_LONGS, MOST_NAMES } from "../speakers/archive.ts";
import { type SpeakerEvent, SpeakerEventSchema } from "../speakers/events.ts";
import type { SpeakerArchive, SpeakerDecisions, SpokenFilter, SpokenList, Spoken } from "../speakers/found.ts";
import type { Profile, ProfileCount } from "../speakers/profile.ts";
import { toSqlite } from "./search/conditions.ts";
import { SPOKEN, spokenQuery } from "../sql/spoken.ts";
import type { Db } from "./open.ts";

const COUNTS = "s.speaker AS name, s.kind, s.role, count(*) AS statements, sum(s.review <> 'suggested') AS reviewed";
const NAMED = "s.naming = 'named' AND s.speaker IS NOT NULL";
const GROUP = "GROUP BY s.speaker, s.kind, s.role";

export function makeSpeakers(db: Db): SpeakerArchive {
  const insert = db.prepare(
    "INSERT INTO speaker_decisions(id, author, time, type, note, event) VALUES(@id, @author, @time, @type, @note, @event)",
  );
  const all = db.prepare("SELECT event FROM speaker_decisions ORDER BY seq").pluck();
  const log = (): SpeakerEvent[] => all.all().map((event) => SpeakerEventSchema.parse(JSON.parse(event as string)));

  const everybody = db.prepare(
    `SELECT ${COUNTS}, NULL AS first, NULL AS last FROM statements s WHERE ${NAMED} ${GROUP}`,
  );
  // The names first: the index of statements then gives each one's rows.
  const counted = (dates: boolean) =>
    db.prepare(
      `SELECT ${COUNTS}, ${dates ? "min(a.published) AS first, max(a.published) AS last" : "NULL AS first, NULL AS last"}
       FROM speaker_names n CROSS JOIN statements s ON s.speaker = n.name ${dates ? "JOIN articles a ON a.id = s.article" : ""}
       WHERE n.key IN (SELECT value FROM json_each(?)) AND ${NAMED} ${GROUP}`,
    );
  const withDates = counted(true);
  const withoutDates = counted(false);
  const known = db
    .prepare("SELECT DISTINCT key FROM speaker_names WHERE key IN (SELECT value FROM json_each(?))")
    .pluck();
  const byLetters = db.prepare(`SELECT DISTINCT key FROM speaker_names WHERE letters = ? LIMIT ${MOST_LONGS}`).pluck();
  const byHead = db
    .prepare(`SELECT DISTINCT key FROM speaker_names WHERE key > ? || ' ' AND key < ? || '!' LIMIT ${MOST_LONGS}`)
    .pluck();

  const append = db.transaction((events: readonly SpeakerEvent[]): SpeakerDecisions => {
    const { fresh, answer } = decisionsOn(log(), events);
    for (const event of fresh)
      insert.run({
        id: event.id,
        author: event.author,
        time: event.time,
        type: event.type,
        note: event.note ?? null,
        event: JSON.stringify(event),
      });
    return answer;
  });

  const views = makeSpeakerViews({
    async log() {
      return log();
    },
    async profiles(keys, dates) {
      if (keys === null) return everybody.all() as ProfileCount[];
      return (dates ? withDates : withoutDates).all(JSON.stringify(keys)) as ProfileCount[];
    },
    async known(keys) {
      return known.all(JSON.stringify(keys)) as string[];
    },
    async longer(keys) {
      return keys.flatMap((key) => [...byLetters.all(key), ...byHead.all(key, key)] as string[]);
    },
    async like(words) {
      const where = words.map(() => "instr(' ' || key, ' ' || ?) > 0").join(" AND ");
      return db
        .prepare(`SELECT DISTINCT key FROM speaker_names WHERE ${where} LIMIT ${MOST_NAMES}`)
        .pluck()
        .all(...words) as string[];
    },
  });

  return {
    ...views,
    async decideSpeakers(events) {
      return append.immediate(events);
    },
    async speakerDecisions() {
      return log();
    },
    async statementsOf(profiles, filter) {
      return spoken(db, profiles, filter);
    },
  };
}

function spoken(db: Db, profiles: readonly Profile[], filter: SpokenFilter): SpokenList {
  const { where, params } = toSqlite(spokenQuery(filter), "contents", "statement");
  const list = JSON.stringify(profiles.map(({ name, kind, role }) => [name, kind, role]));
  const from = `FROM json_each(?) p CROSS JOIN statements s ON s.speaker = p.value ->> 0 AND s.kind = p.value ->> 1 AND s.role IS p.value ->> 2
    JOIN articles a ON a.id = s.article WHERE s.naming = 'named' AND ${where}`;
  const items = db
    .prepare(
      `SELECT ${SPOKEN} ${from}
       ORDER BY a.published IS NULL, a.published DESC, s.id LIMIT ? OFFSET ?`,
    )
    .all(list, ...params, filter.limit, filter.offset) as (Omit<Spoken, "negated"> & { negated: number })[];
  const total = db
    .prepare(`SELECT count(*) ${from}`)
    .pluck()
    .get(list, ...params) as number;
  return { total, items: items.map((row) => ({ ...row, negated: row.negated === 1 })) };
}
