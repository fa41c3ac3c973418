/** Runs the rules that make equations over the documents of a group, and counts how they came out. */
import type { Evaluation, Instance, Tally } from '../../equations/evaluate.ts';
import { isViolated } from '../../equations/verdict.ts';
import type { Severity } from '../../finding.ts';
import type { DocumentContext } from '../context.ts';
import type { ConstrainRule, Equations } from '../rule.ts';

/** What holds for one document: `severities` are those given to rules, which decide which of several broken equations is told. */
interface Constraints {
  readonly rules: readonly ConstrainRule[];
  readonly severities: ReadonlyMap<string, Severity>;
}

/** The equations over the documents of a group, each by the rules of its own. */
export function constrain(
  group: readonly DocumentContext[],
  constraintsOf: (document: DocumentContext) => Constraints,
): Equations & { readonly tally: Tally } {
  const run = (keep: 'violated' | 'all'): readonly Evaluation[] =>
    group.flatMap((document) => {
      const { rules, severities } = constraintsOf(document);
      return rules.map((rule) => weighed(rule.run(document, keep), severities));
    });
  const tally: Tally = { exact: 0, rounding: 0, violated: 0 };
  for (const { tally: counts } of run('violated')) {
    tally.exact += counts.exact;
    tally.rounding += counts.rounding;
    tally.violated += counts.violated;
  }
  let all: readonly Instance[] | undefined;
  const instances = () => {
    all ??= run('all').flatMap((evaluation) => evaluation.instances);
    return all;
  };
  return {
    tally,
    cellIndex: group[0]!.cellIndex,
    instances,
    violated: () => (tally.violated === 0 ? [] : instances().filter(isViolated)),
  };
}

function weighed(evaluation: Evaluation, severities: ReadonlyMap<string, Severity>): Evaluation {
  const weigh = (instance: Instance): Instance => {
    const severity = severities.get(instance.family.id);
    return severity === undefined ? instance : { ...instance, family: { ...instance.family, severity } };
  };
  return severities.size === 0 ? evaluation : { ...evaluation, instances: evaluation.instances.map(weigh) };
}
