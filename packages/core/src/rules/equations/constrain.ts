/** Runs the rules that make equations over the documents of a group, and counts how they came out. */
import type { Evaluation, Instance, Tally } from '../../equations/evaluate.ts';
import { isViolated } from '../../equations/verdict.ts';
import type { Severity } from '../../finding.ts';
import type { DocumentContext } from '../context.ts';
import type { ConstrainRule, Equations } from '../rule.ts';
import { isInScope } from '../scope.ts';

/** `severities` are those that a user gives rules: they decide which of several broken equations a finding tells. */
export function constrain(
  rules: readonly ConstrainRule[],
  group: readonly DocumentContext[],
  severities: ReadonlyMap<string, Severity> | undefined,
): Equations & { readonly tally: Tally } {
  const run = (keep: 'violated' | 'all'): readonly Evaluation[] =>
    group.flatMap((document) =>
      rules.filter(({ scope }) => isInScope(scope, document.disclosure)).map((rule) => rule.run(document, keep)),
    );
  const tally: Tally = { exact: 0, rounding: 0, violated: 0 };
  for (const { tally: counts } of run('violated')) {
    tally.exact += counts.exact;
    tally.rounding += counts.rounding;
    tally.violated += counts.violated;
  }
  let all: readonly Instance[] | undefined;
  const instances = () => {
    all ??= run('all').flatMap((evaluation) => evaluation.instances.map((instance) => weighed(instance, severities)));
    return all;
  };
  return {
    tally,
    space: group[0]!.space,
    instances,
    violated: () => (tally.violated === 0 ? [] : instances().filter(isViolated)),
  };
}

function weighed(instance: Instance, severities: ReadonlyMap<string, Severity> | undefined): Instance {
  const severity = severities?.get(instance.family.id);
  return severity === undefined ? instance : { ...instance, family: { ...instance.family, severity } };
}
