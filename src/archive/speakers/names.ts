/** The profiles of one name, one speaker or several namesakes. */
import { officeFit } from "./offices.ts";
import type { ProfileCount, SpeakerProfile } from "./profile.ts";

/** Profiles that seem to be one speaker. */
export interface Cluster {
  profiles: SpeakerProfile[];
  /** Why it is kept apart from others of the name; `null` where it need not be. */
  apart: string | null;
}

const BODIES = new Set(["organisation", "government", "outlet", "group", "document"]);
/** Profiles of a cluster that another is compared with, those with most statements. */
const MOST_COMPARED = 100;
const FIRST = "named so in the articles";
const FEW = "the same name";

/** Person and body of one name are two; a club that one article takes for a ministry is one. */
const sameSort = (a: string, b: string): boolean => a === b || (BODIES.has(a) && BODIES.has(b));

/**
 * Clusters of profiles that share a name. A profile goes to the cluster whose offices fit, the surest first; one without an office goes
 * to the only one there is, or stays for itself where several namesakes could be meant.
 */
export function clustersOf(profiles: readonly ProfileCount[]): Cluster[] {
  const clusters: Cluster[] = [];
  const ordered = [...profiles].sort(
    (a, b) => Number(a.role === null) - Number(b.role === null) || b.statements - a.statements || compare(a, b),
  );
  for (const profile of ordered) {
    let best: { cluster: Cluster; reason: string; sure: number } | null = null;
    let apart: string | null = null;
    const possible: Cluster[] = [];
    for (const cluster of clusters) {
      const fit = fitOf(profile, cluster);
      if (fit.fit === "apart") {
        apart = fit.reason;
        continue;
      }
      possible.push(cluster);
      const sure = fit.fit === "same" ? 1 : 0;
      if (!best || sure > best.sure) best = { cluster, reason: fit.reason, sure };
    }
    const namesakes = clusters.length > possible.length || clusters.some((c) => c.apart !== null);
    // With namesakes about, an office that fits none of them surely could be anybody's.
    if (best && (best.sure > 0 || (possible.length === 1 && !(profile.role === null && namesakes))))
      best.cluster.profiles.push({ ...profile, standing: "suggested", reason: best.reason });
    else {
      const unclear =
        profile.role === null
          ? "no office is told, and several have the name"
          : "its office fits none of the others surely";
      clusters.push({
        profiles: [{ ...profile, standing: "suggested", reason: FIRST }],
        apart: clusters.length === 0 ? null : (apart ?? unclear),
      });
    }
  }
  return clusters;
}

const compare = (a: ProfileCount, b: ProfileCount): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : (a.role ?? "") < (b.role ?? "") ? -1 : a.kind < b.kind ? -1 : 1;

function fitOf(profile: ProfileCount, { profiles }: Cluster): { fit: "same" | "unclear" | "apart"; reason: string } {
  let unclear: { fit: "unclear"; reason: string } | null = null;
  let apart: { fit: "apart"; reason: string } | null = null;
  for (const other of profiles.slice(0, MOST_COMPARED)) {
    if (!sameSort(profile.kind, other.kind))
      return { fit: "apart", reason: `articles take one for a ${profile.kind}, the other for a ${other.kind}` };
    // A body has its name; what an article says it does tells no two of them apart.
    if (BODIES.has(profile.kind)) return { fit: "same", reason: FEW };
    const fit = officeFit(profile.role, other.role);
    if (fit.fit === "same") return { fit: "same", reason: fit.reason };
    if (fit.fit === "apart") apart ??= { fit: "apart", reason: fit.reason };
    else unclear ??= { fit: "unclear", reason: profile.role === null && other.role === null ? FEW : fit.reason };
  }
  // One office that cannot be this person's counts for more than others of which nothing can be told.
  return apart ?? unclear ?? { fit: "unclear", reason: FEW };
}
