/** Article text on a page. */
import { harmless } from "./terminal.ts";

/** Article text as HTML text: nothing in it can become markup, and marks that turn or hide text are shown. */
export const escapeHtml = (text: string): string =>
  harmless(text).replace(/[&<>"']/g, (ch) => `&#${ch.charCodeAt(0)};`);
