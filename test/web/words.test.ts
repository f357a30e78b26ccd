import { describe, expect, it } from "vitest";
import type { Span } from "../../src/document.ts";
import { atWords, moved, wordAfter, wordBefore } from "../../src/web/reader/words.ts";

const TEXT = "“No one,” Mrs. O’Dell said, “was hurt in ’98.”";
const at = (words: string): Span => {
  const start = TEXT.indexOf(words);
  return [start, start + words.length];
};
const words = (span: Span | null): string | null => span && TEXT.slice(...span);

describe("choosing words by keys", () => {
  it("finds the next and the last word; marks are words of their own", () => {
    expect(words(wordAfter(TEXT, 0))).toBe("“");
    expect(words(wordAfter(TEXT, at("Mrs")[1]))).toBe(".");
    expect(words(wordBefore(TEXT, at("said")[0]))).toBe("O’Dell");
    expect(wordBefore(TEXT, 0)).toBeNull();
    expect(wordAfter(TEXT, TEXT.length)).toBeNull();
  });

  it("takes a selection at whole words", () => {
    const [start, end] = at("one,” Mrs. O’Dell");
    expect(words(atWords(TEXT, [start + 1, end - 2]))).toBe("one,” Mrs. O’Dell");
    expect(words(atWords(TEXT, [at(" said")[0], at("said,")[0] + 2]))).toBe("said");
    const blank = TEXT.indexOf(" said");
    expect(atWords(TEXT, [blank, blank + 1])).toBeNull();
  });

  it("grows and shrinks at both ends, and moves", () => {
    expect(words(moved(TEXT, at("O’Dell"), "ArrowRight", false))).toBe("O’Dell said");
    expect(words(moved(TEXT, at("O’Dell said"), "ArrowLeft", false))).toBe("O’Dell");
    expect(words(moved(TEXT, at("O’Dell said"), "ArrowRight", true))).toBe("said");
    expect(words(moved(TEXT, at("said"), "ArrowLeft", true))).toBe("O’Dell said");
    expect(words(moved(TEXT, at("O’Dell"), "ArrowDown", false))).toBe("said");
    expect(words(moved(TEXT, at("said"), "ArrowUp", false))).toBe("O’Dell");
  });

  it("never becomes empty, and stays in the text", () => {
    expect(words(moved(TEXT, at("said"), "ArrowLeft", false))).toBe("said");
    expect(words(moved(TEXT, at("said"), "ArrowRight", true))).toBe("said");
    expect(moved(TEXT, [0, 1], "ArrowUp", false)).toEqual([0, 1]);
    expect(moved(TEXT, [TEXT.length - 1, TEXT.length], "ArrowRight", false)).toEqual([TEXT.length - 1, TEXT.length]);
  });
});
