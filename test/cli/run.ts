/** The real program in a process of its own. */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";

export const BIN = fileURLToPath(new URL("../../bin/hearsay.js", import.meta.url));

export interface Result {
  code: number;
  out: string;
  err: string;
}

/** Runs a command to its end; `stdin` is what is typed or piped in. */
export function hearsay(args: string[], stdin = ""): Promise<Result> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [BIN, ...args], { maxBuffer: 1 << 26 }, (error, out, err) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err });
    });
    child.stdin?.end(stdin);
  });
}
