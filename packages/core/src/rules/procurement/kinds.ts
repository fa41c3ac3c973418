/** Goods, works and services: in words against their sum, and against the rows of the table by the letter of their code. */

import type { Disclosure } from '../../disclosure.ts';
import type { Evidence, Finding } from '../../finding.ts';
import type { ProcurementRow } from '../../kinds/index.ts';
import { PROCUREMENT, procurementAmount } from '../../kinds/index.ts';
import { rowsOf, unitOf } from '../../model/tables.ts';
import { type Fen, printingStep, wan } from '../../money.ts';
import { PROCUREMENT_CATALOGUE, PROCUREMENT_LAW } from '../basis.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { type Amount, amountAfter, GROUP, isEqual, PROCUREMENT_SECTION, paragraphsOf, wordsEvidence } from './words.ts';

export const PROCUREMENT_KINDS: ReadRule = {
  phase: 'read',
  id: 'procurement-kinds',
  title: '政府采购货物、工程、服务的说明与合计、与表一致',
  group: GROUP,
  scope: EVERYWHERE,
  basis: [
    { document: PROCUREMENT_LAW, article: '第二条' },
    { document: PROCUREMENT_CATALOGUE, says: 'A 货物、B 工程、C 服务' },
  ],
  severity: 'error',
  sure: '确定',
  check: '说明中货物、工程、服务之和 = 采购预算总额；各类金额 = 采购表中该类品目（编码首字母 A、B、C）之和。',
  run: ({ disclosure }) =>
    paragraphsOf(disclosure, PROCUREMENT_SECTION).flatMap((sentence) => {
      const stated = KINDS.flatMap((kind): Stated[] => {
        const amount = amountAfter(sentence.text, kind.words);
        return amount ? [{ ...kind, amount }] : [];
      });
      if (stated.length < 2) return [];
      const evidence = stated.map(({ amount }) => wordsEvidence(amount.text, sentence));
      return [
        ...sumFinding(disclosure, sentence.text, stated, evidence),
        ...tableFindings(disclosure, stated, evidence),
      ];
    }),
};

interface Kind {
  readonly letter: string;
  readonly name: string;
  readonly words: string;
}

interface Stated extends Kind {
  readonly amount: Amount;
}

/** 数据服务局 and 工程管理中心 name an agency, no kind of purchase. */
const AGENCY = '(?![^,，。;；、\\d]{0,8}(?:局|中心|站|所|处|院|校|委|办|队|公司))';
const wordsFor = (name: string) => `(?:政府采购)?${name}${AGENCY}(?:类)?(?:采购)?(?:预算|支出)?`;

const KINDS: readonly Kind[] = [
  { letter: 'A', name: '货物', words: wordsFor('货物') },
  { letter: 'B', name: '工程', words: wordsFor('工程') },
  { letter: 'C', name: '服务', words: wordsFor('服务') },
];

const TOTAL = '政府采购(?:预算|支出|金额|总额)?(?:预算)?(?:总额|合计|总计|共)?';

function sumFinding(
  { agency }: Disclosure,
  text: string,
  stated: readonly Stated[],
  evidence: readonly Evidence[],
): readonly Finding[] {
  const total = amountAfter(text, TOTAL);
  if (!total || /货物|工程|服务/.test(total.text)) return [];
  const sum = stated.reduce((all, { amount }) => all + amount.fen, 0);
  if (isEqual(total.fen, sum, total.step, ...stated.map(({ amount }) => amount.step))) return [];
  const parts = stated.map(({ name, amount }) => `${name} ${wan(amount.fen)}`).join('、');
  return [
    {
      rule: PROCUREMENT_KINDS.id,
      severity: 'error',
      agency: agency.name,
      form: PROCUREMENT.id,
      message: `说明中政府采购预算 ${wan(total.fen)}，不等于${parts}之和 ${wan(sum)}`,
      expected: sum,
      actual: total.fen,
      difference: total.fen - sum,
      evidence: [{ text: total.text, origin: evidence[0]!.origin }, ...evidence],
    },
  ];
}

/** The items of one letter; undefined where an item has no code. */
export function sumOfKind(rows: readonly ProcurementRow[], letter: string): Fen | undefined {
  let sum = 0;
  for (const row of rows) {
    if (row.kind !== 'item') continue;
    const amount = procurementAmount(row);
    if (!row.code || !amount) return undefined;
    if (row.code.toUpperCase().startsWith(letter)) sum += amount.fen;
  }
  return sum;
}

function tableFindings(
  disclosure: Disclosure,
  stated: readonly Stated[],
  evidence: readonly Evidence[],
): readonly Finding[] {
  const { agency } = disclosure;
  const items = rowsOf(disclosure, PROCUREMENT).filter(({ kind }) => kind === 'item');
  const unit = unitOf(disclosure, PROCUREMENT);
  if (items.length === 0) return [];
  return stated.flatMap(({ letter, name, amount }, i): Finding[] => {
    const sum = sumOfKind(items, letter);
    if (sum === undefined || isEqual(sum, amount.fen, amount.step, items.length * printingStep(unit, 2))) return [];
    const rows = items.filter(({ code }) => code?.toUpperCase().startsWith(letter));
    return [
      {
        rule: PROCUREMENT_KINDS.id,
        severity: 'warning',
        agency: agency.name,
        form: PROCUREMENT.id,
        message: `说明中政府采购${name} ${wan(amount.fen)}，采购表中${name}类（编码 ${letter} 开头）合计 ${wan(sum)}`,
        expected: sum,
        actual: amount.fen,
        difference: amount.fen - sum,
        evidence: [
          evidence[i]!,
          ...rows.map(({ label, item, code, origin }) => ({
            form: PROCUREMENT.id,
            row: item ?? label,
            column: 'code',
            text: code ?? '',
            origin,
          })),
        ],
      },
    ];
  });
}
