/** Pictures that stand among a page's text, each on a line of its own: where tables should be, they may be pictures of tables. */
import type { Problem } from '@mingsuan/core/disclosure';

/**
 * Counts pictures between words that cannot be had from the file. What stands before the first word is a head; on a web
 * page what stands after the last is the site's foot, but for pictures as large as a table.
 */
export class Pictures {
  #began = false;
  #since = 0;
  #between = 0;
  #large = 0;
  readonly #hasFoot: boolean;

  constructor(hasFoot = false) {
    this.#hasFoot = hasFoot;
  }

  /** A line of words. */
  text(): void {
    this.#between += this.#since;
    this.#since = 0;
    this.#large = 0;
    this.#began = true;
  }

  /** So many pictures on a line without words, and how many of them are stated to be as large as a table. */
  stand(count: number, large = 0): void {
    if (!this.#began) return;
    this.#since += count;
    this.#large += large;
  }

  /** What to tell of them; nothing where there are none. */
  problems(): Problem[] {
    return unreadPictures(this.#between + (this.#hasFoot ? this.#large : this.#since));
  }
}

/** What to tell of so many pictures that were not read; `advice`: what to do, in words that end the sentence. */
export function unreadPictures(count: number, advice = '请换用带文字的文件，或先做文字识别'): Problem[] {
  if (count === 0) return [];
  const message = `正文里有 ${count} 张图片，图片里的文字和表格没有读；报表如是图片，${advice}。`;
  return [{ code: 'pictures', message }];
}
