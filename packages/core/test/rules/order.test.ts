import { expect, it } from 'vitest';
import type { Origin } from '../../src/disclosure.ts';
import type { Finding } from '../../src/finding.ts';
import { byWeight } from '../../src/rules/merge/order.ts';

const finding = (
  message: string,
  severity: Finding['severity'],
  origin?: Origin,
  consequences?: string[],
): Finding => ({
  rule: 'x',
  severity,
  message,
  evidence: origin ? [{ text: '', origin }] : [],
  ...(consequences ? { consequences } : {}),
});

it('errors first; then what has most consequences; then down the document; what stands nowhere last', () => {
  const inOrder = [
    finding('an error with two consequences', 'error', { page: 9 }, ['甲', '乙']),
    finding('an error with one', 'error', { page: 2 }, ['甲']),
    finding('up on page 3', 'error', { page: 3, box: [0, 80, 9, 90] }),
    finding('down on page 3', 'error', { page: 3, box: [0, 200, 9, 210] }),
    finding('on page 12', 'error', { page: 12 }),
    finding('nowhere', 'error'),
    finding('line 5', 'warning', { line: 5 }),
    finding('line 40', 'warning', { line: 40 }),
    finding('a notice', 'notice', { page: 1 }, ['甲', '乙', '丙']),
  ];
  const shuffled = [5, 8, 0, 3, 7, 1, 6, 4, 2].map((i) => inOrder[i]!);
  expect(shuffled.sort(byWeight).map(({ message }) => message)).toEqual(inOrder.map(({ message }) => message));
});
