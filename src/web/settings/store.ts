/** What this browser remembers. Nothing here is needed for the app to work: a browser that refuses storage loses only these. */

const PREFIX = "hearsay.";

/** What was kept under a name, or `standard` where there is nothing that `fits`. */
export function remembered<T>(name: string, standard: T, fits: (value: unknown) => value is T): T {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(PREFIX + name) ?? "null");
    return fits(value) ? value : standard;
  } catch {
    return standard;
  }
}

export function remember(name: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // Private windows and full disks: it is forgotten with the page.
  }
}
