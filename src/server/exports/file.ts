/** A file that is made by a thread and sent by the server. */

export interface MadeFile {
  contents: string | Uint8Array;
  mediaType: string;
  name: string;
}

export const PAGE_TYPE = "text/html; charset=utf-8";

/** A download; its name is plain ASCII and cannot leave the header. */
export function download({ contents, mediaType, name }: MadeFile): Response {
  return new Response(typeof contents === "string" ? contents : Uint8Array.from(contents), {
    headers: {
      "content-type": mediaType,
      "content-disposition": `attachment; filename="${name.replace(/[^\w.-]+/g, "_")}"`,
    },
  });
}
