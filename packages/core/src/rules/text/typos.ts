/** Fixed terms of budgets with one character wrong: 一般公共予算, 因工出国, 财政拔款. */
import type { Disclosure } from '../../disclosure.ts';
import { matchesOf } from '../../text/matches.ts';
import type { DocumentContext } from '../context.ts';
import { sheetsOf } from '../performance/sheets.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { COMMON_SLIPS } from './common-slips.ts';
import { lineAt, type Passage, printedLines, quote, textFinding } from './passages.ts';
import { BASIS, GROUP } from './slip.ts';
import { type Typo, termSlips } from './term-slips.ts';

/** What is typed for terms too short, or in ways too particular, for `termSlips`. */
const SLIPS: Readonly<Record<string, string>> = {
  财政拨歀: '财政拨款',
  因工出国: '因公出国',
  公务车用: '公务用车',
  公用用车: '公务用车',
  予算: '预算',
  预决箅: '预决算',
  经废: '经费',
  绩校: '绩效',
  部们: '部门',
  万员: '万元',
  帐户: '账户',
};

const SHORT = new RegExp(`(?:${Object.keys(SLIPS).join('|')})(?![车工额力法式])`, 'g');

function typosIn(text: string): readonly Typo[] {
  const short = matchesOf(text, SHORT).map((match) => ({
    wrong: match[0],
    right: SLIPS[match[0]]!,
    index: match.index,
  }));
  const common = COMMON_SLIPS.flatMap(([wrong, right]) =>
    matchesOf(text, wrong).map((match) => ({ wrong: match[0], right, index: match.index })),
  );
  const isShort = ({ wrong, index }: Typo) =>
    short.some((slip) => slip.index < index + wrong.length && index < slip.index + slip.wrong.length);
  return [...short, ...common, ...termSlips(text).filter((slip) => !isShort(slip))];
}

export const TYPO: ReadRule = {
  phase: 'read',
  id: 'text-typo',
  title: '固定用语没有错字',
  group: GROUP,
  scope: EVERYWHERE,
  basis: BASIS,
  severity: 'warning',
  sure: '较可靠',
  check:
    '一般公共预算、政府采购预算等固定用语只差一个字，预决算的各种用语、科目名称写错形近、音近的一个字，颠倒两个字，或写成常见的错字；指标名称也查。',
  run: (document) =>
    [...printedLines(document.disclosure), ...rowLines(document.disclosure), ...indicatorLines(document)].flatMap(
      ({ block }) => {
        const [first, ...more] = typosIn(block.text);
        if (!first) return [];
        const evidence = [first, ...more].map(({ wrong, index }) => ({
          text: quote(block.text, index, index + wrong.length),
          origin: lineAt(block, index),
        }));
        const message = `“${evidence[0]!.text}”中的“${first.wrong}”应为“${first.right}”`;
        return [textFinding(TYPO, document.disclosure, message, evidence, `改为“${first.right}”`)];
      },
    ),
};

/** The names of the lines and rows of the tables that have no code: those with one are held against the official names. */
const rowLines = ({ statements }: Disclosure): readonly Pick<Passage, 'block'>[] =>
  statements.flatMap(({ rows }) =>
    rows.flatMap(({ code, label, origin }) => (code === undefined ? [{ block: { text: label, origin } }] : [])),
  );

/** The names and descriptions of indicators, each a line. */
const indicatorLines = (document: DocumentContext): readonly Pick<Passage, 'block'>[] =>
  document
    .share(sheetsOf)
    .flatMap(({ indicators }) =>
      indicators.flatMap(({ level3, description = '', origin }) =>
        [...new Set([level3, description])].filter(Boolean).map((text) => ({ block: { text, origin } })),
      ),
    );
