import { ledgerDifferences } from '@mingsuan/core/ledger/differences';
import { exampleLedger } from '@mingsuan/core/ledger/example';
import type { Ledger } from '@mingsuan/core/ledger/ledger';
import { describe, expect, it } from 'vitest';

const base = exampleLedger(2026);
const [line, ...rest] = base.basic;

describe('what differs between two ledgers', () => {
  it.each<[string, (ledger: Ledger) => Ledger, readonly object[]]>([
    ['nothing', (ledger) => ledger, []],
    [
      'a fen more on one line',
      (ledger) => ({ ...ledger, basic: [{ ...line!, fen: line!.fen + 1 }, ...rest] }),
      [{ before: line!.fen, after: line!.fen + 1, change: 1 }],
    ],
    [
      'a line split in two is the same line',
      (ledger) => ({ ...ledger, basic: [{ ...line!, fen: 1 }, { ...line!, fen: line!.fen - 1 }, ...rest] }),
      [],
    ],
    ['a line taken away', (ledger) => ({ ...ledger, basic: rest }), [{ before: line!.fen, change: -line!.fen }]],
    [
      'words',
      (ledger) => ({
        ...ledger,
        texts: { ...ledger.texts, duties: ['另一项职责', ...(ledger.texts.duties ?? []).slice(1)] },
      }),
      [{ part: '说明文字', was: expect.any(String), now: '另一项职责' }],
    ],
    [
      'a reason, a count and an answer, each in its cell',
      (ledger) => ({
        ...ledger,
        counts: { ...ledger.counts, 'vehicles[total]': 7 },
        texts: { ...ledger.texts, reasons: { ...ledger.texts.reasons, 'three-publics[total]': '新增任务' } },
      }),
      [
        { part: '车辆设备', now: '7' },
        { part: '上年数和原因', label: expect.stringContaining('变化原因'), now: '新增任务' },
      ],
    ],
  ])('%s', (_, change, expected) => {
    const found = ledgerDifferences(base, change(base));
    expect(found).toHaveLength(expected.length);
    expect(found).toMatchObject(expected);
  });
});
