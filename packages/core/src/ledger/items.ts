/** The functional items of a ledger. */
import { APPROPRIATIONS, type Ledger } from './ledger.ts';

/** Items that appropriations pay for, in the order of their codes. */
export function itemsOf({ basic, projects }: Ledger): readonly string[] {
  const lines = [...basic, ...projects.flatMap((project) => project.lines)];
  return [...new Set(lines.filter(({ fund }) => APPROPRIATIONS.includes(fund)).map(({ item }) => item))].sort();
}
