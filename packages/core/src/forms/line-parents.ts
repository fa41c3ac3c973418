/** Which line a printed line is a part of, told by numbering, 其中 and what stands above. */
import { squeeze } from '../text/fold.ts';
import { numberingDepth } from '../text/numbering.ts';
import { fundNamed } from '../vocabulary/index.ts';

export interface Line {
  readonly key: string;
  readonly label: string;
  readonly partOf?: string;
}

const CARRIED = /(?:结转|结余)/;
/** Lines whose funds may follow without a numbering of their own. */
const BY_FUND = /^(?:本年收入|财政拨款(?:收入)?|.*(?:结转|结余).*)$/;

/**
 * For one side of a balance form: deeper numbering belongs to the last shallower one (1. below 一、), and numbered lines
 * under a bare carry-over line belong to it (年初财政拨款结转和结余 with its three funds).
 */
export function withBalanceParents<T extends Line>(lines: readonly T[]): T[] {
  let open: { key: string; depth: number }[] = [];
  return lines.map((line) => {
    if (line.partOf !== undefined) return line;
    const depth = numberingDepth(line.label);
    const within = /^其中/.test(squeeze(line.label));
    if (depth === 0 && !within) {
      if (open[0] && BY_FUND.test(open[0].key) && fundNamed(line.key) !== undefined)
        return { ...line, partOf: open[0].key };
      open = CARRIED.test(line.key) ? [{ key: line.key, depth: 0 }] : [];
      return line;
    }
    const level = within && depth === 0 ? (open.at(-1)?.depth ?? 0) + 1 : depth;
    while (open.length > 0 && open.at(-1)!.depth >= level) open.pop();
    const parent = open.at(-1);
    open.push({ key: line.key, depth: level });
    return parent ? { ...line, partOf: parent.key } : line;
  });
}

/** For the three publics: 公务用车购置费 and 运行费 are parts of 公务用车购置及运行费, whether or not 其中 stands before both. */
export function withItemParents<T extends Line>(lines: readonly T[]): T[] {
  let parent: Line | undefined;
  let within = false;
  return lines.map((line) => {
    if (line.key === 'total' || numberingDepth(line.label) === 1) {
      parent = line;
      within = false;
      return line;
    }
    within ||= /^其中/.test(squeeze(line.label)) || numberingDepth(line.label) > 1;
    return within && parent && parent.key !== 'total' ? { ...line, partOf: parent.key } : line;
  });
}
