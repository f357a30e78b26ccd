/** Puts the app on the page: over what the server has drawn, where it has. */
import { hydrate, mount } from "svelte";
import App from "../App.svelte";
import { followHistory, goTo, here } from "../routing/here.svelte.ts";
import { loadPage } from "../routing/pages.ts";
import { pageOf } from "../routing/paths.ts";
import { type Given, give } from "./given.ts";

/** Where the view of a drawn article is told (src/server/pages/html.ts). */
const GIVEN = "given";

/** What is marked in the browser's own list of times when the page can be worked with. */
const READY = "hearsay-ready";

const target = document.getElementById("app");
const told = document.getElementById(GIVEN)?.textContent;
if (told) give(JSON.parse(told) as Given);
if (target?.hasChildNodes()) {
  const { page } = pageOf(here.path);
  const { default: Page } = await loadPage(page);
  // The server does not know which statement the address names.
  goTo({ ...here, hash: "" });
  hydrate(App, { target, props: { loadPage, first: { page, Page } } });
  followHistory();
} else if (target) mount(App, { target, props: { loadPage, first: null } });
performance.mark(READY);
