/** Metadata that the command line gives: it wins over what an article says. */
import type { ArticleInput } from "../document.ts";
import { UsageError } from "../error.ts";
import { findDate } from "../reading/dates.ts";

export interface GivenFlags {
  title?: string;
  outlet?: string;
  published?: string;
}

/** @throws UsageError for a date that is none. */
export function givenBy(flags: GivenFlags): NonNullable<ArticleInput["given"]> {
  const published = flags.published === undefined ? null : findDate(flags.published);
  if (flags.published !== undefined && !published)
    throw new UsageError(`--published ${flags.published}: is no date; write it as 2024-03-14`);
  return {
    ...(flags.title ? { title: flags.title } : {}),
    ...(flags.outlet ? { outlet: flags.outlet } : {}),
    ...(published ? { published } : {}),
  };
}
