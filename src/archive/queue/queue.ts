/** The queue of a shared archive: what is to be read, for any number of workers on any machine. */
import type { PgBoss } from "pg-boss";
import { type Connected, connect } from "../postgres/connect.ts";
import type { PostgresArchive } from "../postgres/postgres.ts";
import type { Sql } from "../postgres/sql.ts";
import { shownPlace } from "../place.ts";
import { ARTICLES, makeBoss } from "./boss.ts";
import { holdQueue, queueSchema } from "./schema.ts";

export interface Queue {
  /** Where it is, without password. */
  readonly shown: string;
  readonly db: Connected;
  readonly boss: PgBoss;
  close(): Promise<void>;
}

export interface QueueOptions {
  /** Make it where there is none. */
  create: boolean;
  /** Look after other workers, which whoever works does. */
  supervise?: boolean;
  /** What its connections are called in the server's lists. */
  program?: string;
  /** Is told what pg-boss could not do in the background. */
  trouble?: (error: Error) => void;
}

/** @throws UnreadableError when there is none (and `create` is false), it may not be made, or cannot be reached */
export async function openQueue(place: string, archive: PostgresArchive, options: QueueOptions): Promise<Queue> {
  const { create, supervise = false, program = "hearsay", trouble = () => undefined } = options;
  const [row] = await archive.db.rows<{ schema: string }>("SELECT current_schema() AS schema");
  const schema = queueSchema(row?.schema ?? "public");
  const shown = shownPlace(place);
  const hold = { shown, create };
  const db = await connect(inSchema(place, schema), {
    create,
    program,
    hold: (client) => holdQueue(client, schema, hold),
  });
  const boss = makeBoss(db.execute, schema, supervise);
  boss.on("error", trouble);
  try {
    await boss.start();
  } catch (error) {
    await db.close();
    throw error;
  }
  return {
    shown,
    db,
    boss,
    async close() {
      await boss.stop({ graceful: false });
      await db.close();
    },
  };
}

/** Statements of pg-boss inside a transaction of ours. */
export const within = (
  sql: Sql,
): { db: { executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }> } } => ({
  db: { executeSql: async (text, values = []) => ({ rows: await sql.rows(text, values) }) },
});

/** A job tells that of one key there is something to be read. */
export interface Token {
  key: string;
}

/** Priorities: what somebody waits for comes first. */
const URGENT = 10;

/** Puts a job into the queue for each of these rows, in the transaction that made them. */
export async function sendTokens(
  { boss }: Queue,
  sql: Sql,
  rows: readonly { key: string; urgent: boolean }[],
): Promise<void> {
  if (rows.length === 0) return;
  await boss.insert(
    ARTICLES,
    rows.map(({ key, urgent }) => ({
      data: { key } satisfies Token,
      singletonKey: key,
      priority: urgent ? URGENT : 0,
    })),
    within(sql),
  );
}

/** An address whose connections use the tables of one schema. */
function inSchema(place: string, schema: string): string {
  const url = new URL(place);
  url.searchParams.set("options", `-c search_path=${schema}`);
  // The driver does not take "+" for a blank.
  url.search = url.search.replaceAll("+", "%20");
  return url.href;
}
