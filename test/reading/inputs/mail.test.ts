import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { LARGEST_MAIL, readMail } from "../../../src/reading/inputs/eml.ts";
import { readMbox } from "../../../src/reading/inputs/mbox.ts";
import { openInputs } from "../../../src/reading/inputs/open.ts";
import { all, articlesOf, errorsOf, pieces } from "./results.ts";

const PLAIN = `From: "The Pell Post" <news@pellpost.example>
To: reader@example.org
Subject: Fwd: =?UTF-8?Q?Mayor_says_=E2=80=9Cno=E2=80=9D?=
Date: Tue, 05 Mar 2024 23:30:00 -0500
Message-ID: <1@pellpost.example>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

=E2=80=9CWe will not pay,=E2=80=9D said Ines Bray.

From Pell to Tarn the road is closed.
`;
const both = (plain: string, html: string): string => `From: news@quill.example
Subject: Dam holds
Date: 1 May 2024 06:07 +0200
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary=b

--b
Content-Type: text/plain

${plain}
--b
Content-Type: text/html

${html}
--b
Content-Type: application/octet-stream; name=x

zzz
--b--
`;
const HTML = "<table><tr><td><p>The dam holds, engineer Bo Ek said on Monday.</p></td></tr></table>";
const read = (mail: string) => readMail(Buffer.from(mail), "a.eml", "a");
const mbox = (text: string | Uint8Array, size = 3000) =>
  all(readMbox(pieces(Buffer.from(text as string), size), "box.mbox", "box"));
const box = (...mails: string[]): string =>
  mails
    .map(
      (mail) => `From ana@pell.example Tue Mar  5 10:00:00 2024\n${mail.replace(/^(>*From )(?=[^\n:]*\.)/gm, ">$1")}\n`,
    )
    .join("");

describe("mails", () => {
  it("are read with subject, sender and date", async () => {
    expect(await read(PLAIN)).toEqual({
      ok: true,
      input: {
        id: "a",
        kind: "text",
        body: "“We will not pay,” said Ines Bray.\n\nFrom Pell to Tarn the road is closed.",
        given: { title: "Mayor says “no”", outlet: "The Pell Post", published: "2024-03-05T23:30:00-05:00" },
      },
    });
  });
  it("are read in the plain version unless that is a stub", async () => {
    const full = await read(both("The dam holds, engineer Bo Ek said on Monday.", HTML));
    const stub = await read(both("View in browser.", HTML));
    expect([full, stub].map((result) => result.ok && [result.input.kind, result.input.body])).toEqual([
      ["text", "The dam holds, engineer Bo Ek said on Monday."],
      ["html", HTML],
    ]);
    expect(full.ok && full.input.given).toEqual({
      title: "Dam holds",
      outlet: "quill.example",
      published: "2024-05-01T06:07+02:00",
    });
  });
  it("without text, nested without end or with endless headers are refused with one line", async () => {
    const nested = Array.from(
      { length: 200 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`,
    ).join("");
    const results = [
      await read("Subject: x\nFrom: a@b\n\n"),
      await read(`MIME-Version: 1.0\n${nested}`),
      await read(`Subject: x\n${"X-Y: z\n".repeat(200_000)}\n\nHi`),
    ];
    expect(errorsOf(results)).toEqual([
      "a.eml: is a mail without text; save what is attached and name that",
      expect.stringContaining("nested too deep"),
      expect.stringContaining("headers without end"),
    ]);
  });
});

describe("mailboxes", () => {
  it("are read mail by mail, whatever the pieces, packed or not", async () => {
    const text = box(PLAIN, both("The dam holds, he said.", "<p>The dam holds, he said.</p>"), PLAIN);
    for (const bytes of [text, text.replaceAll("\n", "\r\n"), gzipSync(text)])
      for (const size of [1, 13, 100_000]) {
        const results = await mbox(bytes, size);
        expect(errorsOf(results)).toEqual([]);
        expect(articlesOf(results).map(({ id, given }) => [id, given?.title])).toEqual([
          ["box-000001", "Mayor says “no”"],
          ["box-000002", "Dam holds"],
          ["box-000003", "Mayor says “no”"],
        ]);
        expect(articlesOf(results)[0]?.body.replaceAll("\r", "")).toContain("\n\nFrom Pell to Tarn");
      }
  });
  it("report a mail that is empty, too large or cut off, and go on", async () => {
    const results = await mbox(
      box(PLAIN, "Subject: none\n\n", `Subject: large\n\n${"a".repeat(LARGEST_MAIL)}\n`, PLAIN),
      1 << 20,
    );
    expect(articlesOf(results).map((input) => input.id)).toEqual(["box-000001", "box-000004"]);
    expect(errorsOf(results)).toEqual([
      "box.mbox: mail 2: is a mail without text; save what is attached and name that",
      "box.mbox: mail 3: is larger than 64 MB; it was left out",
    ]);
    const packed = gzipSync(box(PLAIN, PLAIN));
    expect(errorsOf(await mbox(packed.subarray(0, -40)))).toEqual([expect.stringContaining("damaged or cut off")]);
  });
  it("and mails are opened by what they begin with", async () => {
    const folder = mkdtempSync(join(tmpdir(), "hearsay-mail-"));
    writeFileSync(join(folder, "a.txt"), box(PLAIN, PLAIN));
    writeFileSync(join(folder, "b"), PLAIN);
    const options = { given: {}, allowPrivate: false, force: false, stdin: process.stdin, folders: true };
    expect(articlesOf(await all(openInputs([folder], options))).map((input) => input.id)).toEqual([
      "a-000001",
      "a-000002",
      "b",
    ]);
  });
});
