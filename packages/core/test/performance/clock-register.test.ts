/** Registers of messages and faults: what people write is read, what does not fit is refused, what stands is counted by working days. */
import { describe, expect, it } from 'vitest';
import {
  type ClockEntry,
  type ClockId,
  clockedOf,
  clockFault,
  clockMoment,
  clockRows,
} from '../../src/performance/clock-register.ts';
import { CLOCKS, clockCount } from '../../src/performance/clocks.ts';
import { NATIONAL_CALENDAR } from '../../src/process/national-calendar.ts';

it.each([
  ['2026-03-02', '2026-03-02'],
  ['2026/3/2 8:30', '2026-03-02T08:30:00+08:00'],
  ['2026年3月2日', '2026-03-02'],
  ['2026-03-02T08:30:05', '2026-03-02T08:30:05+08:00'],
  ['2026-02-30', undefined],
  ['2026-03-02 25:00', undefined],
  ['三月二日', undefined],
  ['', undefined],
])('%s is %s', (text, moment) => {
  expect(clockMoment(text)).toBe(moment);
});

const begun = (number: string, at = '2026-03-02'): ClockEntry => ({ number, kind: 'begun', at });
const ended = (number: string, at = '2026-03-03'): ClockEntry => ({ number, kind: 'ended', at });
const struck = (number: string): ClockEntry => ({ number, kind: 'struck', at: '2026-03-04' });

describe('entries', () => {
  it.each<[string, readonly ClockEntry[], readonly ClockEntry[], string | undefined, ClockId?]>([
    ['a beginning and its end at once', [], [begun('1'), ended('1')], undefined],
    ['an end later', [begun('1')], [ended('1')], undefined],
    ['the same number twice', [begun('1')], [begun('1')], '已经登记过'],
    ['twice in one sheet', [], [begun('1'), begun('1')], '已经登记过'],
    ['an end of nothing', [], [ended('1')], '没有登记过'],
    ['an end twice', [begun('1'), ended('1')], [ended('1')], '已经办结'],
    ['an end before the beginning', [begun('1')], [ended('1', '2026-03-01')], '早于开始'],
    ['another year', [], [begun('1', '2025-12-31')], '不在 2026 年'],
    ['a day to come', [], [begun('1', '2026-06-02')], '在以后'],
    ['struck out and begun again', [begun('1'), struck('1')], [begun('1')], '已经作废'],
    ['hours without a time', [], [begun('1')], '写到几点几分', 'repair'],
    ['hours with a time', [], [begun('1', '2026-03-02T08:30:00+08:00')], undefined, 'repair'],
  ])('%s', (_, known, added, fault, rule = 'message') => {
    const found = clockFault(known, added, { rule, year: 2026, now: '2026-06-01T00:00:00Z' });
    if (fault === undefined) expect(found).toBeUndefined();
    else expect(found).toContain(fault);
  });

  it.each<[string, readonly string[] | string]>([
    ['编号,开始,办结\nL1,2026-03-02,2026-03-03\nL2,2026-03-02,\n', ['L1 begun', 'L1 ended', 'L2 begun']],
    ['L1,,2026-03-05', ['L1 ended']],
    ['L1\t2026/3/2 8:30', ['L1 begun']],
    ['编号,开始\nL1,很快', '第 2 行'],
    ['L1,,', '第 1 行'],
    ['', []],
  ])('rows: %j', (csv, found) => {
    const rows = clockRows(csv);
    if ('fault' in rows) expect(rows.fault).toContain(found);
    else expect(rows.entries.map(({ number, kind }) => `${number} ${kind}`)).toEqual(found);
  });
});

/** Monday 2026-02-09; the Spring Festival is off from 15 to 23 February, with 14 and 28 February worked. */
it.each<[ClockId, string, string | undefined, string, string]>([
  ['simple-message', '2026-02-09', '2026-02-10', '2026-03-10', 'in-time 2026-02-10'],
  ['simple-message', '2026-02-14', '2026-02-24', '2026-03-10', 'in-time 2026-02-24'],
  ['message', '2026-02-11', '2026-02-25', '2026-03-10', 'in-time 2026-02-25'],
  ['message', '2026-02-11', '2026-02-26', '2026-03-10', 'late 2026-02-25'],
  ['message', '2026-02-11T09:00:00+08:00', '2026-02-25T23:00:00+08:00', '2026-03-10', 'in-time 2026-02-25'],
  ['fault', '2026-02-13', undefined, '2026-02-25', 'overdue 2026-02-24'],
  ['fault', '2026-02-13', undefined, '2026-02-24', 'running 2026-02-24'],
  [
    'repair',
    '2026-02-13T08:00:00+08:00',
    '2026-02-14T08:00:00+08:00',
    '2026-03-10T00:00:00Z',
    'in-time 2026-02-14T00:00:00.000Z',
  ],
  [
    'repair',
    '2026-02-13T08:00:00+08:00',
    '2026-02-14T08:01:00+08:00',
    '2026-03-10T00:00:00Z',
    'late 2026-02-14T00:00:00.000Z',
  ],
])('%s from %s to %s, on %s: %s', (rule, from, to, now, expected) => {
  const entries = [begun('1', from), ...(to === undefined ? [] : [ended('1', to)]), begun('2', from), struck('2')];
  const { readings } = clockCount(clockedOf(entries), CLOCKS[rule], now, NATIONAL_CALENDAR);
  expect(readings.map(({ id, state, due }) => `${id} ${state} ${due}`)).toEqual([`1 ${expected}`]);
});
