/** Runs mammoth in a thread of its own. */
import { parentPort, workerData } from "node:worker_threads";
import { zipSync } from "fflate";
import mammoth from "mammoth";

/** What the thread answers; `html` is `null` for a broken document. */
export interface Answer {
  html: string | null;
}

async function convert(parts: Record<string, Uint8Array>): Promise<Answer> {
  const result = await mammoth.convertToHtml(
    { buffer: Buffer.from(zipSync(parts, { level: 0 })) },
    {
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
      styleMap: ["comment-reference => ", "p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"],
    },
  );
  return { html: result.value };
}

convert(workerData as Record<string, Uint8Array>)
  // mammoth and its parsers throw errors of many kinds, none of which names the file or a remedy.
  .catch((): Answer => ({ html: null }))
  .then((answer) => parentPort?.postMessage(answer));
