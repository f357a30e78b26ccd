/** The office before a colon, as a list of speakers gives it: "Moderator: Ayla Norn". */
import { officeAt } from "./office.ts";
import type { RoleReader } from "./told.ts";

const LABEL = /(?:^|[\n.;]\s*)([^\n.:;“”"()]{3,40}): $/u;

export const label: RoleReader = (text, { span }) => {
  const lead = text.slice(Math.max(0, span[0] - 50), span[0]);
  const match = LABEL.exec(lead);
  const told = match?.[1] ? officeAt(match[1], span[0] - 2 - match[1].length) : null;
  return told ? [told] : [];
};
