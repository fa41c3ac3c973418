/** Compiling as a transition table: no sequence of events by anybody with any roles breaks the invariants. */

import { addWorkingDays, isWorkingDay } from '@mingsuan/core/process/calendar';
import { DEADLINES, dueBy, workingTimeUntil } from '@mingsuan/core/process/deadlines';
import { NATIONAL_CALENDAR } from '@mingsuan/core/process/national-calendar';
import { ROLES, type Role } from '@mingsuan/core/process/roles';
import { ROUND, type RoundState } from '@mingsuan/core/process/rounds';
import { type Actor, type HistoryEntry, type ProcessEvent, stateOf, step } from '@mingsuan/core/process/step';
import { CONDITIONS, type Condition } from '@mingsuan/core/process/transition-table';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

type Entry = HistoryEntry<RoundState>;
const ALL = Object.keys(CONDITIONS) as Condition[];
const EVENTS = [...new Set(ROUND.transitions.map(({ event }) => event))];
const DOCUMENT = { number: '财预〔2026〕1号', date: '2026-02-10' };
const by = (person: string, ...roles: Role[]): Actor => ({ person, roles });
const AT = '2026-01-05T08:00:00Z';
const does = (event: string, more: Partial<ProcessEvent> = {}): ProcessEvent => ({
  event,
  at: AT,
  content: 'a',
  facts: ALL,
  ...more,
});

/** What a sequence of events leads to; the first refusal ends it. */
function walk(...events: readonly (readonly [ProcessEvent, Actor])[]): readonly Entry[] | string {
  const history: Entry[] = [];
  for (const [event, actor] of events) {
    const result = step(ROUND, history, event, actor);
    if (!result.ok) return result.refusal;
    history.push(result.entry);
  }
  return history;
}

const CLERK = by('甲', 'unit-clerk');
const HEAD = by('乙', 'unit-head');
const SUBMITTED = [does('submit'), CLERK] as const;

describe('a round', () => {
  it('goes from the clerk to publication, with one return', () => {
    const history = walk(
      SUBMITTED,
      [does('return', { reason: '公用经费偏大' }), HEAD],
      [does('edit', { content: 'b' }), CLERK],
      [does('submit', { content: 'b' }), CLERK],
      [does('pass', { content: 'b' }), HEAD],
      [does('pass', { content: 'b' }), by('丙', 'department-finance')],
      [does('pass', { content: 'b' }), by('丁', 'bureau-office')],
      [does('approve', { content: 'b', document: DOCUMENT }), by('戊', 'bureau-budget')],
      [does('publish', { content: 'b' }), by('丙', 'department-finance')],
    ) as Entry[];
    expect(stateOf(ROUND, history)).toBe('published');
    expect(history.map(({ person }) => person).join('')).toBe('甲乙甲甲乙丙丁戊丙');
  });

  it.each<[string, readonly (readonly [ProcessEvent, Actor])[]]>([
    ['现在是“编制中”，不能这样做。', [[does('pass'), HEAD]]],
    ['“送审”要由单位经办来做。', [[does('submit'), HEAD]]],
    ['还有错误级的问题没有改正，不能送审。', [[does('submit', { facts: [] }), CLERK]]],
    ['自己送出的不能由自己通过，请换一个人。', [SUBMITTED, [does('pass'), by('甲', 'unit-head', 'unit-clerk')]]],
    ['退回要写明理由。', [SUBMITTED, [does('return', { reason: ' ' }), HEAD]]],
    ['只有送出的人能撤回。', [SUBMITTED, [does('withdraw'), by('己', 'unit-clerk')]]],
    ['内容和送出时的不一样，请刷新后重试。', [SUBMITTED, [does('pass', { content: 'b' }), HEAD]]],
  ])('refuses: %s', (refusal, events) => expect(walk(...events)).toBe(refusal));
});

const person = fc.constantFrom('甲', '乙', '丙', '丁', '戊', '己');
/** Mostly what the state allows and with all it needs, so that the far states are reached too; a number leads on. */
const attempt = fc.record({
  person,
  event: fc.oneof(fc.constantFrom<string | number>(...EVENTS), { arbitrary: fc.nat({ max: 9 }), weight: 5 }),
  content: fc.oneof(fc.constant('b'), { arbitrary: fc.constant('a'), weight: 9 }),
  reason: fc.constantFrom('', '金额不对', '口径不同'),
  document: fc.constantFrom(undefined, DOCUMENT, DOCUMENT),
  facts: fc.oneof({ arbitrary: fc.constant(ALL), weight: 5 }, fc.subarray(ALL)),
});
const roleSet = fc.oneof(fc.constant(Object.keys(ROLES) as Role[]), fc.subarray(Object.keys(ROLES) as Role[]));
const rolesOfAll = fc.record({
  甲: roleSet,
  乙: roleSet,
  丙: roleSet,
  丁: roleSet,
  戊: roleSet,
  己: roleSet,
});

it('no sequence of events by any set of roles breaks the invariants', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(rolesOfAll, fc.array(attempt, { maxLength: 120, size: 'max' }), (roles, attempts) => {
      const history: Entry[] = [];
      for (const { person, document, event: chosen, ...more } of attempts) {
        const able = ROUND.transitions.filter(
          ({ from, to }) => from === stateOf(ROUND, history) && to !== ROUND.initial,
        );
        const event = typeof chosen === 'string' ? chosen : (able[0]?.event ?? 'edit');
        const asked: ProcessEvent = { ...more, event, at: AT, ...(document ? { document } : {}) };
        const result = step(ROUND, history, asked, by(person, ...roles[person as '甲']));
        if (result.ok) history.push(result.entry);
        else expect(result.refusal).toMatch(/^[^。]+。$/);
      }
      history.forEach((entry, i) => {
        const { event, from, content, role } = entry;
        const before = history[i - 1];
        reached.add(entry.to);
        // Who, role, from and to stand in every entry, and they join.
        expect(roles[entry.person as '甲']).toContain(role);
        expect(from).toBe(before?.to ?? ROUND.initial);
        // Money changes only in a draft; what is approved or published stands, also published again, but for an adjustment with its document and reason.
        if (from !== 'draft' && event !== 'adjust') expect(content).toBe(before!.content);
        if (from === 'approved' || from === 'published') expect(['publish', 'republish', 'adjust']).toContain(event);
        if (event === 'adjust')
          expect([role, entry.document, entry.reason !== '']).toEqual(['bureau-budget', DOCUMENT, true]);
        // Nobody reviews what they made or submitted since the draft was begun.
        if (['pass', 'return', 'approve'].includes(event)) {
          const own = history.slice(0, i);
          const begun = own.findLastIndex((one) => one.to === 'draft' && one.from !== 'draft');
          expect(own.slice(begun + 1).map((one) => one.person)).not.toContain(entry.person);
        }
      });
    }),
    { numRuns: 1000, seed: 14 },
  );
  expect([...reached].sort()).toEqual(Object.keys(ROUND.states).sort());
});

it('deadlines are counted by the law and by the calendar', () => {
  expect(dueBy(DEADLINES.approval, '2026-02-10', NATIONAL_CALENDAR)).toEqual({
    date: '2026-03-02',
    provisional: false,
  });
  expect(dueBy(DEADLINES['unit-approval'], '2026-03-02', NATIONAL_CALENDAR).date).toBe('2026-03-17');
  expect(isWorkingDay('2026-10-10', NATIONAL_CALENDAR)).toBe(true);
  expect(addWorkingDays('2026-09-30', 3, NATIONAL_CALENDAR)).toEqual({ date: '2026-10-10', provisional: false });
  expect(addWorkingDays('2026-02-13', 2, NATIONAL_CALENDAR).date).toBe('2026-02-24');
  expect(addWorkingDays('2025-12-30', 3, NATIONAL_CALENDAR).provisional).toBe(true);
  expect(addWorkingDays('2026-12-31', 1, NATIONAL_CALENDAR)).toEqual({ date: '2027-01-01', provisional: true });
});

it.each([
  // The law's twentieth day falls into the holiday: the last day to work is the one before.
  ['2026-10-05', '2026-09-28', { lastDay: '2026-09-30', days: 3, provisional: false }],
  ['2026-03-02', '2026-03-02', { lastDay: '2026-03-02', days: 1, provisional: false }],
  ['2026-03-01', '2026-03-02', { lastDay: '2026-02-28', days: 0, provisional: false }],
  // The Saturday before was worked in that year, which the calendar does not know.
  ['2021-02-21', '2026-03-01', { lastDay: '2021-02-19', days: 0, provisional: true }],
  ['2027-03-02', '2027-03-01', { lastDay: '2027-03-02', days: 2, provisional: true }],
])('until %s, from %s', (due, today, left) => {
  expect(workingTimeUntil(due, today, NATIONAL_CALENDAR)).toEqual(left);
});
