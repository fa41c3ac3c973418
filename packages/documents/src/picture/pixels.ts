/** Pixels of a page, and how many are looked at. */
import { UnreadableInput } from '../unreadable.ts';

/** Pixels of one page: more would be a poster, or bytes that unfold without end. */
const MOST_PIXELS = 40_000_000;

/** Eight bits a sample, rows from the top: 1 sample a pixel is grey, 3 are colours. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly samples: 1 | 3;
  readonly data: Uint8Array;
  /** Dots an inch, where the file says. */
  readonly dpi?: number | undefined;
}

/** @throws UnreadableInput where a page has more pixels than are looked at */
export function assureSize(width: number, height: number): void {
  if (width > 0 && height > 0 && width * height <= MOST_PIXELS) return;
  throw new UnreadableInput(
    'too-large',
    `图片有 ${width}×${height} 点，超过了上限 ${MOST_PIXELS / 1_000_000} 百万点；请按 200–300 dpi 重新扫描，一页一张。`,
  );
}
