/** Takes out of a text what no reader wants to see: control characters and invisible marks. Lines keep their numbers. */
import type { Problem } from '@mingsuan/core/disclosure';

// Tabs, line ends and form feeds (page breaks) are structure; everything else below U+0020, the C1 block, and the
// zero-width and direction marks are noise that copying out of other programs leaves behind.
const NOISE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;

export interface CleanText {
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** A text without control and invisible characters, and a problem that says how many there were. */
export function cleanText(text: string): CleanText {
  const first = text.search(NOISE);
  if (first < 0) return { text, problems: [] };
  let removed = 0;
  const clean = text.replace(NOISE, () => {
    removed += 1;
    return '';
  });
  const line = lineAt(text, first);
  const message = `文本里有 ${removed} 个看不见的控制字符（最先出现在第 ${line} 行），已略去不读；请核对原文件有没有损坏。`;
  return { text: clean, problems: [{ code: 'control-characters', message, origin: { line } }] };
}

/** 1-based line of the character at `index`. */
export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split(/\r\n|\r|\n/).length;
}
