/** `npm run build:web` */
import { builtPage } from "./page.ts";

await builtPage();
