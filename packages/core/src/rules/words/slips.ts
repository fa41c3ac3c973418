/**
 * An amount that nothing confirms and that one slip of typing turns into one printed elsewhere: the only witness of figures that no
 * sentence names well enough to be compared.
 */
import { type PrintedAmount, printedAmounts } from '../../figures/index.ts';
import { kindOf } from '../../model/document-kinds.ts';
import { type Fen, formatAmount, wan } from '../../money.ts';
import { typingError } from '../../repair/typing-error.ts';
import { nounKey, plainText } from '../../text/fold.ts';
import { withoutNumbering } from '../../text/numbering.ts';
import { partsOf } from '../../words/clause.ts';
import { figuresOf } from '../../words/figures.ts';
import { isGlossary, originOf } from '../../words/read.ts';
import { clauseStart } from '../../words/sentences.ts';
import type { Candidate } from './candidate.ts';
import type { Facts } from './facts.ts';
import { quote } from './issue.ts';

/** An amount of the words with its clause, and where it stands. */
interface Said {
  readonly fen: Fen;
  readonly step: Fen;
  readonly section: number;
  readonly paragraph: number;
  readonly start: number;
  /** The clause before the amount, and with it. */
  readonly noun: string;
  readonly text: string;
  /** Whether it is told of this year and of nothing compared. */
  readonly isLevel: boolean;
}

/** An amount of the tables with its row's label as nouns are compared. */
interface Printed extends PrintedAmount {
  readonly noun: string;
}

/** Digits from which on so near a figure is no accident: in the same paragraph, under the same name, anywhere. */
const DIGITS = { near: 6, named: 6, anywhere: 7 } as const;
/** Names shorter than this are those of too many rows. */
const TELLING = 4;
/** 机关运行经费 is what the tables print as one of these, of an agency or of its own units. */
const OPERATING = /^(?:商品和服务支出|(?:日常)?公用(?:经费|支出)|行政经费|机关运行经费)$/;
const OPERATING_DIGITS = 5;
const WAN_STEP: Fen = 10_000;

/** Amounts of a budget's words that look like a slip of another figure. */
export function checkSlips({ disclosure, mentions, incomplete }: Facts): readonly Candidate[] {
  if (kindOf(disclosure.stage).executes) return [];
  const said = disclosure.explanation.flatMap((section, s) =>
    isGlossary(section)
      ? []
      : section.paragraphs.flatMap(({ text }, p) => saidIn(plainText(text), s, p, disclosure.year)),
  );
  if (said.length === 0) return [];
  const printed = printedAmounts(disclosure).map((each): Printed => ({ ...each, noun: nounKey(each.label) }));
  const values = [...new Set([...printed.map(({ fen }) => Math.abs(fen)), ...said.map(({ fen }) => fen)])];
  const isPrinted = ({ fen, step }: Pick<Said, 'fen' | 'step'>, own?: Said) =>
    printed.some((each) => isNear(each.fen, fen, step)) ||
    said.some((other) => other !== own && isNear(other.fen, fen, step));
  return said.flatMap((amount): readonly Candidate[] => {
    const { section, paragraph, start } = amount;
    if (!amount.isLevel || incomplete.has(`${section}.${paragraph}`) || digitsOf(amount.fen) < OPERATING_DIGITS)
      return [];
    if (isPrinted(amount, amount)) return [];
    const [only, ...more] = [...new Set(meantBy(amount, printed, said, values))];
    if (only === undefined || more.length > 0) return [];
    const block = disclosure.explanation[section]!.paragraphs[paragraph]!;
    const mention = mentions.find(
      ({ place }) => place.section === section && place.paragraph === paragraph && place.start === start,
    );
    return [
      {
        issue: {
          rule: 'words-slip',
          severity: 'warning',
          message: `${quote(amount.text)}全文没有别处印这个数，而与别处印的 ${wan(only)}只差一处笔误。`,
          expected: only,
          actual: amount.fen,
          evidence: [{ text: amount.text, origin: originOf(block, start) }],
          suggestion: `请核对是否应为 ${wan(only)}。`,
        },
        blames: mention ? [mention] : [],
        unless: [mention],
      },
    ];
  });
}

/** The figures that an amount may be a slip of: none that is as far off as another figure tells, which makes it a sum. */
function meantBy(
  amount: Said,
  printed: readonly Printed[],
  said: readonly Said[],
  values: readonly Fen[],
): readonly Fen[] {
  const isSlip = (fen: Fen) => isSlipOf(amount.fen, Math.round(fen / WAN_STEP) * WAN_STEP);
  const isTold = (fen: Fen, among: readonly Fen[]) =>
    among.some((value) => isNear(value, Math.abs(fen - amount.fen), WAN_STEP));
  const digits = digitsOf(amount.fen);
  const here = said.filter(({ section, paragraph }) => section === amount.section && paragraph === amount.paragraph);
  const beside = here.map(({ fen }) => fen);
  const anywhere = digits < DIGITS.anywhere ? [] : values.filter((fen) => isSlip(fen) && !isTold(fen, values));
  if (anywhere.length > 0) return anywhere;
  const near = digits < DIGITS.near ? [] : beside.filter((fen) => printed.some((each) => each.fen === fen));
  const isOperating = /运行经费$/.test(amount.noun) && digits >= OPERATING_DIGITS;
  const operating = isOperating ? printed.filter(({ label }) => OPERATING.test(nounKey(withoutNumbering(label)))) : [];
  const named =
    digits < DIGITS.named
      ? []
      : printed.filter(({ label, noun }) => label.length >= TELLING && amount.noun.endsWith(noun));
  return [...near, ...[...named, ...operating].map(({ fen }) => fen)].filter(
    (fen) => isSlip(fen) && !isTold(fen, beside),
  );
}

function saidIn(text: string, section: number, paragraph: number, own: number | undefined): readonly Said[] {
  let from = 0;
  return figuresOf(text).flatMap(({ printed, negative, start, end }): readonly Said[] => {
    const gapStart = from;
    from = end;
    if (printed.kind !== 'amount' || negative) return [];
    const clause = clauseStart(text, gapStart, start);
    const words = text.slice(clause, start);
    const { aspect, year = own } = partsOf(words, text.slice(gapStart, start));
    const isLevel = aspect === undefined && year === own && !PAST.test(words);
    const noun = nounKey(words).replace(/(?:(?:财政拨款)?(?:支出)?预算|安排|(?<!运行)经费)*(?:为|共|计|总额|：)*$/, '');
    const { fen, step } = printed;
    return [{ fen, step, section, paragraph, start, noun, text: text.slice(clause, end), isLevel }];
  });
}

const PAST = /上年|去年|上一年|以前年度|历年|累计|增|减|比|较/;

const isNear = (a: Fen, b: Fen, step: Fen): boolean =>
  Math.abs(Math.abs(a) - b) * 2 <= Math.max(step, WAN_STEP) + WAN_STEP;

/** How many digits tell an amount in 万元. */
const digitsOf = (fen: Fen): number =>
  formatAmount(fen, '万元')
    .replace(/\D/g, '')
    .replace(/^0+|0+$/g, '').length;

/** A point or a sign elsewhere makes no other figure likely. */
function isSlipOf(fen: Fen, meant: Fen): boolean {
  const slip = typingError(formatAmount(fen, '万元'), formatAmount(meant, '万元'));
  return slip === 'wrong-digit' || slip === 'swapped-digits' || slip === 'dropped-digit' || slip === 'added-digit';
}
