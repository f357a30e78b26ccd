/** The tree that Readability keeps, walked into blocks of text. */
import type { BlockKind } from "../../document.ts";
import type { Node } from "./dom.ts";

export interface RawBlock {
  kind: BlockKind;
  text: string;
  /** Share of its letters that stand in links. */
  linked: number;
  /** Words of class names and ids of the element and those above it, lower case. */
  classes: string;
  /** Names of the element and those above it. */
  path: string;
}

const SKIP = new Set(
  "script,style,template,noscript,svg,iframe,object,button,form,select,input,textarea,nav,canvas,audio,video,math,dialog,label".split(
    ",",
  ),
);
const INLINE = new Set(
  "a,abbr,acronym,b,bdi,bdo,big,cite,code,data,del,dfn,em,font,i,ins,kbd,mark,q,s,samp,small,span,strike,strong,sub,sup,time,tt,u,var,wbr,#text,img,picture,source,amp-img,ruby,rt,rp".split(
    ",",
  ),
);
const KIND: Readonly<Record<string, BlockKind>> = {
  h1: "heading",
  h2: "heading",
  h3: "heading",
  h4: "heading",
  h5: "heading",
  h6: "heading",
  li: "list",
  dt: "list",
  dd: "list",
  blockquote: "quotation",
  figcaption: "caption",
  caption: "caption",
};
const DEEPEST = 400;
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad\u202a-\u202e\u2066-\u2069]/g;

interface State {
  out: RawBlock[];
  buffer: string;
  linked: number;
}

interface Place {
  kind: BlockKind;
  classes: string;
  path: string;
  inLink: boolean;
}

/** Blocks in order; text normalised (one space for any blanks, no invisible marks). */
export function blocksOf(root: Node): RawBlock[] {
  const state: State = { out: [], buffer: "", linked: 0 };
  walk(root, { kind: "paragraph", classes: "", path: "", inLink: false }, state, 0);
  flush(state, { kind: "paragraph", classes: "", path: "", inLink: false });
  return state.out;
}

function flush(state: State, place: Place): void {
  const text = state.buffer
    .replace(INVISIBLE, "")
    .replace(/[\s\u00a0]+/g, " ")
    .trim();
  if (text) {
    const letters = text.replace(/\s/g, "").length;
    state.out.push({
      kind: place.kind,
      text,
      linked: Math.min(1, state.linked / Math.max(1, letters)),
      classes: place.classes,
      path: place.path,
    });
  }
  state.buffer = "";
  state.linked = 0;
}

function walk(node: Node, place: Place, state: State, depth: number): void {
  if (depth > DEEPEST) return;
  const children = node.childNodes;
  for (let i = 0; i < children.length; i++) {
    const child = children[i] as unknown as Node;
    if (child.nodeType === 3) {
      const text = child.textContent ?? "";
      state.buffer += text;
      if (place.inLink) state.linked += text.replace(/\s/g, "").length;
      continue;
    }
    if (child.nodeType !== 1) continue;
    const name = child.localName.toLowerCase();
    if (SKIP.has(name)) continue;
    if (name === "br") {
      // Two breaks in a row part paragraphs; one is a blank.
      const next = nextInk(child);
      if (next?.nodeType === 1 && next.localName === "br") {
        flush(state, place);
        continue;
      }
      state.buffer += "\n";
      continue;
    }
    if (name === "hr") {
      flush(state, place);
      continue;
    }
    const inner = placeOf(child, name, place);
    if (INLINE.has(name)) {
      walk(child, inner, state, depth + 1);
      continue;
    }
    flush(state, place);
    walk(child, inner, state, depth + 1);
    flush(state, inner);
  }
}

function nextInk(node: Node): Node | null {
  let next = node.nextSibling as unknown as Node | null;
  while (next && next.nodeType === 3 && !(next.textContent ?? "").trim())
    next = next.nextSibling as unknown as Node | null;
  return next;
}

function placeOf(el: Node, name: string, place: Place): Place {
  const own =
    `${el.getAttribute("class") ?? ""} ${el.getAttribute("id") ?? ""} ${el.getAttribute("data-component") ?? ""}`
      .toLowerCase()
      .trim();
  const inner = KIND[name];
  // A paragraph in a quotation block, list item or caption is still of that kind.
  const kind = inner ?? (place.kind === "heading" ? "paragraph" : place.kind);
  return {
    kind,
    classes: own ? `${place.classes} ${own}` : place.classes,
    path: `${place.path} ${name}`,
    inLink: place.inLink || name === "a",
  };
}
