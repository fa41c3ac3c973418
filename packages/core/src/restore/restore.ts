/**
 * The other way: a published document → the fullest ledger it allows. Item totals, basic and project, funds and economic
 * sections are printed as sums of one another only; what lies between them is spread exactly and marked as `unconfirmed`.
 */
import { compileLedger } from '../compile/compile.ts';
import type { Disclosure, Problem } from '../disclosure.ts';
import { bundled } from '../jurisdictions/bundled.ts';
import type { Jurisdictions } from '../jurisdictions/jurisdictions.ts';
import { labelsOf, type Names } from '../ledger/labels.ts';
import type { Ledger, OtherLine, RevenueLine, SpendingLine } from '../ledger/ledger.ts';
import { marked } from '../ledger/unconfirmed.ts';
import { kindOf } from '../model/document-kinds.ts';
import { templateById } from '../templates/index.ts';
import { readMentions } from '../words/index.ts';
import { answersFrom } from './answers.ts';
import { reproductionProblems } from './compare.ts';
import { basicLines } from './economic.ts';
import { type FundUse, usesOf } from './fund-uses.ts';
import { withSections } from './project-sections.ts';
import { projectsOf } from './projects.ts';
import { assetsOf, countsOf, namesOf, natureOf, organizationOf, procurementOf, statedAmountsOf } from './records.ts';
import { withThreePublics } from './three-publics.ts';
import { lastYearOf, textsOf } from './words.ts';

export interface Reconstructed {
  readonly ledger: Ledger;
  readonly problems: readonly Problem[];
}

/** `year` stands in for a document that prints none. */
export function ledgerFrom(
  disclosure: Disclosure,
  year = disclosure.year ?? 0,
  jurisdictions = bundled(),
): Reconstructed {
  const uses = usesOf(disclosure);
  const mentions = readMentions(disclosure, jurisdictions);
  const { basic, projects } = withThreePublics(disclosure, {
    basic: basicLines(disclosure, uses),
    projects: withSections(disclosure, projectsOf(disclosure, uses, mentions)),
  });
  const names = namesOf(disclosure);
  const amounts = kindOf(disclosure.stage).executes ? statedAmountsOf(disclosure, mentions) : {};
  const distributed = uses.filter(({ kind }) => kind === 'distributed').map(spending);
  const told: Ledger = {
    agency: disclosure.agency,
    ...(disclosure.region ? { region: disclosure.region } : {}),
    year,
    ...(kindOf(disclosure.stage).executes ? { stage: disclosure.stage } : {}),
    ...(templateById(disclosure.template, jurisdictions) ? { template: disclosure.template } : {}),
    ...natureOf(disclosure, basic, mentions),
    ...(Object.keys(names).length > 0 ? { names } : {}),
    revenue: revenueOf(uses),
    basic,
    projects,
    other: uses.flatMap((use): OtherLine[] =>
      use.kind === 'basic' || use.kind === 'project' || use.kind === 'distributed' || use.kind === 'left'
        ? []
        : [{ ...spending(use), kind: use.kind }],
    ),
    ...(distributed.length > 0 ? { distributed } : {}),
    left: uses.filter(({ kind }) => kind === 'left').map(spending),
    procurement: procurementOf(disclosure, projects),
    assets: assetsOf(disclosure),
    organization: organizationOf(disclosure),
    counts: countsOf(mentions, disclosure.year),
    ...(Object.keys(amounts).length > 0 ? { amounts } : {}),
    lastYear: lastYearOf(disclosure, mentions),
    texts: textsOf(
      disclosure,
      mentions,
      projects.map(({ name }) => name),
      jurisdictions,
    ),
  };
  const named = withNames(told, jurisdictions);
  const ledger = { ...named, answers: answersFrom(disclosure, named, mentions) };
  return { ledger, problems: problemsOf(disclosure, ledger, jurisdictions) };
}

/** What the form has no name for nobody could go over: only its own sentence speaks of it. */
function withNames(ledger: Ledger, jurisdictions: Jurisdictions): Ledger {
  const { quantity, count } = labelsOf(jurisdictions, ledger.year, ledger.names);
  const isNamed = ({ of, from }: Names, key: string) => from(of(key.replace(/:\w+$/, ''))) !== undefined;
  const only = <T>(names: Names, all: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(all).filter(([key]) => isNamed(names, key)));
  const { counts, lastYear, texts } = ledger;
  return {
    ...ledger,
    counts: only(count, counts),
    lastYear: only(quantity, lastYear),
    texts: { ...texts, reasons: only(quantity, texts.reasons) },
  };
}

function spending({ item, fund, carried, fen, guess }: FundUse): SpendingLine {
  const line: SpendingLine = { item, fund, ...(carried ? { carried } : {}), fen };
  return guess ? marked(line, guess) : line;
}

/** Sources bring in what is spent and left of them: so a document that balances gives its own revenue. */
function revenueOf(uses: readonly FundUse[]): RevenueLine[] {
  const sums = new Map<string, RevenueLine>();
  for (const { fund, carried, fen } of uses) {
    const id = `${fund}/${carried}`;
    sums.set(id, { fund, ...(carried ? { carried } : {}), fen: (sums.get(id)?.fen ?? 0) + fen });
  }
  return [...sums.values()];
}

function problemsOf(disclosure: Disclosure, ledger: Ledger, jurisdictions: Jurisdictions): Problem[] {
  const problems: Problem[] = [];
  if (ledger.year === 0) problems.push({ code: 'year-unknown', message: '文本没有写明年度，台账的年度未填：请补填。' });
  const unnamed = ledger.projects.filter(({ lines }) => lines.length === 0).map(({ name }) => `“${name}”`);
  if (unnamed.length > 0)
    problems.push({
      code: 'project-amount-unknown',
      message: `文本没有写明项目${unnamed.join('、')}的金额，台账中只有名称和绩效目标：请补填金额。`,
    });
  const template = templateById(disclosure.template, jurisdictions);
  if (!template || kindOf(template.stage).executes) return problems;
  return [...problems, ...reproductionProblems(disclosure, compileLedger(ledger, template).disclosure)];
}
