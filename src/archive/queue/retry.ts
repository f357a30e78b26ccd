/** Tries again what failed: the queue still has its bytes, so that any machine can. */
import { type Queue, sendTokens } from "./queue.ts";

/** Articles put in again at once. */
const CHUNK = 500;

/** Puts all failed articles into the queue again, as part of a batch; what they are called, by origin and name. */
export async function retryFailed(queue: Queue, batch: string): Promise<{ origin: string; name: string }[]> {
  const all: { origin: string; name: string }[] = [];
  for (;;) {
    const again = await queue.db.transaction(async (sql) => {
      const rows = await sql.rows<{ origin: string; name: string; key: string; urgent: boolean }>(
        `UPDATE queued SET state = 'waiting', batch = $1, told = false, losses = 0, reason = NULL, ended_at = NULL
         WHERE id IN (SELECT min(id) FROM queued q WHERE state = 'failed' AND input IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM queued w WHERE w.state = 'waiting' AND w.input_key = q.input_key) GROUP BY input_key LIMIT ${CHUNK})
         RETURNING origin, name, key, urgent`,
        [batch],
      );
      await sendTokens(queue, sql, rows);
      return rows;
    });
    all.push(...again.map(({ origin, name }) => ({ origin, name })));
    if (again.length < CHUNK) return all;
  }
}
