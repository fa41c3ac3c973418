/** A family of equations as a rule. */
import { evaluate } from '../../equations/evaluate.ts';
import type { Family, ParsedFamily } from '../../equations/family.ts';
import type { ConstrainRule } from '../rule.ts';

/** `parsed` is asked when it first runs: expressions are not parsed before. */
export function equationRule(family: Family, parsed: () => ParsedFamily): ConstrainRule {
  const { id, title, group, scope, basis, severity, standing, equations } = family;
  return {
    phase: 'constrain',
    id,
    title,
    group,
    scope,
    basis,
    severity,
    standing,
    sure: standing === 'definition' ? '确定' : '较可靠',
    check: equations.map(({ text }) => text).join('；'),
    family,
    run: ({ grids, cellIndex }, keep) => evaluate([parsed()], grids, cellIndex, keep),
  };
}
