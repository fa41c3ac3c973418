/** Tooltips are drawn on the canvas (`richText`): as HTML they would bring inline styles, which the security policy refuses. */
import type { Scale } from '../components/scale.tsx';
import type { Palette } from './palette.ts';

/** What stands on a figure that rests on a table read in part. */
export const PARTIAL_MARK = '※';

export const tooltip = ({ ground, ink, line }: Palette) => ({
  renderMode: 'richText' as const,
  confine: true,
  backgroundColor: ground,
  borderColor: line,
  borderWidth: 1,
  padding: [8, 12],
  textStyle: { color: ink, fontSize: 13, lineHeight: 20 },
});

export const amountLine = (name: string, fen: number, { format, unit }: Pick<Scale, 'format' | 'unit'>): string =>
  `${name}\n${format(fen)} ${unit}`;

/** Latin letters are half as wide as Chinese ones. */
const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (letter < '\u0250' ? 0.5 : 1), 0);

/** Names are cut in the drawing only, to the width of so many Chinese letters; tooltip and table have them whole. */
export function shortName(name: string, most: number): string {
  if (widthOf(name) <= most) return name;
  const letters = [...name];
  while (widthOf(letters.join('')) > most - 1) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
