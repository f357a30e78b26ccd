/**
 * For a migration: indexes that hold all that lists and totals of articles look at. Without them each first page of the app reads every
 * article and every statement of the archive, texts and all.
 */
export const LISTING = `
CREATE INDEX articles_listed ON articles(published IS NULL, published, id, outlet, rejected) WHERE current = 1;
CREATE INDEX articles_earlier ON articles(id) WHERE current = 0;
CREATE INDEX statements_reviewed ON statements(article, review) WHERE review <> 'suggested';
`;

/** The last of them for a later migration, on the rows of statements. */
export const REVIEWED_INDEX = `
CREATE INDEX statements_reviewed ON statement_rows(article, review) WHERE review <> 'suggested';
`;
