/** The share kept for small and medium enterprises: amount and percent in words, against each other and the table. */

import type { Disclosure } from '../../disclosure.ts';
import { recordTotalRow } from '../../figures/record-totals.ts';
import type { Finding } from '../../finding.ts';
import { PROCUREMENT } from '../../kinds/index.ts';
import { rowsOf, unitOf } from '../../model/tables.ts';
import { printingStep, wan } from '../../money.ts';
import { SME_MEASURES } from '../basis.ts';
import type { ReadRule } from '../rule.ts';
import { amountAfter, GROUP, isEqual, PROCUREMENT_SECTION, paragraphsOf, type Sentence } from './words.ts';

export const PROCUREMENT_SME_WORDS: ReadRule = {
  phase: 'read',
  id: 'procurement-sme-words',
  title: '预留中小企业份额的说明与表一致',
  group: GROUP,
  scope: { years: { from: 2020 } },
  basis: [{ document: SME_MEASURES }],
  severity: 'error',
  sure: '较可靠',
  check: '说明中预留中小（微）企业的金额 = 采购表预留份额合计，不大于采购预算；所写比例 = 金额 ÷ 采购预算。',
  run: ({ disclosure }) =>
    paragraphsOf(disclosure, PROCUREMENT_SECTION).flatMap((sentence) => [
      ...againstTable(disclosure, sentence),
      ...againstPercent(disclosure, sentence),
    ]),
};

const SME = '(?:中小微?|中小)企业(?:预留)?(?:的)?(?:采购)?(?:项目)?(?:份额|金额|预算|采购额)?';

function againstTable(disclosure: Disclosure, sentence: Sentence): readonly Finding[] {
  const { agency } = disclosure;
  const _procurement = rowsOf(disclosure, PROCUREMENT);
  const stated = amountAfter(sentence.text, SME);
  const total = recordTotalRow(disclosure, PROCUREMENT);
  const printed = total?.cells.sme;
  if (!stated || !total || !printed) return [];
  const unit = unitOf(disclosure, PROCUREMENT);
  if (isEqual(stated.fen, printed.fen, stated.step, printingStep(unit, 2))) return [];
  return [
    {
      rule: PROCUREMENT_SME_WORDS.id,
      severity: 'error',
      agency: agency.name,
      form: PROCUREMENT.id,
      message: `说明中预留中小企业份额 ${wan(stated.fen)}，采购表合计行为 ${wan(printed.fen)}`,
      expected: printed.fen,
      actual: stated.fen,
      difference: stated.fen - printed.fen,
      evidence: [
        { text: stated.text, origin: sentence.origin },
        { form: PROCUREMENT.id, row: total.label, column: 'sme', text: printed.text, origin: printed.origin },
      ],
    },
  ];
}

const TOTAL = '政府采购(?:预算|支出|金额|总额)?(?:预算)?(?:总额|合计|总计|共)?';
const PERCENT =
  /占(?:本?年?度?政府)?采购(?:预算)?(?:总额|总金额|支出|预算|金额)*(?:总额)?(?:的)?(?:比例|比重)?(?:为|的)?(\d+)(?:\.(\d+))?%/;

function againstPercent({ agency }: Disclosure, sentence: Sentence): readonly Finding[] {
  const [stated, total] = [amountAfter(sentence.text, SME), amountAfter(sentence.text, TOTAL)];
  // 货物1万元，占政府采购支出总额的30%; …授予中小企业…: the share that stands behind the amount, before the next one.
  const behind = stated ? sentence.text.slice(sentence.text.indexOf(stated.text) + stated.text.length) : '';
  const match = PERCENT.exec(behind.slice(0, /万元/.exec(behind)?.index));
  if (!stated || !total || !match || total.fen <= 0 || /中小/.test(total.text)) return [];
  const decimals = match[2]?.length ?? 0;
  const percent = Number(match[1]! + (match[2] ?? ''));
  const scale = 10 ** decimals;
  const least = (100 * scale * (stated.fen - stated.step / 2)) / (total.fen + total.step / 2);
  const most = (100 * scale * (stated.fen + stated.step / 2)) / (total.fen - total.step / 2);
  if (percent >= least - 0.5001 && percent <= most + 0.5001) return [];
  const right = ((100 * stated.fen) / total.fen).toFixed(Math.max(decimals, 1));
  return [
    {
      rule: PROCUREMENT_SME_WORDS.id,
      severity: 'error',
      agency: agency.name,
      form: PROCUREMENT.id,
      message: `说明中预留中小企业份额 ${wan(stated.fen)}、采购预算 ${wan(total.fen)}，所写比例“${match[0]}”与两数不符`,
      evidence: [stated.text, total.text, match[0]].map((text) => ({ text, origin: sentence.origin })),
      suggestion: `比例约为 ${right}%`,
    },
  ];
}
