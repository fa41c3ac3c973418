/** How a place's pages look, as data; what a writer cannot do with it, it leaves at its own usual look. */

/** Faces by the names that Chinese office software shows; a writer takes the likest one that it has. */
export const FACES = ['宋体', '黑体', '仿宋', '楷体', '小标宋'] as const;
export type Face = (typeof FACES)[number];

/**
 * What may look its own way: the cover's first line, its others, headings of parts (第一部分), of sections (一、) and below them, titles of tables, the lines
 * between a title and its table, text, the cells of tables, notes under them, and the table of contents.
 */
export const STYLED = [
  'cover',
  'cover-line',
  'part',
  'section',
  'heading',
  'caption',
  'over',
  'body',
  'table',
  'note',
  'contents',
] as const;
export type Styled = (typeof STYLED)[number];

export interface TextStyle {
  readonly face?: Face;
  /** In points (磅): 三号 is 16, 小四 12, 五号 10.5. */
  readonly size?: number;
  /** Heavy or not, where a place's is not the usual. */
  readonly bold?: boolean;
}

export interface PageStyle extends Partial<Readonly<Record<Styled, TextStyle>>> {
  /** Millimetres of paper left free: above, right, below, left. */
  readonly margins?: readonly [top: number, right: number, bottom: number, left: number];
}
