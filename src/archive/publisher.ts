/** Who published an article; apart from `identity.ts`, since the page asks it too, and browsers have no Node. */

/** Who published an article: its outlet, else the host of its address. */
export const outletOf = ({ outlet, url }: { outlet: string | null; url: string | null }): string | null =>
  outlet ?? (url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") || null : null);
