/** The queue of an archive that may have none yet: opened when it is first there. */
import type { PostgresArchive } from "../postgres/postgres.ts";
import { openQueue, type Queue } from "./queue.ts";
import { queueSchema } from "./schema.ts";

export interface LazyQueue {
  /** `null` while there is none. */
  get(): Promise<Queue | null>;
  close(): Promise<void>;
}

export function lazyQueue(place: string, archive: PostgresArchive): LazyQueue {
  let opened: Promise<Queue> | null = null;
  return {
    async get() {
      if (!opened) {
        const [row] = await archive.db.rows<{ schema: string }>("SELECT current_schema() AS schema");
        const table = `${queueSchema(row?.schema ?? "public")}.workers`;
        const [there] = await archive.db.rows<{ there: boolean }>("SELECT to_regclass($1) IS NOT NULL AS there", [
          table,
        ]);
        if (!there?.there) return null;
        opened ??= openQueue(place, archive, { create: false }).catch((error: unknown) => {
          opened = null;
          throw error;
        });
      }
      return opened;
    },
    async close() {
      await (await opened?.catch(() => null))?.close();
    },
  };
}
