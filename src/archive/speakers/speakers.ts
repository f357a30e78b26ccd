/** Profiles and the log of decisions → speakers. What humans decided comes first; the rest is suggested by names and offices. */
import { standing } from "../corrections/undo.ts";
import { type Decided, decide } from "./decided.ts";
import type { SpeakerEvent } from "./events.ts";
import { nameKey, shortKeys } from "./name-key.ts";
import { type Cluster, clustersOf } from "./names.ts";
import { type Profile, type ProfileCount, profileKey, type Speaker, type SpeakerProfile } from "./profile.ts";

const BODIES = new Set(["organisation", "government", "outlet"]);

/** Speakers, those with most statements first. The order of profiles is no matter. */
export function speakersOf(profiles: readonly ProfileCount[], log: readonly SpeakerEvent[]): Speaker[] {
  const decided = decide(standing(log).events);
  const groups = new Map<Decided, SpeakerProfile[]>();
  const byAlias = new Map<string, Decided>();
  for (const group of new Set(decided.values())) for (const alias of group.aliases) byAlias.set(nameKey(alias), group);
  const open: ProfileCount[] = [];
  for (const profile of profiles) {
    const own = decided.get(profileKey(profile));
    const group = own ?? byAlias.get(nameKey(profile.name));
    if (!group) open.push(profile);
    else {
      const standing = own && own.reason !== "" ? "confirmed" : "suggested";
      push(groups, group, { ...profile, standing, reason: own ? own.reason : "a name that a human gave this speaker" });
    }
  }
  // Who was only given a name or an id is as much of a suggestion as before.
  for (const [group, members] of groups)
    if (group.reason === "") {
      const reasons = clustersOf(members).flatMap((cluster) =>
        cluster.profiles.map((p) => [profileKey(p), p.reason] as const),
      );
      const of = new Map(reasons);
      for (const member of members) member.reason ||= of.get(profileKey(member)) ?? "";
    }
  const clusters = suggest(open, groups);
  const speakers = [
    ...[...groups].map(([group, members]) => speakerOf(members, group, null)),
    ...clusters.map(({ profiles: members, apart }) => speakerOf(members, null, apart)),
  ];
  return withNamesakes(speakers.sort(inOrder));
}

const inOrder = (a: Speaker, b: Speaker): number =>
  b.statements - a.statements ||
  (a.name < b.name ? -1 : a.name > b.name ? 1 : (a.role ?? "~") < (b.role ?? "~") ? -1 : 1);

/** Suggestions for what nobody decided: by name and office, then short forms of houses that only one house can have. */
function suggest(open: readonly ProfileCount[], groups: Map<Decided, SpeakerProfile[]>): Cluster[] {
  const byKey = new Map<string, ProfileCount[]>();
  for (const profile of open) push(byKey, nameKey(profile.name), profile);
  const decidedByKey = new Map<string, Decided[]>();
  for (const [group, members] of groups)
    for (const key of new Set(
      members.filter((m) => m.standing === "confirmed" || group.reason === "").map((m) => nameKey(m.name)),
    ))
      push(decidedByKey, key, group);
  const clusters = new Map<string, Cluster[]>();
  for (const [key, profiles] of byKey) {
    const homes = decidedByKey.get(key) ?? [];
    for (const cluster of clustersOf(profiles)) {
      const home = homes.length > 0 ? homeOf(cluster, homes, groups) : null;
      if (home) groups.get(home.group)?.push(...cluster.profiles.map((p) => ({ ...p, reason: home.reason })));
      else push(clusters, key, { ...cluster, apart: cluster.apart ?? whyApart(cluster, homes, groups) });
    }
  }
  joinShort(clusters);
  return [...clusters.values()].flat();
}

/** The group of humans that a cluster seems to belong to, where it is one only. */
function homeOf(
  cluster: Cluster,
  homes: readonly Decided[],
  groups: Map<Decided, SpeakerProfile[]>,
): { group: Decided; reason: string } | null {
  const fitting = homes.filter((group) => {
    const known = groups.get(group) ?? [];
    if (cluster.profiles.some((p) => group.apart?.has(profileKey(p)))) return false;
    return clustersOf([...known, ...cluster.profiles]).length === clustersOf(known).length;
  });
  const [group] = fitting;
  const roleless = cluster.profiles.every((p) => p.role === null);
  if (!group || fitting.length > 1 || (roleless && homes.length > 1)) return null;
  return { group, reason: "the same name as a speaker that a human looked at" };
}

/** Why a cluster does not fit those that humans looked at; `null` where the words do not tell. */
function whyApart(cluster: Cluster, homes: readonly Decided[], groups: Map<Decided, SpeakerProfile[]>): string | null {
  for (const group of homes) {
    const together = clustersOf([...(groups.get(group) ?? []), ...cluster.profiles]);
    const apart = together.find((one) => one.apart !== null);
    if (apart) return apart.apart;
  }
  return null;
}

/** "HPU" or "Kestrel" to the one house that it can stand for. */
function joinShort(clusters: Map<string, Cluster[]>): void {
  const longs = new Map<string, Set<string>>();
  const isBody = (cluster: Cluster): boolean => cluster.profiles.every((p) => BODIES.has(p.kind));
  for (const [key, list] of clusters)
    if (list.some(isBody))
      for (const short of shortKeys(key))
        if (clusters.has(short)) longs.set(short, (longs.get(short) ?? new Set()).add(key));
  // The longest first, so that a short form of a short form goes along.
  for (const [short, keys] of [...longs].sort(([a], [b]) => b.length - a.length)) {
    const [key] = keys;
    const from = clusters.get(short)?.find(isBody);
    const to = key === undefined ? undefined : clusters.get(key)?.find(isBody);
    if (keys.size !== 1 || !from || !to || from === to) continue;
    const name = to.profiles[0]?.name ?? "";
    to.profiles.push(
      ...from.profiles.map((p) => ({
        ...p,
        reason: `seems short for ${name}, the only one in the archive that it can be short for`,
      })),
    );
    clusters.set(
      short,
      (clusters.get(short) ?? []).filter((cluster) => cluster !== from),
    );
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

type WithApart = Speaker & { apart: string | null };

function speakerOf(members: readonly SpeakerProfile[], group: Decided | null, apart: string | null): WithApart {
  const profiles = [...members].sort((a, b) => b.statements - a.statements || (profileKey(a) < profileKey(b) ? -1 : 1));
  const sum = (of: (p: SpeakerProfile) => number): number => profiles.reduce((n, p) => n + of(p), 0);
  const names = most(profiles, (p) => p.name);
  const name = group?.name ?? fullest(names, profiles) ?? "";
  const confirmed = sum((p) => (p.standing === "confirmed" ? p.statements : 0));
  const statements = sum((p) => p.statements);
  return {
    name,
    kind: most(profiles, (p) => p.kind)[0] ?? "none",
    role: most(profiles, (p) => p.role)[0] ?? null,
    aliases: [...new Set([...names, ...(group?.aliases ?? [])])].filter((other) => other !== name),
    wikidata: group?.wikidata ?? null,
    statements,
    confirmed,
    suggested: statements - confirmed,
    reviewed: sum((p) => p.reviewed),
    profiles,
    namesakes: [],
    apart: group?.apart != null ? group.reason : apart,
  };
}

/** A house goes by its long name, others by the most frequent. */
function fullest(names: readonly string[], profiles: readonly Profile[]): string | undefined {
  const body = profiles.every((p) => BODIES.has(p.kind));
  return body ? [...names].sort((a, b) => nameKey(b).split(" ").length - nameKey(a).split(" ").length)[0] : names[0];
}

/** Values by statements, the most first. */
function most(profiles: readonly SpeakerProfile[], of: (p: SpeakerProfile) => string | null): string[] {
  const counts = new Map<string, number>();
  for (const p of profiles) {
    const value = of(p);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + p.statements);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([value]) => value);
}

/** Fills in who else has the name. */
function withNamesakes(speakers: readonly WithApart[]): Speaker[] {
  const byKey = new Map<string, WithApart[]>();
  const keysOf = ({ profiles }: WithApart): string[] => {
    const keys = profiles.map((p) => nameKey(p.name));
    return keys.filter((key, i) => keys.indexOf(key) === i);
  };
  for (const speaker of speakers) for (const key of keysOf(speaker)) push(byKey, key, speaker);
  return speakers.map((speaker) => {
    const { apart: mine, ...own } = speaker;
    const shared = keysOf(speaker).flatMap((key) => byKey.get(key) ?? []);
    if (shared.every((other) => other === speaker)) return own;
    const others = [...new Set(shared)].filter((other) => other !== speaker);
    const namesakes = others.map(({ name, role, apart }) => ({
      name,
      role,
      reason: apart ?? mine ?? "kept apart from what a human decided",
    }));
    return { ...own, namesakes };
  });
}
