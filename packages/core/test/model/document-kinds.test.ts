import { expect, it } from 'vitest';
import {
  DOCUMENT_KINDS,
  figureName,
  followersOf,
  planOf,
  previousOf,
  STAGES,
  stageInTitle,
} from '../../src/model/document-kinds.ts';

it('a kind prints its own period, and what it follows is a kind', () => {
  for (const [id, kind] of Object.entries(DOCUMENT_KINDS)) {
    expect(kind.id).toBe(id);
    expect(kind.periods).toContain(kind.period);
    expect(kind.executes).toBe(kind.periods.has('actual'));
    for (const { kind: other } of kind.follows) expect(DOCUMENT_KINDS).toHaveProperty(other);
  }
  expect(STAGES.map(figureName)).toEqual(['预算数', '决算数']);
});

it.each([
  ['某局2024年部门预算', 'budget'],
  ['某局2024年度部门决算', 'final-accounts'],
  ['2024年度预算执行和决算公开', 'final-accounts'],
  ['某局2024年工作总结', undefined],
])('%s: %s', (title, stage) => {
  expect(stageInTitle(title)).toBe(stage);
});

it.each(STAGES)('%s follows the one of the year before, which comes to it again', (stage) => {
  const previous = previousOf({ stage, year: 2025 });
  expect(previous).toEqual({ stage, year: 2024 });
  expect(followersOf(previous!)).toContainEqual({ stage, year: 2025 });
});

it('a self-evaluation follows accounts, none of its own', () => {
  expect(previousOf({ stage: 'self-evaluation', year: 2025 })).toBeUndefined();
  expect(DOCUMENT_KINDS['self-evaluation'].follows).toEqual([{ kind: 'final-accounts', yearsBefore: 0 }]);
});

it('the plan of accounts is the budget of their year, a budget is its own', () => {
  for (const stage of STAGES) expect(planOf({ stage, year: 2025 })).toEqual({ stage: 'budget', year: 2025 });
});
