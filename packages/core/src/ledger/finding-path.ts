/** Where in a ledger a finding of its document's performance targets or purchases was written; and which findings say again what the ledger was told. */
import type { Finding } from '../finding.ts';
import { conceptById } from '../vocabulary/index.ts';
import type { Ledger } from './ledger.ts';
import { kindOfProblem } from './problems.ts';

const FIELDS: Readonly<Record<string, string>> = { description: 'description', basis: 'basis', level2: 'level2' };

const OPERATING = new RegExp(conceptById('agency-operating').name);

/** `projects[1].indicators[2].target`, of a project as a whole its goal or its first indicator; undefined of what is no project's target. */
export function pathBehind(finding: Finding, ledger: Ledger): string | undefined {
  return finding.rule.startsWith('procurement-') ? purchaseBehind(finding, ledger) : targetBehind(finding, ledger);
}

/** The purchase that a finding names: its code where that is in question. */
function purchaseBehind({ rule, message }: Finding, { procurement }: Ledger): string | undefined {
  const i = procurement.findIndex(({ item }) => message.includes(item));
  return i < 0 ? undefined : `procurement[${i}].${rule === 'procurement-code' ? 'code' : 'item'}`;
}

function targetBehind({ rule, evidence, message }: Finding, { projects }: Ledger): string | undefined {
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

/** What a problem of a ledger makes its document be found fault with, by rule. */
const FOLLOWING: Readonly<Record<string, RegExp>> = {
  'procurement-sme': /^procurement-sme$/,
  'procurement-amount': /^procurement-price$/,
  'procurement-quantity': /^procurement-price$/,
  'procurement-beyond-project': /^procurement-project-funds$/,
};

/** What words say of small firms' share follows from what the ledger does. */
const OF_SMALL_FIRMS = /中小企业|小微企业/;

/**
 * The findings of a ledger's document without those that follow from what the ledger itself is told of, at its cell; one of each
 * target, the gravest.
 */
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
  const wrong = problems.filter(({ code = '' }) => kindOfProblem({ code }) === 'wrong');
  const following = wrong.flatMap(({ code = '' }) => FOLLOWING[code] ?? []);
  const ofSmallFirms = wrong.some(({ code }) => code === 'procurement-sme');
  const wrongMoney = ledger.projects
    .map((_, p) => ({ project: `projects[${p}].`, lines: `projects[${p}].lines` }))
    .filter(({ lines }) => wrong.some(({ path }) => path?.startsWith(lines)));
  const told = new Set<string>();
  return findings.filter((finding) => {
    const path = pathBehind(finding, ledger);
    if (following.some((rule) => rule.test(finding.rule))) return false;
    if (ofSmallFirms && finding.rule.startsWith('words-') && OF_SMALL_FIRMS.test(finding.message)) return false;
    // Where a figure may be wrong its reason is not to blame, nor what is aimed at with the money.
    if (finding.rule === 'words-direction' && wrong.some(({ code }) => code !== 'reason-against')) return false;
    if (finding.rule === 'target-cost' && wrongMoney.some(({ project }) => path?.startsWith(project))) return false;
    if (finding.rule.startsWith('target-') && path !== undefined) {
      if (told.has(path)) return false;
      told.add(path);
    }
    if (ofOperating && finding.rule.startsWith('words-') && OPERATING.test(finding.message)) return false;
    if (finding.rule === 'words-direction') return !against.some((why) => finding.message.includes(`“${why}”`));
    if (finding.rule === 'target-year') return !named.includes(pathBehind(finding, ledger) ?? '');
    if (finding.rule !== 'target-missing-level') return true;
    return !ofTargets.some((path) => pathBehind(finding, ledger)?.startsWith(path));
  });
}
