/** Laws that hold for every document. */
import { expect } from "vitest";
import type { Document } from "../src/document.ts";

/** Every character that is no blank or control belongs to exactly one block or piece of furniture. */
export function expectTiled(doc: Document): void {
  const owners = new Uint8Array(doc.text.length);
  for (const { span } of [...doc.blocks, ...doc.furniture]) {
    expect(span[0]).toBeGreaterThanOrEqual(0);
    expect(span[1]).toBeLessThanOrEqual(doc.text.length);
    expect(span[0]).toBeLessThan(span[1]);
    for (let i = span[0]; i < span[1]; i++) owners[i] = (owners[i] ?? 0) + 1;
  }
  for (let i = 0; i < doc.text.length; i++) {
    const blank = /[\s\u0000-\u0020\ufeff]/.test(doc.text[i] as string);
    if (!blank) expect(owners[i], `character ${i} of ${JSON.stringify(doc.text.slice(0, 60))}`).toBe(1);
    else expect(owners[i]).toBeLessThanOrEqual(1);
  }
}
