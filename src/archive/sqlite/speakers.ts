/** Speakers in an archive file: profiles counted by SQL, joined by the pure core; the log of decisions. */
import { addedTo } from "../speakers/decide.ts";
import { type SpeakerEvent, SpeakerEventSchema } from "../speakers/events.ts";
import type { SpeakerArchive, SpeakerDecisions, SpokenFilter, SpokenList, Spoken } from "../speakers/found.ts";
import { nameKey, shortKeys } from "../speakers/name-key.ts";
import type { Profile, ProfileCount } from "../speakers/profile.ts";
import { speakersOf } from "../speakers/speakers.ts";
import { and, type Query } from "../query/query.ts";
import { toSqlite } from "../query/sqlite.ts";
import { tokenize } from "../query/tokens.ts";
import type { Db } from "./open.ts";

/** Houses that a short form may stand for are looked up to this many: two are too many to tell. */
const MOST_LONGS = 50;
/** Rounds of looking up short and long forms of names. */
const ROUNDS = 3;
/** Names that a search by words looks at; the rest is cut off. */
const MOST_NAMES = 5000;

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

  /** These keys with all that may be joined to them: by decisions, and by short and long forms. */
  const related = (keys: readonly string[], events: readonly SpeakerEvent[]): Set<string> => {
    const found = new Set(keys);
    let fresh = [...found];
    for (let round = 0; round < ROUNDS && fresh.length > 0; round++) {
      const next = [
        ...(known.all(JSON.stringify(fresh.flatMap(shortKeys))) as string[]),
        ...fresh.flatMap((key) => [...byLetters.all(key), ...byHead.all(key, key)] as string[]),
        ...decidedWith(fresh, events),
      ];
      fresh = [...new Set(next)].filter((key) => !found.has(key));
      for (const key of fresh) found.add(key);
    }
    return found;
  };
  const keysLike = (like: string): string[] => {
    const words = nameKey(like).split(" ");
    const where = words.map(() => "instr(' ' || key, ' ' || ?) > 0").join(" AND ");
    return db
      .prepare(`SELECT DISTINCT key FROM speaker_names WHERE ${where} LIMIT ${MOST_NAMES}`)
      .pluck()
      .all(...words) as string[];
  };

  const append = db.transaction((events: readonly SpeakerEvent[]): SpeakerDecisions => {
    const { append: fresh, known: old, refused } = addedTo(log(), events);
    for (const event of fresh)
      insert.run({
        id: event.id,
        author: event.author,
        time: event.time,
        type: event.type,
        note: event.note ?? null,
        event: JSON.stringify(event),
      });
    return {
      appended: fresh.map((e) => e.id),
      known: old,
      refused: refused.map(({ event, reason }) => ({ id: event.id, reason })),
    };
  });

  return {
    async speakers({ like, limit, offset }) {
      const events = log();
      const words = like?.trim() ? like : null;
      const wanted = words === null ? null : new Set([...keysLike(words), ...aliasesLike(words, events)]);
      const profiles = (
        wanted === null ? everybody.all() : withoutDates.all(JSON.stringify([...related([...wanted], events)]))
      ) as ProfileCount[];
      const found = speakersOf(profiles, events).filter(
        (speaker) =>
          wanted === null ||
          [...speaker.profiles, ...speaker.aliases.map((name) => ({ name }))].some(({ name }) =>
            wanted.has(nameKey(name)),
          ),
      );
      return { total: found.length, items: found.slice(offset, offset + limit) };
    },
    async speakersNamed(name) {
      const events = log();
      const key = nameKey(name);
      const profiles = withDates.all(JSON.stringify([...related([key], events)])) as ProfileCount[];
      return speakersOf(profiles, events).filter((speaker) =>
        [...speaker.profiles.map((p) => p.name), ...speaker.aliases].some((own) => nameKey(own) === key),
      );
    },
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

/** Keys of names that decisions tie to these. */
function decidedWith(keys: readonly string[], events: readonly SpeakerEvent[]): string[] {
  const asked = new Set(keys);
  return events.flatMap((event) => {
    if (event.type === "undo") return [];
    const names = [...event.profiles.map((p) => p.name), ...(event.type === "alias" ? [event.alias] : [])].map(nameKey);
    return names.some((key) => asked.has(key)) ? names : [];
  });
}

function aliasesLike(like: string, events: readonly SpeakerEvent[]): string[] {
  const words = nameKey(like).split(" ");
  return events
    .flatMap((event) => (event.type === "alias" ? [nameKey(event.alias)] : []))
    .filter((key) => words.every((word) => ` ${key}`.includes(` ${word}`)));
}

function spoken(
  db: Db,
  profiles: readonly Profile[],
  { about, since, until, limit, offset }: SpokenFilter,
): SpokenList {
  const wanted: Query[] = [
    ...tokenize(about ?? "").map(
      ({ word }) => ({ type: "words", field: "about", text: word, exact: false, prefix: false }) as const,
    ),
    ...(since ? [{ type: "date", field: "since", value: since } as const] : []),
    ...(until ? [{ type: "date", field: "until", value: until } as const] : []),
  ];
  const { where, params } = toSqlite(and(wanted), "contents", "statement");
  const list = JSON.stringify(profiles.map(({ name, kind, role }) => [name, kind, role]));
  const from = `FROM json_each(?) p CROSS JOIN statements s ON s.speaker = p.value ->> 0 AND s.kind = p.value ->> 1 AND s.role IS p.value ->> 2
    JOIN articles a ON a.id = s.article WHERE s.naming = 'named' AND ${where}`;
  const items = db
    .prepare(
      `SELECT s.speaker AS name, s.kind, s.role, a.doc, s.n AS statement, a.outlet, a.title, a.published, a.url, s.start, s.end, s.form, s.act,
         s.negated, s.framing, s.channel, s.via, s.content, s.review ${from}
       ORDER BY a.published IS NULL, a.published DESC, s.id LIMIT ? OFFSET ?`,
    )
    .all(list, ...params, limit, offset) as (Omit<Spoken, "negated"> & { negated: number })[];
  const total = db
    .prepare(`SELECT count(*) ${from}`)
    .pluck()
    .get(list, ...params) as number;
  return { total, items: items.map((row) => ({ ...row, negated: row.negated === 1 })) };
}
