/** What the words say by economic class that no sentence of a table repeats: 人员经费 and 公用经费, 委托业务费. */

import type { Disclosure, StatementFormId, TextBlock } from '../../disclosure.ts';
import { type Figure, figure as figureOf } from '../../figures/index.ts';
import type { Finding } from '../../finding.ts';
import { wan } from '../../money.ts';
import { FUND_IDS } from '../../vocabulary/index.ts';
import { type FigureToken, figuresOf } from '../../words/figures.ts';
import { fenOf, type Mention } from '../../words/mention.ts';
import { CLASSIFICATION, DISCLOSURE } from '../basis.ts';
import type { DocumentContext } from '../context.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { passages } from '../text/passages.ts';
import { cellEvidence, gapText, quote, wordEvidence } from './issue.ts';

export const WORDS_PERSONNEL: ReadRule = {
  phase: 'read',
  id: 'words-personnel',
  title: '说明中的人员经费与基本支出表的工资福利支出、对个人和家庭的补助相合',
  group: '说明与数字',
  scope: { kinds: ['budget'] },
  basis: [{ document: CLASSIFICATION, says: '人员经费列 301、303' }, { document: DISCLOSURE }],
  severity: 'notice',
  sure: '供参考',
  check: '基本支出表不分人员经费、公用经费时，说明中的人员经费与 301、303 之和比；地方口径可能不同，只提示。',
  run: (document) => personnel(document),
};

export const WORDS_ENTRUSTED: ReadRule = {
  phase: 'read',
  id: 'words-entrusted',
  title: '说明中的委托业务费与报表相合',
  group: '说明与数字',
  scope: EVERYWHERE,
  basis: [{ document: CLASSIFICATION, says: '委托业务费列 30227' }, { document: DISCLOSURE }],
  severity: 'warning',
  sure: '较可靠',
  check:
    '说明中的委托业务费等于按经济分类的表里 30227 的合计（基本支出、项目支出两张表都印时，为两处之和）；没有这样的表的，不大于基本支出的 30227 加全部项目支出。',
  run: ({ disclosure }) => entrusted(disclosure),
};

const PERSONNEL: readonly string[] = ['basic[total].personnel', 'expenditure[total].personnel'];
const CLASSES = ['301', '303'] as const;

function personnel({ disclosure, mentions }: DocumentContext): readonly Finding[] {
  const mention = mentions.find(({ quantity, aspect }) => aspect === 'level' && PERSONNEL.includes(quantity));
  const basic = disclosure.statements.find(({ form, rows }) => form === 'basic' && rows.length > 0);
  const isSplit = basic?.rows.some(({ cells }) => cells.personnel || cells.operating);
  if (!mention || !basic || basic.unread || isSplit) return [];
  const figures = CLASSES.flatMap((row) => printed(disclosure, 'basic', row) ?? []);
  const [said, sum] = [fenOf(mention), figures.reduce((all, { fen }) => all + fen, 0)];
  if (figures.length < CLASSES.length || said === undefined || isNear(said, sum, stepOf(mention), figures)) return [];
  return [
    {
      rule: WORDS_PERSONNEL.id,
      severity: WORDS_PERSONNEL.severity,
      agency: disclosure.agency.name,
      form: 'basic',
      message: `说明写${quote(mention.place.text)}，基本支出表的工资福利支出与对个人和家庭的补助合计 ${wan(sum)}，相差 ${gapText(said - sum)}`,
      expected: sum,
      actual: said,
      difference: said - sum,
      evidence: [wordEvidence(mention), ...figures.map(cellEvidence)],
      suggestion: '请核对人员经费和公用经费的口径',
    },
  ];
}

const stepOf = ({ printed }: Mention): number => (printed.kind === 'amount' ? printed.step : 0);

/** Whether both are the same within the rounding of what was said and of the figures added up. */
const isNear = (said: number, sum: number, step: number, figures: readonly Figure[]): boolean =>
  Math.abs(said - sum) * 2 <= step + figures.reduce((all, figure) => all + figure.step, 0);

/** The figure at the total of a row; undefined where it is not printed or blank. */
function printed(disclosure: Disclosure, form: StatementFormId, row: string, column = 'total'): Figure | undefined {
  const { state, figure } = figureOf(disclosure, { form, row, column });
  return state === 'printed' ? figure : undefined;
}

const ENTRUSTED = '30227';
/** What is said of 委托业务费 up to its amount; a definition and a list of what a project buys are no statement of it. */
const STATED = /委托业务费(?!用)[^。；，、：（）]{0,16}?(?=\d)/g;
const APPROPRIATED = /财政拨款|财拨|一般公共预算/;

function entrusted(disclosure: Disclosure): readonly Finding[] {
  for (const { block, section } of passages(disclosure)) {
    if (/绩效/.test(section)) continue;
    const found = statedIn(block);
    if (!found) continue;
    const { token, from } = found;
    if (token.printed.kind !== 'amount') continue;
    const isAppropriated = APPROPRIATED.test(block.text.slice(Math.max(0, from - 12), token.end));
    const { fen, step } = token.printed;
    const whole = wholeOf(disclosure);
    const most = whole.length > 0 ? whole : mostOf(disclosure, isAppropriated);
    const sum = most.reduce((all, each) => all + each.fen, 0);
    const isRight = whole.length === 0 ? fen <= sum : isNear(fen, sum, step, whole);
    if (most.length === 0 || isRight || (whole.length > 0 && !isAppropriated && fen > sum)) return [];
    const said = `说明写${quote(block.text.slice(from, token.end))}`;
    const message =
      whole.length > 0
        ? `${said}，报表里委托业务费（${ENTRUSTED}）合计 ${wan(sum)}，相差 ${gapText(fen - sum)}`
        : `${said}，大于基本支出的委托业务费加全部${isAppropriated ? '财政拨款' : ''}项目支出 ${wan(sum)}`;
    const evidence = [{ text: block.text.slice(from, token.end), origin: block.origin }, ...most.map(cellEvidence)];
    const amounts = { expected: sum, actual: fen, difference: fen - sum };
    return [
      {
        rule: WORDS_ENTRUSTED.id,
        severity: WORDS_ENTRUSTED.severity,
        agency: disclosure.agency.name,
        message,
        ...(whole.length > 0 ? amounts : {}),
        evidence,
        suggestion: '请核对说明和报表',
      },
    ];
  }
  return [];
}

function statedIn({ text }: TextBlock): { readonly token: FigureToken; readonly from: number } | undefined {
  for (const match of text.matchAll(STATED)) {
    const at = match.index + match[0].length;
    const token = figuresOf(text).find(({ start }) => start === at);
    if (token && !/指|其中|增加|减少|用于|控制/.test(match[0])) return { token, from: match.index };
  }
  return undefined;
}

/** All of 委托业务费 by the tables: of the general public budget by economic class, or of its basic and its project part. */
function wholeOf(disclosure: Disclosure): readonly Figure[] {
  const all = printed(disclosure, 'general-economic', ENTRUSTED);
  if (all) return [all];
  const parts = (['basic', 'by-economic'] as const).flatMap((form) => printed(disclosure, form, ENTRUSTED) ?? []);
  return parts.length === 2 ? parts : [];
}

/** The most that it can be: what basic expenditure has of it, and all projects. */
function mostOf(disclosure: Disclosure, isAppropriated: boolean): readonly Figure[] {
  const basic = disclosure.statements.find(({ form, rows }) => form === 'basic' && rows.length > 0);
  const main = printed(disclosure, isAppropriated ? 'general-public' : 'expenditure', 'total', 'project');
  if (!basic || basic.unread || !main) return [];
  const others = isAppropriated
    ? FUND_IDS.slice(1).flatMap((form) => printed(disclosure, form, 'total', 'total') ?? [])
    : [];
  const own = printed(disclosure, 'basic', ENTRUSTED);
  return [main, ...others, ...(own ? [own] : [])];
}
