/** What a picture's address says. */
import type { Box } from '../engine/tasks.ts';

/** `3.png` → 3 */
export const pageNumber = (page: string): number => Number.parseInt(page, 10);

/** `0,0,10,10;5,5,8,8`, as its schema has let through. */
export const framesOf = (frame: string | undefined): readonly Box[] =>
  (frame ?? '')
    .split(';')
    .filter((part) => part !== '')
    .map((part) => part.split(',').map(Number) as unknown as Box);
