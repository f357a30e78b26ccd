/** Starts the page; what the server has drawn is painted first. */
import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "@fontsource-variable/source-serif-4/wght-italic.css";
import "./style/base.css";
import "./style/parts.css";

/** Milliseconds after which a page that nobody sees, and that is never painted, starts too. */
const PATIENCE = 400;

/** When what the server has drawn stands on the screen: the script would take the processor from it. */
const painted = (): Promise<unknown> =>
  new Promise((done) => {
    new PerformanceObserver((seen) => {
      if (seen.getEntriesByName("first-contentful-paint").length > 0) done(null);
    }).observe({ type: "paint", buffered: true });
    setTimeout(done, PATIENCE);
  });

if (document.getElementById("app")?.hasChildNodes()) await painted();
await import("./start/app.ts");
