/** Writes docs/api.md from the routes' own schemas: `node tools/api.ts`. A test holds the file to the code. */
import { writeFileSync } from "node:fs";
import { makeApp } from "../src/server/app.ts";
import { describe } from "../src/server/openapi.ts";
import type { Served } from "../src/server/served.ts";

interface Schema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  prefixItems?: Schema[];
  additionalProperties?: Schema | boolean;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  default?: unknown;
  minimum?: number;
  maximum?: number;
  example?: unknown;
}
type Content = Record<string, { schema: Schema }>;
interface Operation {
  tags: string[];
  summary: string;
  parameters?: { name: string; in: string; required?: boolean; schema: Schema; description?: string }[];
  requestBody?: { content: Content };
  responses: Record<string, { description: string; content?: Content }>;
}
interface Description {
  info: { description: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

/** The whole page. */
export function apiPage(): string {
  // Routes are described without being called, so nothing has to be served.
  const app = makeApp({} as Served, { names: [], token: null });
  const { info, paths, components } = describe(app, "") as unknown as Description;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const tags = [...new Set(operations.flatMap(({ operation }) => operation.tags))];
  return [
    "# HTTP API",
    "",
    "Made from the schemas by `node tools/api.ts`; the same is at `/openapi.json` of a running server (`hearsay serve`, docs/serve.md).",
    "",
    info.description,
    "",
    ...tags.flatMap((tag) => [
      `## ${tag.charAt(0).toUpperCase()}${tag.slice(1)}`,
      "",
      ...operations.filter(({ operation }) => operation.tags.includes(tag)).flatMap(route),
    ]),
    "## Schemas",
    "",
    ...Object.entries(components.schemas).flatMap(([name, schema]) => component(name, schema)),
  ].join("\n");
}

function route({ path, method, operation }: { path: string; method: string; operation: Operation }): string[] {
  const { summary, parameters = [], requestBody, responses } = operation;
  const rows = parameters.map(
    (p) =>
      `| \`${p.name}\` | ${p.in}${p.required ? ", needed" : ""} | ${cell(typeOf(p.schema))} | ${cell(p.description ?? p.schema.description ?? "")}${p.schema.default === undefined ? "" : ` (${JSON.stringify(p.schema.default)})`} |`,
  );
  const body = Object.entries(requestBody?.content ?? {}).map(([type, { schema }]) => `${type}: ${typeOf(schema)}`);
  const answers = Object.entries(responses).map(
    ([status, { content = {} }]) =>
      `${status} ${[...new Set(Object.entries(content).map(([t, { schema }]) => (t === "application/json" ? typeOf(schema) : t)))].join(", ")}`,
  );
  return [
    `### \`${method.toUpperCase()} ${path}\``,
    `${summary}.`,
    "",
    ...(rows.length > 0 ? ["| name | where | type | meaning |", "|---|---|---|---|", ...rows, ""] : []),
    ...(body.length > 0 ? [`Body: ${body.join("; ")}`, ""] : []),
    `Answers: ${answers.join(" · ")}`,
    "",
  ];
}

function component(name: string, schema: Schema): string[] {
  const fields = Object.entries(schema.properties ?? {}).map(
    ([field, s]) =>
      `| \`${field}\`${schema.required?.includes(field) ? "" : " (may be missing)"} | ${cell(typeOf(s))} | ${cell(s.description ?? "")} |`,
  );
  return [
    `### ${name}`,
    ...(schema.description ? [schema.description, ""] : []),
    ...(fields.length > 0 ? ["| field | type | meaning |", "|---|---|---|", ...fields, ""] : [typeOf(schema), ""]),
    ...(schema.example ? ["```json", JSON.stringify(schema.example), "```", ""] : []),
  ];
}

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");

/** A type in words, components by their name. */
function typeOf(schema: Schema): string {
  if (schema.$ref) return schema.$ref.split("/").at(-1) ?? "";
  const some = schema.anyOf ?? schema.oneOf;
  if (some) return [...new Set(some.map(typeOf))].join(" | ");
  if (schema.allOf) return schema.allOf.map(typeOf).join(" & ");
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  const types = [schema.type ?? "any"].flat();
  return types
    .map((type) => {
      if (type === "array")
        return schema.prefixItems
          ? `[${schema.prefixItems.map(typeOf).join(", ")}]`
          : `list of ${typeOf(schema.items ?? {})}`;
      if (type !== "object") return type;
      if (schema.properties)
        return `{${Object.entries(schema.properties)
          .map(([k, s]) => `${k}: ${typeOf(s)}`)
          .join(", ")}}`;
      const values = schema.additionalProperties;
      return values && typeof values === "object" ? `object of ${typeOf(values)}` : "object";
    })
    .join(" | ");
}

if (import.meta.main) writeFileSync(new URL("../docs/api.md", import.meta.url), apiPage());
