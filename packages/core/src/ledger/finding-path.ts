/** Where in a ledger a finding of its document's performance targets was written; and which findings say again what the ledger was told. */
import type { Finding } from '../finding.ts';
import { conceptById } from '../vocabulary/index.ts';
import type { Ledger } from './ledger.ts';

const FIELDS: Readonly<Record<string, string>> = { description: 'description', basis: 'basis', level2: 'level2' };

const OPERATING = new RegExp(conceptById('agency-operating').name);

/** `projects[1].indicators[2].target`, of a project as a whole its goal or its first indicator; undefined of what is no project's target. */
export function pathBehind({ rule, evidence, message }: Finding, { projects }: Ledger): string | undefined {
  for (const { form, row, column = '' } of evidence) {
    if (form !== 'performance' || row === undefined) continue;
    for (const [p, { name, indicators }] of projects.entries()) {
      const i = message.includes(`“${name}”`) ? indicators.findIndex(({ level3 }) => level3 === row) : -1;
      if (i >= 0) return `projects[${p}].indicators[${i}].${FIELDS[column] ?? 'target'}`;
    }
  }
  if (!rule.startsWith('target-')) return undefined;
  const p = projects.findIndex(({ name }) => message.includes(`“${name}”`));
  if (p < 0) return undefined;
  const isOfIndicators = rule === 'target-missing-level' && projects[p]!.indicators.length > 0;
  return isOfIndicators ? `projects[${p}].indicators[0].level2` : `projects[${p}].goal`;
}

/** The findings of a ledger's document without those that follow from what the ledger itself is told of, at its cell. */
export function notToldBefore(
  findings: readonly Finding[],
  problems: readonly { readonly code?: string; readonly path?: string }[],
  ledger: Ledger,
): readonly Finding[] {
  const { reasons } = ledger.texts;
  const against = problems.flatMap(({ code, path = '' }) =>
    code === 'reason-against' ? (reasons[path.slice('lastYear['.length, -'].reason'.length)] ?? []) : [],
  );
  const ofTargets = ledger.projects
    .map((_, p) => `projects[${p}].indicators`)
    .filter((indicators) => problems.some(({ path }) => path?.startsWith(indicators)));
  const named = problems.flatMap(({ code, path }) => (code === 'last-year-named' && path !== undefined ? [path] : []));
  const ofOperating = problems.some(({ path }) => path === 'agencyOperating');
  return findings.filter((finding) => {
    if (ofOperating && finding.rule.startsWith('words-') && OPERATING.test(finding.message)) return false;
    if (finding.rule === 'words-direction') return !against.some((why) => finding.message.includes(`“${why}”`));
    if (finding.rule === 'target-year') return !named.includes(pathBehind(finding, ledger) ?? '');
    if (finding.rule !== 'target-missing-level') return true;
    return !ofTargets.some((path) => pathBehind(finding, ledger)?.startsWith(path));
  });
}
