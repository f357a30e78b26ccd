/** RTF → text. Groups are kept on a list of our own, so that no depth of nesting overflows the stack. */

/** Groups whose contents no reader of the document sees. `\*` marks others of the kind. */
const UNSEEN = new Set(
  "fonttbl,colortbl,stylesheet,info,pict,header,headerl,headerr,headerf,footer,footerl,footerr,footerf,object,objdata,themedata,datastore,listtable,listoverridetable,rsidtbl,generator,xmlnstbl,fldinst,bkmkstart,bkmkend,filetbl,revtbl,template,pntext,pntxtb,pntxta,nonshppict".split(
    ",",
  ),
);
/** Words that stand for text. A paragraph ends in a blank line, so that it is one wherever the text goes. */
const TEXT: Readonly<Record<string, string>> = {
  par: "\n\n",
  sect: "\n\n",
  page: "\n\n",
  row: "\n\n",
  line: "\n",
  softline: "\n",
  cell: " ",
  tab: "\t",
  emdash: "—",
  endash: "–",
  emspace: " ",
  enspace: " ",
  qmspace: " ",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  bullet: "•",
};
const SYMBOL: Readonly<Record<string, string>> = { "~": "\u00a0", _: "-", "-": "", "\n": "\n\n", "\r": "\n\n" };
const WORD = /([a-zA-Z]{1,32})(-?\d{1,10})? ?/y;
const HEX = /(?:\\'[0-9a-fA-F]{2}(?:\r?\n)?)+/y;
const PLAIN = /[^\\{}\r\n]+/y;

interface Group {
  unseen: boolean;
  hidden: boolean;
  /** Characters to skip after `\u`. */
  skip: number;
}

/** The text of an RTF document: what a reader sees of it, without headers and footers of pages. Never fails; what is cut off ends early. */
export function rtfText(bytes: Uint8Array): string {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const decoder = decoderOf(/\\ansicpg(\d{3,5})/.exec(source.slice(0, 4096))?.[1]);
  const out: string[] = [];
  const groups: Group[] = [];
  let group: Group = { unseen: false, hidden: false, skip: 1 };
  /** Characters that only stand in for the `\u` before them. */
  let standIns = 0;
  const put = (text: string): void => {
    if (!group.unseen && !group.hidden) out.push(text);
  };
  const stick = (pattern: RegExp, at: number): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(source);
  };
  let at = 0;
  while (at < source.length) {
    const ch = source[at] as string;
    if (ch === "{") {
      groups.push(group);
      group = { ...group };
      standIns = 0;
      at++;
    } else if (ch === "}") {
      group = groups.pop() ?? group;
      standIns = 0;
      at++;
    } else if (ch === "\r" || ch === "\n") at++;
    else if (ch !== "\\") {
      const text = (stick(PLAIN, at) as RegExpExecArray)[0];
      put(text.slice(standIns));
      standIns = Math.max(0, standIns - text.length);
      at += text.length;
    } else if (source[at + 1] === "'") {
      const hex = stick(HEX, at)?.[0];
      if (hex) {
        const codes = (hex.match(/[0-9a-fA-F]{2}/g) as string[]).map((code) => Number.parseInt(code, 16));
        put(decoder.decode(Uint8Array.from(codes.slice(standIns))));
        standIns = Math.max(0, standIns - codes.length);
      }
      at += hex?.length ?? 2;
    } else {
      const word = stick(WORD, at + 1);
      if (!word) {
        const symbol = source[at + 1] ?? "";
        if (symbol === "*") group.unseen = true;
        else put(SYMBOL[symbol] ?? (/[\\{}]/.test(symbol) ? symbol : ""));
        at += 2;
        continue;
      }
      const name = word[1] as string;
      const value = word[2] === undefined ? null : Number(word[2]);
      at += 1 + word[0].length;
      if (name === "u" && value !== null) {
        put(String.fromCharCode(value & 0xffff));
        standIns = group.skip;
      } else if (name === "uc") group.skip = Math.min(Math.max(value ?? 1, 0), 8);
      else if (name === "bin") at += Math.max(0, value ?? 0);
      else if (name === "v") group.hidden = value !== 0;
      else if (UNSEEN.has(name)) group.unseen = true;
      else if (Object.hasOwn(TEXT, name)) put(TEXT[name] as string);
    }
  }
  return out
    .join("")
    .replace(/[ \t]+\n/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/\0/g, "")
    .trim();
}

/** The decoder of a code page; windows-1252 where it is none that is known. */
function decoderOf(page: string | undefined): { decode(bytes: Uint8Array): string } {
  const label = page === "65001" ? "utf-8" : page === "932" ? "shift_jis" : page === "936" ? "gbk" : `windows-${page}`;
  try {
    const decoder = new TextDecoder(label);
    if (decoder.encoding !== "windows-1252") return decoder;
  } catch {
    // No such code page: the usual one.
  }
  return { decode: western1252 };
}

/** Some versions of Node decode 0x80 to 0x9f of windows-1252 as control characters. */
const HIGH = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const western1252 = (bytes: Uint8Array): string =>
  Array.from(bytes, (b) => (b >= 0x80 && b < 0xa0 ? (HIGH[b - 0x80] as string) : String.fromCharCode(b))).join("");
