/** 共有车辆12辆，其中一般公务用车2辆、执法执勤用车9辆: the uses told make up the cars, also where none is called 其他. */
import { partNamed, thingOf } from '../../model/quantity.ts';
import type { Mention } from '../../words/mention.ts';
import type { Candidate } from './candidate.ts';
import { type Facts, isCurrent, paragraphsOf } from './facts.ts';
import { quoted, wordEvidence } from './issue.ts';

const WHOLE = 'vehicles[total]';

/** Uses of cars that are not as many as the cars, told right behind; a list that ends with 其他 is held to exactly elsewhere. */
export const checkVehicleUses = (facts: Facts): readonly Candidate[] =>
  paragraphsOf(facts.mentions).flatMap((paragraph) => {
    const at = paragraph.findIndex((m) => m.quantity === WHOLE && m.aspect === 'level' && isCurrent(facts, m));
    const whole = paragraph[at];
    const behind = at < 0 ? [] : usesIn(paragraph.slice(at + 1));
    if (!whole || behind.length < 2 || behind.some(({ quantity }) => partNamed(quantity).startsWith('其他'))) return [];
    const [all, ...uses] = [whole, ...behind].map(({ printed }) => (printed.kind === 'count' ? printed.value : 0));
    const sum = uses.reduce((total, n) => total + n, 0);
    if (sum === all) return [];
    return [
      {
        issue: {
          rule: 'words-parts',
          severity: sum > all! ? 'warning' : 'notice',
          message: `${quoted(whole)}与所列各类用车之和不符：${uses.join(' + ')} = ${sum}，相差 ${Math.abs(sum - all!)} 辆。`,
          evidence: [whole, ...behind].map(wordEvidence),
          suggestion: '请核对车辆数。',
        },
        blames: [whole],
        unless: [whole, ...behind],
      },
    ];
  });

/** The uses right behind the number of cars, each once. */
function usesIn(behind: readonly Mention[]): readonly Mention[] {
  const end = behind.findIndex((m) => thingOf(m.quantity) !== 'vehicles' || m.quantity === WHOLE);
  const uses = end < 0 ? behind : behind.slice(0, end);
  return uses.filter((m, i) => uses.findIndex(({ quantity }) => quantity === m.quantity) === i);
}
