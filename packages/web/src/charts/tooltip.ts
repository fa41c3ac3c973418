/** Tooltips are drawn on the canvas (`richText`): as HTML they would bring inline styles, which the security policy refuses. */
import { wan } from '../components/money.tsx';
import type { Palette } from './palette.ts';

export const tooltip = ({ ground, ink, line }: Palette) => ({
  renderMode: 'richText' as const,
  confine: true,
  backgroundColor: ground,
  borderColor: line,
  borderWidth: 1,
  padding: [8, 12],
  textStyle: { color: ink, fontSize: 13, lineHeight: 20 },
});

export const amountLine = (name: string, fen: number, unit: string): string => `${name}\n${wan(fen)} ${unit}`;

/** Names are cut in the drawing only; tooltip and table have them whole. */
export const shortName = (name: string, most: number): string =>
  name.length > most ? `${name.slice(0, most - 1)}…` : name;
