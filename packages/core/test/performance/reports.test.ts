/** What a report says is what is read back from it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ratio } from '../../src/performance/ratio.ts';
import { executionInWords, REPORT_PATTERNS, readReportSentence } from '../../src/performance/reports.ts';
import { writePattern } from '../../src/performance/sentence.ts';

const SLOT = /\{(\w+)(:n)?\}/g;

describe('sentences', () => {
  it.each(REPORT_PATTERNS)('$id is read back as it was written', ({ id, pattern }) => {
    const number = fc.tuple(fc.integer({ min: 0, max: 99_999 }), fc.nat(99)).map(([a, b]) => `${a}.${b}`);
    const word = fc.stringMatching(/^[\u4e00-\u9fa5（）A-Za-z0-9]{1,12}$/);
    const slots = [...pattern.matchAll(SLOT)].map(([, name, isNumber]) => [name!, isNumber ? number : word] as const);
    fc.assert(
      fc.property(fc.record(Object.fromEntries(slots)), (values) => {
        expect(readReportSentence(writePattern({ id, pattern }, values))).toEqual({ id, values });
      }),
      { numRuns: 30 },
    );
  });

  it('half a sentence is none, and another sentence is not read', () => {
    expect(() => writePattern(REPORT_PATTERNS[0], { projects: '1' })).toThrow(/budget/);
    expect(readReportSentence('本部门共有三个项目。')).toBeUndefined();
  });
});

describe('execution in words', () => {
  const month = (adjusted: number, cumulative: number) => ({
    unit: '',
    project: '合计',
    initial: adjusted,
    adjustment: 0,
    adjusted,
    month: 0,
    cumulative,
    committed: 0,
    available: adjusted - cumulative,
    pace: ratio(50),
    ...(adjusted > 0
      ? { rate: ratio(cumulative * 100, adjusted), gap: ratio(cumulative * 100 - adjusted * 50, adjusted) }
      : {}),
  });
  it.each<[string, number, number, string, string | undefined]>([
    // As a circular of 2016 prints it: 56.47 %, 1.53 behind.
    ['behind', 10_000_000_000, 4_847_000_000, 'behind', '1.53'],
    ['ahead', 10_000_000_000, 5_100_000_000, 'ahead', '1.00'],
    ['even', 10_000_000_000, 5_000_000_000, 'even', undefined],
    ['what is printed as nothing is even', 10_000_000_000, 4_999_999_999, 'even', undefined],
    ['without a budget', 0, 0, 'no-money', undefined],
  ])('%s', (_, adjusted, paid, id, gap) => {
    const [sentence] = executionInWords(month(adjusted, paid), [], 6);
    const told = readReportSentence(sentence!);
    expect(told?.id).toBe(id);
    expect(told?.values.gap).toBe(gap);
  });
});
