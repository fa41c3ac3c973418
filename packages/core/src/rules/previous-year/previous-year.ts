/** This year's document against last year's of the same agency: stated changes, last year's figures, sentences left as they were. */

import type { Disclosure } from '../../disclosure.ts';
import type { Finding } from '../../finding.ts';
import { wan } from '../../money.ts';
import { type Aspect, changeOf, fenOf, type Mention } from '../../words/mention.ts';
import { type Basis, DISCLOSURE } from '../basis.ts';
import type { DocumentContext } from '../context.ts';
import type { RelateRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { agreedFigure, otherFinding, stepOf } from './other-document.ts';

const GROUP = '与上年文本';
const BASIS: readonly Basis[] = [{ document: DISCLOSURE, says: '说明预算收支增减变化情况' }];

export const PREVIOUS_FIGURE: RelateRule = {
  phase: 'relate',
  beside: 'previous',
  id: 'previous-year-figure',
  title: '说明中的上年数与上年文本一致',
  group: GROUP,
  scope: EVERYWHERE,
  basis: BASIS,
  severity: 'error',
  sure: '较可靠',
  check: '同一单位上年的预算文本也在时，说明中写的上年预算数等于上年文本表中的数；执行数不比。',
  run: (document, { disclosure: previous }) =>
    ofLastBudget(document, previous, 'last').flatMap((mention) => lastFigure(mention, document.disclosure, previous)),
};

export const PREVIOUS_CHANGE: RelateRule = {
  phase: 'relate',
  beside: 'previous',
  id: 'previous-year-change',
  title: '说明中的增减额等于两年之差',
  group: GROUP,
  scope: EVERYWHERE,
  basis: BASIS,
  severity: 'error',
  sure: '较可靠',
  check: '同一单位上年的预算文本也在时，说明中比上年预算的增减额等于本年表中的数减上年表中的数。',
  run: (document, { disclosure: previous }) =>
    ofLastBudget(document, previous, 'change').flatMap((mention) => change(mention, document.disclosure, previous)),
};

export const PREVIOUS_UNCHANGED: RelateRule = {
  phase: 'relate',
  beside: 'previous',
  id: 'previous-year-unchanged',
  title: '带数字的段落没有原样沿用上年',
  group: GROUP,
  scope: EVERYWHERE,
  basis: BASIS,
  severity: 'notice',
  sure: '供参考',
  check: '一段文字有三处以上金额而与上年文本一字不差，多为没有更新。',
  run: ({ disclosure }, previous) => unchanged(disclosure, previous.disclosure),
};

export const PREVIOUS_YEAR_RULES: readonly RelateRule[] = [PREVIOUS_FIGURE, PREVIOUS_CHANGE, PREVIOUS_UNCHANGED];

/** The figures told of last year's budget, of one aspect. */
const ofLastBudget = (document: DocumentContext, { year }: Disclosure, aspect: Aspect): readonly Mention[] =>
  document.mentions.filter((mention) => mention.aspect === aspect && isOfLastBudget(mention, year!));

/** Compared with last year's budget: not with its execution, and not with a plan of the same year. */
function isOfLastBudget({ base }: Mention, lastYear: number): boolean {
  if (base?.planned || base?.kind === 'executed' || base?.kind === 'final') return false;
  return base?.year === undefined || base.year === lastYear;
}

function lastFigure(mention: Mention, disclosure: Disclosure, previous: Disclosure): Finding[] {
  const actual = fenOf(mention);
  const table = agreedFigure(previous, mention.quantity);
  if (actual === undefined || !table || Math.abs(actual - table.fen) * 2 <= stepOf(mention) + table.step) return [];
  const message = `“${mention.place.text}”写的上年数与上年文本不符：上年表中为 ${wan(table.fen)}，相差 ${wan(Math.abs(actual - table.fen))}`;
  return [otherFinding(PREVIOUS_FIGURE, disclosure, mention, message, table.fen, actual, [table])];
}

function change(mention: Mention, disclosure: Disclosure, previous: Disclosure): Finding[] {
  const actual = changeOf(mention);
  const [now, before] = [agreedFigure(disclosure, mention.quantity), agreedFigure(previous, mention.quantity)];
  if (actual === undefined || !now || !before) return [];
  const expected = now.fen - before.fen;
  const flat = mention.printed.kind === 'flat';
  if (Math.abs(actual - expected) * 2 <= stepOf(mention) + now.step + before.step + (flat ? now.step : 0)) return [];
  const word = expected === 0 ? '持平' : `${expected > 0 ? '增加' : '减少'} ${wan(Math.abs(expected))}`;
  const message = `“${mention.place.text}”与两年的表不符：本年 ${wan(now.fen)}，上年 ${wan(before.fen)}，应为${word}`;
  return [otherFinding(PREVIOUS_CHANGE, disclosure, mention, message, expected, actual, [now, before])];
}

const AMOUNTS = 3;

function unchanged(disclosure: Disclosure, previous: Disclosure): Finding[] {
  const texts = new Set(previous.explanation.flatMap((section) => section.paragraphs.map((block) => block.text)));
  return disclosure.explanation.flatMap((section) =>
    section.paragraphs.flatMap((block) => {
      const amounts =
        block.text.match(/\d[\d,]*(?:\.\d+)?\s*万?元/g)?.filter((amount) => !/^0(?:\.0+)?\s*万?元/.test(amount)) ?? [];
      if (amounts.length < AMOUNTS || !texts.has(block.text)) return [];
      const finding: Finding = {
        rule: PREVIOUS_UNCHANGED.id,
        severity: PREVIOUS_UNCHANGED.severity,
        agency: disclosure.agency.name,
        message: `“${block.text.slice(0, 24)}…”一段与上年文本完全相同，含 ${amounts.length} 处金额，请核对是否更新`,
        evidence: [{ text: block.text.slice(0, 60), origin: block.origin }],
      };
      return [finding];
    }),
  );
}
