/** Starts the page; what the server has drawn is painted first. */
import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "@fontsource-variable/source-serif-4/wght-italic.css";
import "./style/base.css";
import "./style/parts.css";

/** Milliseconds after which a page that nobody sees, and that is never painted, starts too. */
const PATIENCE = 300;

/** After the next time that the page has been painted. */
const painted = (): Promise<unknown> =>
  new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, PATIENCE);
  });

if (document.getElementById("app")?.hasChildNodes()) await painted();
await import("./start/app.ts");
