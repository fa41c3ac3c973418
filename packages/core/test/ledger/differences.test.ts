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
      (ledger) => ({ ...ledger, texts: { ...ledger.texts, duties: ['另一项职责'] } }),
      [{ part: '其他内容', label: '说明的文字' }],
    ],
  ])('%s', (_, change, expected) => {
    const found = ledgerDifferences(base, change(base));
    expect(found).toHaveLength(expected.length);
    expect(found).toMatchObject(expected);
  });
});
