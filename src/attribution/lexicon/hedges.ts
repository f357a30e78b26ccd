/**
 * Words by which a source leaves open what it says ("may", "in all likelihood"). Data only: a pattern (case does not
 * matter) and an example that a test reads; Hyland 1998 sorts such words in research articles, ours are those of news.
 */
export interface Hedge {
  pattern: string;
  example: string;
}

export const HEDGES: readonly Hedge[] = [
  { pattern: "may(?! (?:day|bank|\\d))", example: "Brack said the pier may fall." },
  {
    pattern: "might(?! (?:of|and)\\b)",
    example: "Brack said the pier might fall.",
  },
  {
    pattern:
      "could (?:\\p{L}+ly |also |even |well |still |yet |soon |one day )*(?:be|have|become|lead|cost|happen|mean|fall|rise|take|face|lose|affect|cause|return|reach|bring|go|come|get|make|end)",
    example: "Brack said the pier could fall.",
  },
  { pattern: "perhaps|maybe", example: "Brack said the pier was perhaps too old." },
  {
    pattern: "(?:most |very |quite )?(?:probably|possibly|presumably|conceivably)",
    example: "Brack said the pier was probably safe.",
  },
  {
    pattern: "(?:un)?likely(?= to| that|$|[,.;])|(?:most|more than|very|in all) (?:un)?likel(?:y|ihood)",
    example: "Brack said the pier was in all likelihood safe.",
  },
  {
    pattern: "(?:apparently|seemingly|supposedly|allegedly|reportedly)",
    example: "Brack said the pier had apparently been sold.",
  },
  {
    pattern: "(?:appear|seem)(?:s|ed)?(?= to| that| \\p{L}+ to| as if| like)",
    example: "Brack said the pier appeared to be safe.",
  },
  {
    pattern: "(?:it is|it was|it’s|it's) (?:quite |very )?(?:possible|conceivable|plausible) that",
    example: "Brack said it was possible that the pier was safe.",
  },
  {
    pattern: "I (?:think|believe|suspect|guess|suppose|assume|imagine|fear)|we (?:think|believe|suspect|assume)",
    example: "“I think the pier is safe,” Brack said.",
  },
  {
    pattern: "as far as (?:I|we|he|she|they) (?:know|knew|can tell|could tell|am aware|are aware|is aware)",
    example: "Brack said the pier was safe as far as she knew.",
  },
  {
    pattern: "to (?:my|our|the best of (?:my|our|his|her|their)) knowledge",
    example: "“To my knowledge the pier is safe,” Brack said.",
  },
  {
    pattern: "(?:not|n['’]t) (?:be |entirely |quite |yet |completely )*(?:sure|certain|clear|convinced)",
    example: "Brack said it was not clear who had sold the pier.",
  },
  { pattern: "unclear|uncertain", example: "Brack said it was unclear who had sold the pier." },
  { pattern: "a (?:hunch|guess|rough estimate|hypothesis|suspicion)", example: "Brack said it was a hunch, no more." },
  {
    pattern: "by (?:my|our|his|her|their) (?:estimate|reckoning|count)|rough estimate|roughly speaking",
    example: "“By our estimate the pier will last a year,” Brack said.",
  },
  {
    pattern: "too (?:early|soon) to (?:say|tell|know|be sure|judge)",
    example: "Brack said it was too early to say who had sold the pier.",
  },
  {
    pattern:
      "cannot (?:be ruled out|rule out|be excluded|exclude)|could not (?:be ruled out|rule out|be excluded|exclude)",
    example: "Brack said a sale could not be ruled out.",
  },
  {
    pattern: "if (?:it is |it’s |it's |that is |this is )?(?:true|confirmed|correct)",
    example: "Brack said the sale, if true, was a scandal.",
  },
];
