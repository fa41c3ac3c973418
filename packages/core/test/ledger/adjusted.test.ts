import { adjustmentFault } from '@mingsuan/core/ledger/adjusted';
import { exampleLedger } from '@mingsuan/core/ledger/example';
import type { Ledger } from '@mingsuan/core/ledger/ledger';
import type { AdjustmentKind } from '@mingsuan/core/process/adjustments';
import { expect, it } from 'vitest';

const LEDGER = exampleLedger(2026);

/** The example with other amounts in its basic lines: by their number, what is added in fen. */
const withMore = (...changes: readonly (readonly [line: number, fen: number])[]): Ledger => ({
  ...LEDGER,
  basic: LEDGER.basic.map((line, i) => ({
    ...line,
    fen: line.fen + changes.reduce((sum, [at, fen]) => sum + (at === i ? fen : 0), 0),
  })),
});
const carried: Ledger = { ...LEDGER, basic: [...LEDGER.basic, { ...LEDGER.basic[0]!, carried: true, fen: 500 }] };

it.each<readonly [AdjustmentKind, Ledger, string | undefined]>([
  ['supplement', LEDGER, '追加还没有改动支出的金额。'],
  ['supplement', withMore([0, 100]), undefined],
  ['supplement', withMore([0, 100], [1, -1]), '追加只能增加支出，有的行减少了。'],
  ['reduction', withMore([0, -100]), undefined],
  ['recovery', withMore([0, 100]), '收回只能减少支出，有的行增加了。'],
  ['transfer', withMore([0, 100], [1, -100]), undefined],
  ['transfer', withMore([0, 150], [1, -100]), '调剂不能改变合计：一般公共预算拨款差 0.50 元。'],
  ['breakdown', withMore([0, 100], [3, -100]), undefined],
  ['carryover', carried, undefined],
  ['carryover', withMore([0, 100]), '结转只能增加上年结转的支出，有的行不是。'],
])('%s', (kind, after, fault) => {
  expect(adjustmentFault(kind, LEDGER, after)).toBe(fault);
});
