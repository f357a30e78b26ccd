import { describe, expect, it } from "vitest";
import { readFeed } from "../../../src/reading/inputs/feed.ts";
import { isFeed } from "../../../src/reading/inputs/feed-head.ts";
import { readArticle } from "../../../src/reading/read.ts";
import { all, articlesOf, errorsOf } from "./results.ts";

const read = (text: string) => all(readFeed(text, "feed.xml", "feed"));

const RSS = `<?xml version="1.0" encoding="UTF-8"?>
<!-- made by hand -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Pell Post</title><link>https://pellpost.example</link>
<item><title>Mayor &amp; council disagree</title><link>https://pellpost.example/2024/03/mayor-bridge.html</link>
<pubDate>Tue, 05 Mar 2024 23:30:00 -0500</pubDate><dc:creator>Ana Holt</dc:creator>
<description>Short.</description>
<content:encoded><![CDATA[<p>“I won’t pay for the bridge,” mayor Ines Bray said.</p><p>The council said it would.</p>]]></content:encoded></item>
<item><title>Harbour reopens</title><guid isPermaLink="false">77</guid><description>&lt;p&gt;The harbour of Pell has reopened, its master said.&lt;/p&gt;</description></item>
<item><title>Nothing here</title><link>https://pellpost.example/3</link></item>
</channel></rss>`;

const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Quill Wire</title><id>x</id><updated>2024-05-01T00:00:00Z</updated>
<entry><title type="html">Dam &lt;b&gt;holds&lt;/b&gt;</title><id>1</id><link rel="alternate" href="https://quill.example/dam"/><published>2024-05-01T06:07:08+02:00</published>
<updated>2024-05-02T00:00:00Z</updated><author><name>Bo Lind</name></author><summary>No.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The dam holds, engineer Bo Ek said.</p></div></content></entry>
<entry><title>Plain</title><id>2</id><updated>2024-05-02T00:00:00Z</updated><summary type="text">The dam is old &amp; strong.</summary></entry></feed>`;

const JSON_FEED = JSON.stringify({
  version: "https://jsonfeed.org/version/1.1",
  title: "Tarn Today",
  items: [
    {
      id: "1",
      url: "https://tarn.example/a",
      title: "A",
      content_text: "The road is open, Al Fenn said.",
      date_published: "2024-01-02T03:04:05Z",
    },
    {
      id: "2",
      url: "https://tarn.example/a",
      title: "B",
      content_html: "<p>It is not.",
      authors: [{ name: "Di Moe" }],
    },
  ],
});

describe("feeds", () => {
  it("reads RSS: the whole text where the feed has it, the description elsewhere", async () => {
    const results = await read(RSS);
    const [first, second] = articlesOf(results);
    expect(first?.given).toEqual({
      title: "Mayor & council disagree",
      url: "https://pellpost.example/2024/03/mayor-bridge.html",
      published: "2024-03-05T23:30:00-05:00",
      byline: "Ana Holt",
      outlet: "The Pell Post",
    });
    expect(first?.id).toBe("feed-2024-03-mayor-bridge");
    expect(second?.id).toBe("feed-000002");
    expect((await readArticle(first as never)).text).toBe(
      "Mayor & council disagree\n\n“I won’t pay for the bridge,” mayor Ines Bray said.\n\nThe council said it would.",
    );
    expect((await readArticle(second as never)).text).toContain(
      "\n\nThe harbour of Pell has reopened, its master said.",
    );
    expect(errorsOf(results)).toEqual([
      "feed.xml: entry 3 (Nothing here): has no text in the feed; add --linked to read the page it leads to",
    ]);
  });

  it("reads Atom and JSON Feed", async () => {
    const [dam, plain] = articlesOf(await read(ATOM));
    expect(dam?.given).toEqual({
      title: "Dam holds",
      url: "https://quill.example/dam",
      published: "2024-05-01T06:07:08+02:00",
      modified: "2024-05-02T00:00:00Z",
      byline: "Bo Lind",
      outlet: "Quill Wire",
    });
    expect((await readArticle(dam as never)).text).toBe("Dam holds\n\nThe dam holds, engineer Bo Ek said.");
    expect([plain?.kind, plain?.body]).toEqual(["text", "The dam is old & strong."]);
    const [a, b] = articlesOf(await read(JSON_FEED));
    expect([a?.id, a?.kind, a?.given?.published, a?.given?.outlet]).toEqual([
      "feed-a",
      "text",
      "2024-01-02T03:04:05Z",
      "Tarn Today",
    ]);
    expect([b?.id, b?.kind, b?.given?.byline]).toEqual(["feed-a-2", "html", "Di Moe"]);
  });

  it("knows a feed by how it begins", () => {
    for (const feed of [RSS, ATOM, JSON_FEED, '<?xml version="1.0"?><!DOCTYPE rss><rss>', "\n<rdf:RDF xmlns='x'>"])
      expect(isFeed(feed)).toBe(true);
    for (const other of ["<html><body><feed>", "Some text about <rss>", '{"id":"1","text":"version"}', "<feedback>"])
      expect(isFeed(other)).toBe(false);
  });

  it("refuses entity declarations, bottomless markup and what is broken, each with one line", async () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><rss version="2.0"><channel><title>x</title><item><title>&b;</title></item></channel></rss>`;
    await expect(read(bomb)).rejects.toThrow("feed.xml: declares entities in its DOCTYPE");
    await expect(read(`<rss>${"<a>".repeat(10_000)}`)).rejects.toThrow("nested more than 500 deep");
    await expect(read("<rss><channel>")).rejects.toThrow(/^feed\.xml: looks like a feed and is broken/);
    await expect(read('{"version":"https://jsonfeed.org/version/1","items":')).rejects.toThrow("is broken");
    // External files are never opened: the reference stays what it is.
    const external = `<!DOCTYPE rss SYSTEM "file:///etc/passwd"><rss version="2.0"><channel><title>x</title><item><title>t</title><description>Fine, he said.</description></item></channel></rss>`;
    expect(articlesOf(await read(external))).toHaveLength(1);
  });

  it("takes linear time on markup that never closes", async () => {
    await expect(read(`<rss>${"<a".repeat(400_000)}`)).rejects.toThrow("broken");
    await expect(read(`<rss>${"<![CDATA[".repeat(100_000)}`)).rejects.toThrow("broken");
  });
});
