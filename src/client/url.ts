/** Addresses of the API's paths. */

/**
 * A path with its names in braces filled in, and what is left of the fields as its query; empty fields are left out.
 * @throws Error when a name in braces is not given
 */
export function addressOf(path: string, fields: object = {}): string {
  const left = new Map(Object.entries(fields));
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = left.get(name);
    left.delete(name);
    if (typeof value !== "string" || value === "") throw new Error(`${path}: ${name} is not given`);
    return encodeURIComponent(value);
  });
  const query = new URLSearchParams();
  for (const [name, value] of left)
    if (value !== null && value !== undefined && value !== "") query.set(name, String(value));
  const text = query.toString();
  return `${filled}${text ? `?${text}` : ""}`;
}
