/** Terminal colours, or none. */
export type Paint = (name: Color, text: string) => string;

export type Color = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan';

const CODES: Record<Color, readonly [number, number]> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  yellow: [33, 39],
  green: [32, 39],
  cyan: [36, 39],
};

/** Colours for a terminal; where not `enabled`, the text as it is. */
export function painter(enabled: boolean): Paint {
  if (!enabled) return (_, text) => text;
  return (name, text) => `\x1b[${CODES[name][0]}m${text}\x1b[${CODES[name][1]}m`;
}
