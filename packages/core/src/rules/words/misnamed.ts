/**
 * 购房补贴（项）593.51万元, where no table prints 购房补贴 and one prints 住房公积金 593.51, of which the words say nothing: the name is another
 * item's or class's.
 */
import type { Row } from '../../disclosure.ts';
import { formName } from '../../equations/names.ts';
import { type Figure, figure, figures, isBlank } from '../../figures/index.ts';
import { addressOf, isCode, itemOf } from '../../model/quantity.ts';
import { wan } from '../../money.ts';
import { fenOf, type Mention } from '../../words/mention.ts';
import type { Candidate } from './candidate.ts';
import { isCurrent, sectionsOf, type Told } from './facts.ts';
import { cellEvidence, quoted, wordEvidence } from './issue.ts';

/** Items and classes that no table prints, told with the amount of one that the words do not name. */
export const checkMisnamed = (told: Told): readonly Candidate[] =>
  sectionsOf(told.mentions.filter((m) => m.aspect === 'level' && itemOf(m.quantity) !== undefined)).flatMap((section) =>
    section.flatMap((mention) => misnamed(told, mention, section)),
  );

function misnamed(told: Told, mention: Mention, section: readonly Mention[]): Candidate | readonly [] {
  const { disclosure } = told;
  const code = itemOf(mention.quantity)!;
  const fen = fenOf(mention);
  const isAlone = (code.length === 3 || code.length === 7) && isCurrent(told, mention);
  if (!isAlone || !fen || isPrinted(told, code)) return [];
  const said = new Set(section.map(({ quantity }) => itemOf(quantity)));
  const step = mention.printed.kind === 'amount' ? mention.printed.step : 0;
  const same = codesOf(told, code.length)
    .filter((other) => !said.has(other))
    .flatMap((other): Figure[] => {
      const { state, figure: printed } = figure(disclosure, { ...addressOf(mention.quantity)!, row: other });
      return state === 'printed' && Math.abs(printed.fen - fen) * 2 <= step + printed.step ? [printed] : [];
    });
  const [own, ...more] = same;
  if (!own || more.length > 0) return [];
  return {
    issue: {
      rule: 'words-table',
      severity: 'warning',
      form: own.form,
      message: `${quoted(mention)}：表里没有“${mention.name}”，${formName(own.form)}中金额为 ${wan(own.fen)}的是“${labelOf(told, own)}”，科目名称可能写错。`,
      evidence: [wordEvidence(mention), cellEvidence(own)],
      suggestion: '请核对科目名称。',
    },
    blames: [mention],
    unless: [mention],
  };
}

/** Tables by function, whose rows are items and classes. */
const FORMS = ['expenditure', 'general-public', 'appropriation-balance', 'balance'] as const;

/** Whether any table gives a code an amount, or its name under another code. */
const isPrinted = ({ disclosure }: Told, code: string): boolean =>
  FORMS.some((form) => figures(disclosure, addressOf(`${form}[${code}].total`)).some((each) => !isBlank(each))) ||
  disclosure.statements.some(({ rows }) => rows.some((row) => codeOf(row) === code));

const codeOf = ({ code, key }: Row): string | undefined => code ?? (isCode(key) ? key : undefined);

/** The codes of so many digits that the tables print. */
const codesOf = ({ disclosure }: Told, digits: number): readonly string[] => [
  ...new Set(
    disclosure.statements
      .filter(({ form }) => (FORMS as readonly string[]).includes(form))
      .flatMap(({ rows }) => rows.flatMap((row) => (codeOf(row)?.length === digits ? codeOf(row)! : []))),
  ),
];

/** What the tables call the row of a figure. */
const labelOf = ({ disclosure }: Told, { form, row }: Figure): string =>
  disclosure.statements
    .find((statement) => statement.form === form)
    ?.rows.find((each) => codeOf(each) === row)
    ?.label.replace(/^[\d\s]+/, '') ?? row;
