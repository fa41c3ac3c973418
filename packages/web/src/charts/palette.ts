/** Colours of charts: calm, told apart also by colour-blind eyes; readable on the page's own ground. */
import type { Mode } from '../shell/appearance.tsx';

export interface Palette {
  readonly series: readonly string[];
  readonly ink: string;
  readonly faint: string;
  readonly line: string;
  readonly ground: string;
}

const LIGHT: Palette = {
  series: [
    '#1f4a72',
    '#a06b15',
    '#3c7657',
    '#9c4a3c',
    '#6c5f94',
    '#2a7683',
    '#766744',
    '#626d79',
    '#8a4f7d',
    '#4f6d2f',
    '#b0573a',
    '#3f5a9c',
  ],
  ink: '#1b2530',
  faint: '#566170',
  line: '#dfe3e8',
  ground: '#ffffff',
};

const DARK: Palette = {
  series: [
    '#6fa3d4',
    '#d9a551',
    '#78b896',
    '#d47f6f',
    '#a394cf',
    '#68b8c5',
    '#b8a77d',
    '#a3adb8',
    '#c98fbd',
    '#a3bf7a',
    '#e09a7d',
    '#8fa8e0',
  ],
  ink: '#e8ebee',
  faint: '#a4aeb9',
  line: '#323b46',
  ground: '#1a2028',
};

export const paletteOf = (mode: Mode): Palette => (mode === 'dark' ? DARK : LIGHT);

export const colorAt = ({ series }: Palette, i: number): string => series[i % series.length]!;

/** Classes in the order of what budgets are most spent on: those that stand side by side most often have colours of their own. */
const CLASSES = ['201', '205', '208', '210', '213', '212', '204', '211', '207', '214', '221', '206'];

/** The colour of a functional or economic code, the same in every picture: a class's own, below it by the last digits. */
export function colorOfCode(palette: Palette, code: string): string {
  const at = CLASSES.indexOf(code);
  return colorAt(palette, at >= 0 ? at : Number(code.slice(-2)) || 0);
}
