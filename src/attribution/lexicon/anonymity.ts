/**
 * How articles say that a source's name is held back, and why. Data only: a pattern (case does not matter) and an
 * example, whose source stands in square brackets; a test reads each one.
 */

export interface Withholding {
  pattern: string;
  example: string;
}

/** In the source phrase itself. */
export const IN_SOURCE: readonly Withholding[] = [
  { pattern: "\\banonym\\w+", example: "[An anonymous clerk] said the pier was rotten." },
  { pattern: "\\b(?:unnamed|unidentified)\\b", example: "[An unnamed clerk] said the pier was rotten." },
  { pattern: "\\binsiders?\\b", example: "[A club insider] said the coach would go." },
  { pattern: "\\bsources?\\b", example: "[Two sources] said the vote had been lost." },
  {
    pattern: "\\bnot (?:(?:want|wish|agree|like) (?:\\p{L}+ )?to |to )?be (?:named|identified|quoted)\\b",
    example: "[A nurse who did not want to be named] said so.",
  },
  { pattern: "\\basked not\\b", example: "[A driver who asked not to be named] said the brakes were old." },
  {
    pattern: "\\bcondition of anonymity\\b",
    example: "[A clerk speaking on condition of anonymity] said it was late.",
  },
  { pattern: "\\bfamiliar with\\b", example: "[A person familiar with the talks] said they had failed." },
  { pattern: "\\bclose to\\b", example: "[A friend close to the family] said they were well." },
  {
    pattern: "\\bwith (?:direct |first-hand )?knowledge of\\b",
    example: "[Someone with direct knowledge of the sale] said it was off.",
  },
  { pattern: "\\bbriefed on\\b", example: "[A person briefed on the call] said it was short." },
  {
    pattern: "\\bwithheld (?:his|her|their) names?\\b",
    example: "[A guard who withheld his name] said the gate was open.",
  },
  {
    pattern: "\\b(?:declined|refused) to (?:be (?:named|identified|quoted)|give (?:his|her|their) names?)\\b",
    example: "[A guard who refused to give his name] said the gate was open.",
  },
  {
    pattern: "\\bnot authori[sz]ed to (?:speak|talk|comment|discuss)",
    example: "[An aide who was not authorised to speak] said the letter was real.",
  },
  {
    pattern: "\\bwho (?:wished|wanted) to (?:stay|remain)\\b",
    example: "[A buyer who wished to remain unknown] paid for it.",
  },
  { pattern: "\\bpals?\\b", example: "[A pal of the singer] said she was fine." },
  { pattern: "^(?:someone|somebody)$", example: "[Someone] said the lights had been on." },
  {
    pattern: "^(?:an?|one|another|the) (?:\\p{L}+ )?(?:poster|commenter)s?\\b",
    example: "[One poster] said the film was fake.",
  },
  {
    // A counted few of an office, none of them named.
    pattern:
      "^(?:one|two|three|four|five|six|seven) (?:of the |(?:senior|current|former|other|government|\\p{Lu}\\p{L}+) ){0,3}(?:officials|diplomats|managers|aides|employees|advisers|executives|crew members|staff members|lawmakers)\\b",
    example: "[Three senior officials] said the treaty was dead.",
  },
  {
    pattern: "\\bwhom \\p{L}+ (?:shall|will|do|does) not name\\b",
    example: "[A boy whom we shall not name] said he ran.",
  },
];

/** Right behind the source. */
export const BEHIND_SOURCE: readonly Withholding[] = [
  { pattern: "\\basked not\\b", example: "[A driver], who asked not to be named, said the brakes were old." },
  {
    pattern: "\\bon (?:the )?condition\\b",
    example: "[A clerk], speaking on condition of anonymity, said it was late.",
  },
  {
    pattern: "\\bnot (?:(?:want|wish|agree|like) (?:\\p{L}+ )?to |to )?be (?:named|identified|quoted)\\b",
    example: "[A nurse], who did not want to be identified, said the ward was full.",
  },
  {
    pattern: "\\b(?:wished|wanted) to (?:stay|remain)\\b",
    example: "[A buyer], who wished to remain unknown, said it was cheap.",
  },
  { pattern: "\\bwithheld\\b", example: "[A guard], who withheld his name, said the gate was open." },
  { pattern: "\\bshall not name\\b", example: "[A boy], whom we shall not name, said he ran." },
  {
    pattern: "\\bdeclined to (?:be named|give (?:his|her|their) name)\\b",
    example: "[A guard], who declined to be named, said the gate was open.",
  },
  { pattern: "\\bspeaking anonymously\\b", example: "[A guard], speaking anonymously, said the gate was open." },
  {
    pattern: "\\bnot authori[sz]ed to (?:speak|talk|comment|discuss)",
    example: "[An aide], who was not authorised to speak in public, said the letter was real.",
  },
];

/** Opens the reason for which the name is held back. */
export const REASONS: readonly Withholding[] = [
  {
    pattern: "\\bbecause\\b",
    example: "[A clerk], who asked not to be named because she fears for her job, said it was late.",
  },
  {
    pattern: "\\b(?:out of|for) fear\\b",
    example: "[A clerk], who asked not to be named for fear of reprisals, said it was late.",
  },
  { pattern: "\\bfearing\\b", example: "[A clerk], who asked not to be named, fearing for his job, said it was late." },
  {
    pattern: "\\bas (?:he|she|they|it|the)\\b",
    example: "[A clerk], who asked not to be named as the talks are private, said it was late.",
  },
  {
    pattern: "\\bsince (?:he|she|they|it|the)\\b",
    example: "[A clerk], who asked not to be named since they still work there, said it was late.",
  },
  {
    pattern: "\\bto (?:discuss|speak|talk|protect|avoid|describe)\\b",
    example: "[A clerk], who asked not to be named to protect her family, said it was late.",
  },
  { pattern: "\\bciting\\b", example: "[A clerk], who asked not to be named, citing her contract, said it was late." },
  {
    pattern: "\\bnot authori[sz]ed\\b",
    example: "[An aide], who was not authorised to speak in public, said the letter was real.",
  },
  {
    pattern: "\\b(?:due to|owing to|given)\\b",
    example: "[An aide], who asked not to be named given the dispute, said the letter was real.",
  },
];
