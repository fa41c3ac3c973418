/** How often a site opened: visits, days, weeks of an inspection. */
import { describe, expect, it } from 'vitest';
import { availabilityOf, type Visit } from '../../src/performance/availability.ts';
import { inspectionOf } from '../../src/performance/inspection.ts';

const RULES = inspectionOf(2026)!;
const visits = (day: string, count: number, failed: number, ms = 900): readonly Visit[] =>
  Array.from({ length: count }, (_, i) => ({
    at: `${day}T${String(i % 12).padStart(2, '0')}:00:00.000Z`,
    isOpen: i >= failed,
    ms,
  }));
const days = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => `2026-03-${String(from + i).padStart(2, '0')}`);

describe('availability', () => {
  it('is opened ÷ visits, with both; nothing visited is no rate', () => {
    const found = availabilityOf([...visits('2026-03-02', 20, 1), ...visits('2026-03-03', 20, 0)], RULES);
    expect(found.rate).toMatchObject({ state: 'rate', counted: { numerator: 39, denominator: 40 } });
    expect(availabilityOf([], RULES).rate.state).toBe('nothing-counted');
  });

  it.each([
    [20, 0, 1],
    [40, 1, 1],
    // One of twenty is five in a hundred, which fails.
    [20, 1, 0],
  ])('%i visits of which %i failed: %i day', (count, failed, available) => {
    expect(availabilityOf(visits('2026-03-02', count, failed), RULES).availableDays).toBe(available);
  });

  it('what answers after 15 seconds did not open', () => {
    expect(availabilityOf(visits('2026-03-02', 20, 0, 15_001), RULES).opened).toBe(0);
    expect(availabilityOf(visits('2026-03-02', 20, 0, 15_000), RULES).opened).toBe(20);
  });

  it('a week is judged only where each of its days was visited often enough', () => {
    const week = days(2, 7).flatMap((day) => visits(day, 20, 0));
    expect(availabilityOf(week, RULES).weeks).toEqual([{ from: '2026-03-02', fails: false }]);
    expect(availabilityOf(week.slice(1), RULES).weeks).toEqual([]);
    const bad = days(2, 7).flatMap((day) => visits(day, 20, 1));
    expect(availabilityOf(bad, RULES).weeks).toEqual([{ from: '2026-03-02', fails: true }]);
    const gap = [...days(2, 5), ...days(8, 2)].flatMap((day) => visits(day, 20, 0));
    expect(availabilityOf(gap, RULES).weeks).toEqual([]);
  });
});
