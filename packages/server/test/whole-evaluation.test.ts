/** What a department answers of itself as a whole: its main tasks with what was done and spent. */
import type { OverallSelfEvaluation } from '@mingsuan/core/kinds/index';
import { expect, test } from 'vitest';
import { evaluated } from '../src/modules/performance/tasks.ts';

test('main tasks take what was done and spent; what is not answered stays blank', () => {
  const budget = { fen: 12_000_000, text: '12.00', origin: {} };
  const form: OverallSelfEvaluation = {
    title: '部门整体支出绩效自评表',
    funds: [],
    tasks: [
      { name: '水库除险加固', budget, origin: {} },
      { name: '河道清淤', origin: {} },
    ],
    goals: [],
    indicators: [],
    origin: {},
  };
  const year = { lines: [], adjustments: [], plans: [], payments: [], commitments: [], acceptances: [] };
  const answers = { goals: [], tasks: ['完成两座', undefined], spent: [11_400_000, null], indicators: [] };
  const { form: filled } = evaluated({ profile: 'national-2020', form, evidence: [] }, answers, year, '某局');
  expect((filled as OverallSelfEvaluation).tasks).toEqual([
    {
      name: '水库除险加固',
      budget,
      done: '完成两座',
      spent: { fen: 11_400_000, text: '11.40', origin: {} },
      origin: {},
    },
    { name: '河道清淤', origin: {} },
  ]);
});
