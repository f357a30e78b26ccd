/** Speakers in an archive file: profiles counted by SQL, joined by the pure core; the log of decisions. */
import { decisionsOn, makeSpeakerViews, MOST_LONGS, MOST_NAMES } from "../speakers/archive.ts";
import { type SpeakerEvent, SpeakerEventSchema } from "../speakers/events.ts";
import type { SpeakerArchive, SpeakerDecisions, SpokenFilter, SpokenList, Spoken } from "../speakers/found.ts";
import type { Profile, ProfileCount } from "../speakers/profile.ts";
import { senseOf, toSqlite } from "./search/conditions.ts";
import { SPOKEN, spokenQuery } from "../sql/spoken.ts";
import type { Db } from "./open.ts";

/** Who is named, by profile. */
const NAMED = "p.naming = 'named' AND p.speaker IS NOT NULL";

/** Articles as an index holds them that is short beside their texts. */
const DATED = "JOIN articles a INDEXED BY articles_facts";

export function makeSpeakers(db: Db): SpeakerArchive {
  const insert = db.prepare(
    "INSERT INTO speaker_decisions(id, author, time, type, note, event) VALUES(@id, @author, @time, @type, @note, @event)",
  );
  const all = db.prepare("SELECT event FROM speaker_decisions ORDER BY seq").pluck();
  const log = (): SpeakerEvent[] => all.all().map((event) => SpeakerEventSchema.parse(JSON.parse(event as string)));

  const everybody = db.prepare(
    `SELECT v.value AS name, p.kind, p.role, c.statements, c.reviewed, NULL AS first, NULL AS last
     FROM (SELECT profile, count(*) AS statements, count(review) AS reviewed FROM statement_rows GROUP BY profile) c
       CROSS JOIN profiles p ON p.id = c.profile CROSS JOIN search_values v ON v.id = p.speaker WHERE ${NAMED}`,
  );
  // The names first: the index of statements then gives each one's rows.
  const counted = (dates: boolean) =>
    db.prepare(
      `SELECT n.name, p.kind, p.role, count(*) AS statements, count(r.review) AS reviewed, ${dates ? "min(a.published) AS first, max(a.published) AS last" : "NULL AS first, NULL AS last"}
       FROM speaker_names n CROSS JOIN search_values v ON v.value = n.name CROSS JOIN profiles p ON p.speaker = v.id
         CROSS JOIN statement_rows r ON r.profile = p.id ${dates ? `${DATED} ON a.id = r.article AND a.current = 1` : ""}
       WHERE n.key IN (SELECT value FROM json_each(?)) AND ${NAMED} GROUP BY p.id`,
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
  const query = spokenQuery(filter);
  const { where, params } = toSqlite(query, senseOf(db, query, "contents", "statement"));
  const list = JSON.stringify(profiles.map(({ name, kind, role }) => [name, kind, role]));
  const from = `FROM json_each(?) j CROSS JOIN search_values v ON v.value = j.value ->> 0
    CROSS JOIN profiles p ON p.speaker = v.id AND p.kind = j.value ->> 1 AND p.role IS j.value ->> 2
    CROSS JOIN statement_rows s ON s.profile = p.id CROSS ${DATED} ON a.id = s.article AND a.current = 1
    WHERE p.naming = 'named' AND ${where}`;
  // What is shown is looked up of the page only: words come from the texts of articles.
  const items = db
    .prepare(
      `SELECT ${SPOKEN} FROM (SELECT s.id ${from} ORDER BY a.published IS NULL, a.published DESC, s.id LIMIT ? OFFSET ?) page
         CROSS JOIN statements s ON s.id = page.id CROSS JOIN articles a ON a.id = s.article
       ORDER BY a.published IS NULL, a.published DESC, s.id`,
    )
    .all(list, ...params, filter.limit, filter.offset) as (Omit<Spoken, "negated"> & { negated: number })[];
  const total = db
    .prepare(`SELECT count(*) ${from}`)
    .pluck()
    .get(list, ...params) as number;
  return { total, items: items.map((row) => ({ ...row, negated: row.negated === 1 })) };
}
