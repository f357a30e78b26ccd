/** The description of the API, made from the schemas that check it. */
import type { OpenAPIHono } from "@hono/zod-openapi";

const ABOUT = `Every page of the app has its JSON here, made by the same views as the command line.
Errors have one shape. Requests that change something need the header \`x-hearsay: 1\`. Where the server can be reached from other machines it asks for
its token, as cookie or as \`Authorization: Bearer\`. Spans are half-open, in UTF-16 units of the article's text.`;

/** OpenAPI 3.1 of all routes of the app. */
export const describe = (app: OpenAPIHono, version: string): object =>
  app.getOpenAPI31Document({ openapi: "3.1.0", info: { title: "Hearsay", version, description: ABOUT } });
