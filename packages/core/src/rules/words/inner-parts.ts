/** Lists in words in which a part is told with its own parts behind it: 基本支出3万元；项目支出4万元，主要用于：甲1万元；乙3万元. */
import type { Fen } from '../../money.ts';

/**
 * The parts without those of a part: where two or more behind one add up to it.
 * @param fenOf what a part amounts to, undefined where that is not known; @param step of rounding of each, in fen
 */
export function withoutInner<T>(parts: readonly T[], fenOf: (part: T) => Fen | undefined, step: Fen): readonly T[] {
  for (const [i, part] of parts.entries()) {
    const own = fenOf(part);
    if (own === undefined || own <= 0) continue;
    let sum = 0;
    for (let end = i + 1; end < parts.length; end += 1) {
      sum += fenOf(parts[end]!) ?? 0;
      const count = end - i;
      if (count > 1 && Math.abs(sum - own) * 2 <= step * (count + 1))
        return [...parts.slice(0, i + 1), ...withoutInner(parts.slice(end + 1), fenOf, step)];
    }
  }
  return parts;
}
