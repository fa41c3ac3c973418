/** From the equations that do not hold to the mistakes behind them. */
import type { Instance } from '../../equations/evaluate.ts';
import { isViolated } from '../../equations/verdict.ts';
import { isOwnLimit } from '../../own-rules/apply.ts';
import type { DocumentFinding, Equations, LocateRule } from '../rule.ts';
import { isInScope } from '../scope.ts';
import { conventions } from './convention.ts';
import { eachFinding, equationFindings } from './findings.ts';
import { lacksPart } from './missing-part.ts';

/**
 * What the rules explain, such as a table's wrong unit, is told first and is no constraint for locating single cells; then
 * what a document breaks throughout, then single cells, then what the rules find beside.
 */
export function locate(rules: readonly LocateRule[], equations: Equations): readonly DocumentFinding[] {
  const located = rules.map(({ scope, run }) => {
    const { findings, explained } = run(equations);
    return { findings: findings.filter(({ grids }) => isInScope(scope, grids.disclosure)), explained };
  });
  const explaining = located.filter(({ explained }) => explained !== undefined);
  const beside = located.filter(({ explained }) => explained === undefined);
  return [
    ...explaining.flatMap(({ findings }) => findings),
    ...(equations.violated().length > 0 ? cells(equations, explaining) : []),
    ...beside.flatMap(({ findings }) => findings),
  ];
}

function cells(
  { instances, cellIndex }: Equations,
  explaining: readonly { readonly explained?: ReadonlySet<Instance> | undefined }[],
): readonly DocumentFinding[] {
  const rest = instances().filter(
    (instance) =>
      !explaining.some(({ explained }) => explained!.has(instance)) &&
      !(isViolated(instance) && lacksPart(instance, cellIndex)),
  );
  const throughout = conventions(rest, cellIndex);
  const single = rest.filter((instance) => !throughout.explained.has(instance));
  return [
    ...throughout.findings,
    ...eachFinding(single.filter(isOwnLimit).filter(isViolated), cellIndex),
    ...equationFindings(
      single.filter((instance) => !isOwnLimit(instance)),
      cellIndex,
    ),
  ];
}
