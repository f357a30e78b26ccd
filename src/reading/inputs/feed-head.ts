/** Whether text begins like a feed of any of the formats. */
export function isFeed(head: string): boolean {
  if (/^\s*\{/.test(head)) return /"version"\s*:\s*"https?:\/\/(?:www\.)?jsonfeed\.org\/version\//.test(head);
  return /^\s*(?:(?:<\?[^>]{0,400}\?>|<!--[\s\S]{0,4000}?-->|<!DOCTYPE[^>[]{0,400}(?:\[[\s\S]{0,4000}?\]\s*)?>)\s*)*<(?:rss|feed|rdf:RDF)[\s>]/i.test(
    head,
  );
}
