/** The tables as a whole: every state is reached, by different people at each check; the document says what the program does. */
import { readFileSync } from 'node:fs';
import { EVALUATION, type EvaluationState } from '@mingsuan/core/process/performance';
import { ROLES, type Role } from '@mingsuan/core/process/roles';
import { ROUND } from '@mingsuan/core/process/rounds';
import { type HistoryEntry, step } from '@mingsuan/core/process/step';
import { actionsOf, isSetback, PERMISSIONS, TABLES } from '@mingsuan/core/process/tables';
import { CONDITIONS, type Condition, type TransitionTable } from '@mingsuan/core/process/transition-table';
import { expect, it } from 'vitest';
import { PROCESS_DOC, processDoc } from '../../../../scripts/process-doc.ts';

const ROLE_IDS = Object.keys(ROLES) as Role[];
const EVERYTHING = {
  at: '2026-01-05T08:00:00Z',
  content: 'a',
  reason: '金额不对',
  document: { number: '财预〔2026〕1号', date: '2026-02-10' },
  facts: Object.keys(CONDITIONS) as Condition[],
};

/** States that are reached where each event is done by somebody who is new, or by one person alone. */
function reached(table: TransitionTable, personOf: (nth: number) => string): ReadonlySet<string> {
  const seen = new Set([table.initial]);
  const open: (readonly HistoryEntry[])[] = [[]];
  for (let history = open.shift(); history; history = open.shift()) {
    for (const event of new Set(table.transitions.map((one) => one.event))) {
      const result = step(
        table,
        history,
        { ...EVERYTHING, event },
        { person: personOf(history.length), roles: ROLE_IDS },
      );
      if (!result.ok || seen.has(result.state)) continue;
      seen.add(result.state);
      open.push([...history, result.entry]);
    }
  }
  return seen;
}

it.each(TABLES)('$id: every state is reached by different people, and one alone comes to no check', (table) => {
  expect([...reached(table, String)].sort()).toEqual(Object.keys(table.states).sort());
  const checked = table.transitions.filter(({ isCheck, to }) => isCheck && to !== table.initial).map(({ to }) => to);
  const alone = reached(table, () => '甲');
  expect(checked.length).toBeGreaterThan(0);
  expect(checked.filter((state) => alone.has(state))).toEqual([]);
});

it('who scored an evaluation again may do so once more or give it back, and does not pass it; who filled it in may neither', () => {
  const entries: HistoryEntry<EvaluationState>[] = [];
  for (const event of ['edit', 'submit', 'rescore']) {
    const person = event === 'rescore' ? '乙' : '甲';
    const taken = step(EVALUATION, entries, { ...EVERYTHING, event }, { person, roles: ROLE_IDS });
    if (taken.ok) entries.push(taken.entry);
  }
  const may = (person: string) =>
    ['rescore', 'pass', 'return'].filter(
      (event) => step(EVALUATION, entries, { ...EVERYTHING, event }, { person, roles: ROLE_IDS }).ok,
    );
  expect([may('甲'), may('乙'), may('丙')]).toEqual([[], ['rescore', 'return'], ['rescore', 'pass', 'return']]);
});

it('permissions are what the tables say: auditors change nothing, a state offers what its roles may', () => {
  expect(PERMISSIONS.filter(({ role }) => role === 'auditor')).toEqual([]);
  expect(PERMISSIONS).toContainEqual({ role: 'unit-head', object: 'round', state: 'unit-review', action: 'return' });
  expect(actionsOf(ROUND, 'unit-review', ['unit-head']).map(({ name }) => name)).toEqual(['通过', '退回']);
  expect(actionsOf(ROUND, 'draft', ['unit-head'])).toEqual([]);
});

it('what sends an item back, stops or ends it is told from what brings it on', () => {
  const of = (object: string, state: string) =>
    TABLES.find(({ id }) => id === object)!
      .transitions.filter(({ from, event }) => from === state && isSetback(object, state, event))
      .map(({ name }) => name);
  expect(of('monitoring', 'submitted')).toEqual(['退回']);
  expect(of('project', 'appraisal')).toEqual(['退回', '不予入库']);
  expect(of('adjustment', 'draft')).toEqual(['作废']);
  // To the first state, and on all the same: the next round begins.
  expect(of('round', 'settled')).toEqual([]);
  const backwards = TABLES.flatMap(({ id, transitions }) =>
    transitions
      .filter(({ event, isSetback: is }) => (event === 'return' || event === 'withdraw') && is !== true)
      .map(({ from }) => `${id} ${from}`),
  );
  expect(backwards).toEqual([]);
});

it('docs/process.md is what the tables say: npm run docs', () => {
  expect(readFileSync(PROCESS_DOC, 'utf8')).toBe(processDoc());
});
