/** Facts in ClickHouse over HTTP: the contract on one server and over two, and what happens when one of two is away. */
import { bringFacts, ClickhouseAway, ClickhouseRefused, clickhouseAt, openFacts } from '@mingsuan/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { empty, openBackend } from '../support/backends.ts';
import { startClickhouse } from '../support/clickhouse.ts';
import { made, take } from '../support/disclosures.ts';
import { keptCases } from './kept-cases.ts';
import { answersOf } from './told.ts';
import { settle } from './world.ts';

/** The first version that has window functions, by which quartiles are told. */
const WINDOWS = 21;

const cluster = await startClickhouse();
if (typeof cluster === 'string') console.log(cluster);
else {
  const opened = await openBackend('pglite');
  if (typeof opened === 'string') throw new Error(opened);
  const { store } = opened;
  afterAll(async () => {
    await opened.close();
    cluster.stop();
  });
  const isOld = Number.parseInt(cluster.version, 10) < WINDOWS;
  if (isOld) console.log(`ClickHouse ${cluster.version} 没有窗口函数：distribution 不比`);
  const without = isOld ? (['distribution', 'spread'] as const) : [];
  const keeper = (name: string, spread: boolean) => () => openFacts(store, cluster.url(name, spread));
  describe('facts on one ClickHouse server', () => keptCases(store, keeper('alone', false), without));
  describe('facts over two ClickHouse servers', () => keptCases(store, keeper('spread', true), without));

  describe('one of two servers is away', () => {
    beforeAll(async () => {
      await empty(store);
      await settle(store);
    });

    it('a question and a batch fail, none is answered with less; when it is back everything is there once', async () => {
      const facts = await keeper('failing', true)();
      await bringFacts(store.db, facts);
      const before = await answersOf(facts, undefined, without);
      const { snapshot } = await facts.state();
      await take(store, made({ agency: 4, year: 2023, draw: 7 }));
      await cluster.kill();
      const asked = facts.totals({ form: 'general-public', column: 'total', by: [] });
      await expect(asked).rejects.toThrow(ClickhouseAway);
      await expect(asked).rejects.toThrow(/没有应答：数没有少给/);
      await expect(facts.verify(2023, 13)).rejects.toThrow(ClickhouseAway);
      await expect(bringFacts(store.db, facts)).rejects.toThrow(ClickhouseAway);
      await cluster.revive();
      expect(await answersOf(facts, snapshot, without)).toEqual(before);
      await bringFacts(store.db, facts);
      expect(await facts.verify(2023, 13)).toMatchObject({ differing: [] });
      expect((await facts.state()).waiting).toBe(0);
      await facts.close();
    });

    it('what another store keeps there is left alone', async () => {
      const other = await opened.other();
      await (await keeper('owned', false)()).close();
      await expect(openFacts(other, cluster.url('owned', false))).rejects.toThrow(/另一个库的数/);
    });

    it('what the server refuses is told in its own words', async () => {
      const wrong = cluster.url('refused', false).replace('clickhouse://', 'clickhouse://nobody:secret@');
      await expect(openFacts(store, wrong)).rejects.toThrow(ClickhouseRefused);
    });
  });
}

it('two processes that bring the same at once bring it once', async (context) => {
  const shared = await openBackend('postgres');
  if (typeof cluster === 'string' || typeof shared === 'string') return context.skip();
  try {
    await settle(shared.store);
    const open = () => openFacts(shared.store, cluster.url('shared', true));
    const [one, two] = [await open(), await open()];
    await Promise.all([one, two].map((facts) => bringFacts(shared.store.db, facts, undefined, 6)));
    for (const year of [2022, 2023]) expect(await one.verify(year, 13)).toMatchObject({ differing: [] });
    expect(await two.state()).toMatchObject({ snapshot: 3, waiting: 0 });
  } finally {
    await shared.close();
  }
});

it('reads where ClickHouse is, and nothing else', () => {
  expect(clickhouseAt('clickhouse://ming:a%40b@one:9000,two/facts?cluster=pair')).toEqual({
    nodes: ['http://one:9000', 'http://two:8123'],
    user: 'ming',
    password: 'a@b',
    database: 'facts',
    cluster: 'pair',
  });
  expect(clickhouseAt('clickhouse://one/facts?tls=on')?.nodes).toEqual(['https://one:8123']);
  for (const wrong of [
    '/srv/lake',
    'clickhouse://one',
    'clickhouse://one,two/facts',
    'clickhouse://one/f?clustr=x',
    'clickhouse://%zz@one/f',
  ])
    expect(clickhouseAt(wrong)).toBeUndefined();
});
