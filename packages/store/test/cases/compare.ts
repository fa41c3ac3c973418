/** Like is compared with like, by what makes it comparable. */
import type { Disclosure } from '@mingsuan/core/disclosure';
import {
  agencyTrend,
  compareAgencies,
  editAgency,
  enterYardsticks,
  listAgencies,
  reindexNext,
  type Yardstick,
} from '@mingsuan/store';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { AGENCIES_OF_REGION } from '../../../../bench/made-up/published.ts';
import { renewKinds } from '../../src/import/agencies.ts';
import type { Backend } from '../support/backends.ts';
import { made, takeOne } from '../support/disclosures.ts';

/** The finance bureau of one region after the other. */
const finance = (region: number, changes: Partial<Disclosure> = {}) =>
  made({ agency: region * AGENCIES_OF_REGION }, changes);

const totalOf = ({ statements }: Disclosure): number =>
  statements.find(({ form }) => form === 'expenditure')!.rows.find(({ key }) => key === 'total')!.cells.total!.fen;

const index = (year: number, value: number, region = ''): Yardstick => ({
  region,
  year,
  measure: 'price-index',
  value,
  source: '统计公报',
});

export function compareCases(backend: () => Backend): void {
  const store = () => backend().store;
  const ask = (agencies: readonly number[], more: object = {}) =>
    compareAgencies(store(), { agencies, measures: ['expenditure'], years: [2023], ...more });

  it('peers are of the same kind and level; of fewer than five no quartile is told', async () => {
    const [own] = await Promise.all([0, 1, 2, 3].map((region) => takeOne(store(), finance(region))));
    // Of other kinds and levels: no peers of a finance bureau.
    for (const agency of [1, 3, 6]) await takeOne(store(), made({ agency }));
    const few = await ask([own!.agencyId]);
    expect(few.agencies).toMatchObject([{ kind: 'finance', level: 'department' }]);
    expect(few.peers).toMatchObject([{ kind: 'finance', count: 4, lower: null, median: null, upper: null }]);
    await takeOne(store(), finance(4));
    const totals = [0, 1, 2, 3, 4].map((region) => totalOf(finance(region))).sort((a, b) => a - b);
    expect((await ask([own!.agencyId])).peers).toMatchObject([{ count: 5, median: totals[2] }]);
    expect((await ask([own!.agencyId], { peersBy: 'level' })).peers).toMatchObject([{ kind: null, count: 7 }]);
    const within = await ask([own!.agencyId], { peersRegion: '130102' });
    expect(within.peers).toMatchObject([{ count: 1, median: null }]);
  });

  it('a kind follows the name, and the kinds as they are known by now', async () => {
    const { agencyId } = await takeOne(store(), finance(0));
    const kind = async () => (await listAgencies(store())).items[0]!.kind;
    await editAgency(store(), agencyId, { name: '石家庄市第一中学' });
    expect(await kind()).toBe('secondary-school');
    await editAgency(store(), agencyId, { name: '石家庄市电子政务中心' });
    expect(await kind()).toBeNull();
    expect((await ask([agencyId])).peers).toEqual([]);
    await sql`update agencies set kind = 'no-longer-one'`.execute(store().db);
    await renewKinds(store().db);
    expect(await kind()).toBeNull();
  });

  it('each figure says where it is printed, also where it was entered by an earlier version', async () => {
    const { agencyId } = await takeOne(store(), finance(0));
    const place = async () => (await ask([agencyId])).rows[0]!.place;
    expect(await place()).toMatchObject({ form: 'balance', row: expect.any(String), origin: expect.any(Object) });
    await sql`update measure_values set place = null`.execute(store().db);
    await sql`update disclosures set indexed = 1`.execute(store().db);
    expect(await place()).toBeNull();
    while (await reindexNext(store()));
    expect(await place()).toMatchObject({ form: 'balance' });
  });

  it('shares are of the expenditure of the same document', async () => {
    const { agencyId } = await takeOne(store(), finance(0));
    const { rows } = await ask([agencyId], { measures: ['expenditure', 'basic'], by: 'share' });
    const [basic, all] = rows;
    expect(all!.value).toBe(1_000_000);
    expect(basic!.value).toBe(Math.round((basic!.fen * 1_000_000) / all!.fen));
  });

  it('what is not known of residents and prices is not known of a figure', async () => {
    const { agencyId } = await takeOne(store(), finance(0));
    await takeOne(store(), made({ agency: 0, year: 2021 }));
    const values = async (by: string) => {
      const { rows, base } = await ask([agencyId], { years: undefined, by, stage: 'budget' });
      return { base, values: rows.filter(({ from }) => from === 'table').map(({ year, value }) => [year, value]) };
    };
    expect((await values('resident')).values).toEqual([
      [2021, null],
      [2023, null],
    ]);
    await enterYardsticks(store(), '人口', [
      { region: '130100', year: 2023, measure: 'residents', value: 11_000_000, source: '公报' },
    ]);
    expect((await values('resident')).values).toEqual([
      [2021, null],
      [2023, Math.round(totalOf(finance(0)) / 11_000_000)],
    ]);
    // An index of a year between is missing: nothing leads from 2021 to 2023.
    await enterYardsticks(store(), '指数', [index(2023, 100_200)]);
    expect(await values('real')).toEqual({
      base: 2023,
      values: [
        [2021, null],
        [2023, totalOf(finance(0))],
      ],
    });
    await enterYardsticks(store(), '指数', [index(2022, 102_000), index(2022, 110_000, '440000')]);
    const before = totalOf(made({ agency: 0, year: 2021 }));
    expect((await values('real')).values[0]).toEqual([2021, Math.round(before * 1.02 * 1.002)]);
  });

  it.each([
    ['adjusted', undefined, true],
    ['budget', '本表的预算数为全年预算数，反映按规定程序调整后的预算数。', true],
    ['budget', undefined, false],
  ])(
    'the adjusted budget is what the accounts say it is: a column of the %s, noted %s',
    async (period, note, isKnown) => {
      const disclosure = finance(0, { stage: 'final-accounts' });
      const statements = disclosure.statements.map((statement) =>
        statement.form !== 'three-publics'
          ? statement
          : {
              ...statement,
              ...(note ? { note } : {}),
              rows: statement.rows.map((row) => ({
                ...row,
                cells: Object.fromEntries(
                  Object.entries(row.cells).flatMap(([key, cell]) => [
                    [key, cell],
                    [`${key}@${period}`, { ...cell, fen: cell.fen + 100, text: '1.00' }],
                  ]),
                ),
              })),
            },
      );
      const { agencyId } = await takeOne(store(), { ...disclosure, statements });
      const { rows } = await ask([agencyId], { measures: ['three-publics'] });
      const fen = Object.fromEntries(rows.map(({ stage, fen }) => [stage, fen]));
      expect(fen.adjusted).toBe(isKnown ? fen['final-accounts']! + 100 : undefined);
      // Over the years budgets and accounts are told, not what lies between.
      expect((await agencyTrend(store(), agencyId)).map(({ stage }) => stage)).not.toContain('adjusted');
    },
  );
}
