/** One mistake, one finding: what follows from a wrong cell elsewhere is told with that cell. */
import type { Evidence, Finding } from '../finding.ts';

const cellOf = ({ form, row, column }: Evidence) =>
  form && row !== undefined ? `${form}/${row}/${column ?? ''}` : undefined;

/**
 * The explanation may print the right figure of a cell that the equations have found wrong: then its disagreement with the
 * table is no second mistake, but one more witness for the first.
 */
export function withConsequences(findings: readonly Finding[]): Finding[] {
  const located = new Map<string, Finding>();
  for (const finding of findings) {
    const cell = finding.evidence[0] && cellOf(finding.evidence[0]);
    if (cell && finding.expected !== undefined) located.set(cell, finding);
  }
  const witnesses = new Map<Finding, Evidence[]>();
  const dropped = new Set<Finding>();
  for (const finding of findings) {
    const [words, ...cells] = finding.evidence;
    if (!words || words.form || finding.actual === undefined) continue;
    const wrong = cells
      .map((evidence) => located.get(cellOf(evidence) ?? ''))
      .find((found) => found && found.expected === finding.actual);
    if (!wrong) continue;
    dropped.add(finding);
    witnesses.set(wrong, [...(witnesses.get(wrong) ?? []), words]);
  }
  return findings.flatMap((finding) => {
    if (dropped.has(finding)) return [];
    const words = witnesses.get(finding);
    return words
      ? [
          {
            ...finding,
            message: `${finding.message}；情况说明写的正是应有的数`,
            evidence: [...finding.evidence, ...words],
          },
        ]
      : [finding];
  });
}
