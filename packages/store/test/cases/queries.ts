import type { Cell, Disclosure } from '@mingsuan/core/disclosure';
import {
  agencyTrend,
  catalogDatasets,
  catalogFacts,
  changedMost,
  disclosureFindings,
  disclosureFlows,
  disclosureStory,
  disclosureTree,
  dismissFinding,
  getAgency,
  getDisclosure,
  getDocument,
  InvalidCursor,
  listAgencies,
  listRegions,
  type Page,
  regionOverview,
  reinstateFinding,
  search,
} from '@mingsuan/store';
import { beforeEach, expect, it } from 'vitest';
import type { Backend } from '../support/backends.ts';
import { fileOf, made, releaseAll, take, takeOne } from '../support/disclosures.ts';

export function queryCases(backend: () => Backend): void {
  beforeEach(() => releaseAll(backend().store));
  const store = () => backend().store;

  it('lists agencies by region and code, filtered', async () => {
    await take(store(), made({ agency: 0 }), made({ agency: 1 }), made({ agency: 3 }), made({ agency: 0, year: 2022 }));
    const names = async (filter: object) => (await listAgencies(store(), filter)).items.map(({ name }) => name);
    const all = await names({});
    expect(all).toEqual(['石家庄市财政局', '石家庄市财政局本级', '石家庄市教育局']);
    expect(await names({ q: '教育' })).toEqual(['石家庄市教育局']);
    expect(await names({ q: '301' })).toEqual(['石家庄市财政局', '石家庄市财政局本级']);
    expect(await names({ q: '%' })).toEqual([]);
    expect(await names({ level: 'unit' })).toEqual(['石家庄市财政局本级']);
    expect(await names({ year: 2022 })).toEqual(['石家庄市财政局']);
    expect(await names({ region: '130000' })).toEqual(all);
    expect(await names({ region: '130200' })).toEqual([]);
    const [finance] = (await listAgencies(store())).items;
    expect(finance!.years.map(({ year }) => year)).toEqual([2023, 2022]);
  });

  it('pages give every item once, in order', async () => {
    await take(store(), ...Array.from({ length: 7 }, (_, agency) => made({ agency })));
    const all = (await listAgencies(store())).items;
    expect(await pages((cursor) => listAgencies(store(), { limit: 3, cursor }))).toEqual(all);
    const sets = (await catalogDatasets(store())).items;
    expect(await pages((cursor) => catalogDatasets(store(), { limit: 2, cursor }))).toEqual(sets);
    const hits = (await search(store(), { q: '经费' })).items;
    expect(hits.length).toBeGreaterThan(20);
    expect(await pages((cursor) => search(store(), { q: '经费', limit: 4, cursor }), hits.length)).toEqual(hits);
  });

  it.each(['x', 'e30', 'WzFd', 'WzEsMiwzXQ', Buffer.from('["a","b",1.5]').toString('base64url')])(
    'refuses a cursor that is none: %s',
    async (cursor) => {
      await expect(listAgencies(store(), { cursor })).rejects.toThrow(InvalidCursor);
    },
  );

  it('tells all of an agency: totals, completeness, findings', async () => {
    const disclosure = made();
    const { agencyId } = await takeOne(store(), disclosure);
    const answer = (await getAgency(store(), agencyId))!;
    const [only] = answer.disclosures;
    const printed = cellOf(disclosure, 'expenditure', 'total', 'total');
    expect(only!.totals.expenditure).toBe(printed);
    expect(only!.totals.basic).toBe(cellOf(disclosure, 'expenditure', 'total', 'basic'));
    expect(only!.completeness.forms).toMatchObject({ balance: 'filled', 'state-capital': 'empty' });
    expect(await getAgency(store(), 999_999)).toBeUndefined();
  });

  it('a form that is not printed is missing', async () => {
    const base = made();
    const statements = base.statements.filter(({ form }) => form !== 'three-publics');
    const { id } = await takeOne(store(), { ...base, template: 'unknown', statements });
    const { completeness } = (await getDisclosure(store(), id))!;
    expect(completeness.forms['three-publics']).toBe('missing');
    expect(completeness.score).toBeLessThan(100);
  });

  it('words without any table say nothing of the tables: they may be in a file of their own', async () => {
    const { id } = await takeOne(store(), { ...made(), template: 'unknown', statements: [], tables: [] });
    const { completeness } = (await getDisclosure(store(), id))!;
    expect([...new Set(Object.values(completeness.forms))]).toEqual(['unread']);
    expect(completeness.score).toBe(0);
    const overview = await regionOverview(store(), { region: '130100', year: 2023, stage: 'budget' });
    expect(overview).toMatchObject({ averageScore: null, counts: { incomplete: 0 } });
  });

  it('basic and project expenditure come from their parts where no column is theirs, and only where these come to the total', async () => {
    const totals = async (agency: number, change: (cell: Cell) => Cell) => {
      const { agencyId } = await takeOne(store(), withoutBasic(made({ agency }, { explanation: [] }), change));
      return (await getAgency(store(), agencyId))!.disclosures[0]!.totals;
    };
    const whole = made({ agency: 0 });
    const basic = cellOf(whole, 'expenditure', 'total', 'basic');
    const project = cellOf(whole, 'expenditure', 'total', 'project');
    expect(await totals(0, (cell) => cell)).toMatchObject({ basic, project });
    const off = await totals(1, (cell) => ({ ...cell, fen: cell.fen + 1_000_000 }));
    expect(off.basic).toBeUndefined();
  });

  it('a story is told in whole sentences: brackets do not end one, and what is compared is named', async () => {
    const words = [
      '“三公”经费预算12.00万元（其中购置费0万元。运行费3.00万元），比上年减少1.00万元，下降7.7%，主要原因是压减支出。',
      '机关运行经费预算5.00万元，用于日常运转。与上年相比减少2.00万元，下降28.6%。主要原因是人员减少。',
    ];
    const { id } = await takeOne(store(), explained(words));
    expect((await disclosureStory(store(), id))!.map(({ text }) => text)).toEqual(words);
  });

  it('a story tells reasons of what no measure is of too, named, and no sentence without a reason', async () => {
    const words = [
      '收入支出增加的主要原因是工作量增加。',
      '司法（款）行政运行（项）1672.67万元。主要用于基本支出。。2025年预算执行数为1690.69万元，比2025年预算执行数减少1.07%。主要原因是人员退休。',
      '公务接待费1.00万元。与2022年预算持平，主要原因是接待没有变化。',
      '办公费2.00万元，比上年增加1.00万元，主要用于日常运转。',
    ];
    const { id } = await takeOne(store(), explained(words));
    expect((await disclosureStory(store(), id))!.map(({ text }) => text)).toEqual([
      words[0],
      '司法（款）行政运行（项）1672.67万元。……2025年预算执行数为1690.69万元，比2025年预算执行数减少1.07%。主要原因是人员退休。',
      words[2],
    ]);
  });

  it('a story goes on where the reason stands in the paragraph below, and tells none that nobody gave', async () => {
    const words = [
      '机关运行经费预算5.00万元，比上年减少2.00万元，下降28.6%。主要原因：',
      '人员减少。',
      '“三公”经费预算12.00万元，比上年减少1.00万元，下降7.7%。主要原因是其中：1.因公出国（境）费5万元，与上年持平。',
      '财政拨款收支总计与上年持平。主要原因是：',
    ];
    const { id } = await takeOne(store(), explained(words));
    expect((await disclosureStory(store(), id))!.map(({ text }) => text)).toEqual([`${words[0]}${words[1]}`]);
  });

  it('an amount whose percent says that it is the change is not taken for last year’s', async () => {
    const { agencyId } = await takeOne(
      store(),
      explained(['2023年机关运行经费安排210.32万元，比上年1.43万元，增加0.68%。主要原因是人员增加。']),
    );
    const trend = await agencyTrend(store(), agencyId, 'agency-operating');
    expect(trend.map(({ year, fen }) => [year, fen])).toEqual([
      [2022, 2.0889e8],
      [2023, 2.1032e8],
    ]);
    const about = await takeOne(store(), explained(['2023年机关运行经费安排12.00万元，与上年基本持平。'], 3));
    expect((await agencyTrend(store(), about.agencyId, 'agency-operating')).map(({ year }) => year)).toEqual([2023]);
    const other = await takeOne(store(), explained(['2023年机关运行经费安排12.00万元，比上年10.00万元，增加20%。'], 1));
    expect((await agencyTrend(store(), other.agencyId, 'agency-operating'))[0]).toMatchObject({ year: 2022, fen: 1e7 });
  });

  it('what a cell leaves blank is known from the words, where they say it', async () => {
    const origin = {};
    const blank = (text: string, agency: number): Disclosure => {
      const base = explained([text], agency);
      const cells = { overseas: { fen: 3_000_000, text: '3.00', origin } };
      const table = { form: 'three-publics', title: '', unit: '万元', origin } as const;
      const columns = [{ id: 'overseas' }, { id: 'hospitality' }];
      const rows = [{ key: 'total', label: '合计', cells, origin }];
      const others = base.statements.filter(({ form }) => form !== 'three-publics');
      return { ...base, statements: [...others, { ...table, columns, rows }] };
    };
    const hospitality = async (disclosure: Disclosure) => {
      const { agencyId } = await takeOne(store(), disclosure);
      return (await agencyTrend(store(), agencyId, 'hospitality')).map(({ fen, from }) => [fen, from]);
    };
    expect(await hospitality(blank('2023年公务接待费预算2.00万元。', 0))).toEqual([[2_000_000, 'words']]);
    expect(await hospitality(blank('2023年因公出国（境）费预算3.00万元。', 1))).toEqual([[0, 'table']]);
  });

  it('a trend knows years that only words tell', async () => {
    const { agencyId } = await takeOne(store(), said('2023年预算收支安排100.00万元，较2022年预算减少20.00万元。', 1e8));
    const trend = await agencyTrend(store(), agencyId, 'expenditure');
    expect(trend.map(({ year, fen, from }) => [year, fen, from])).toEqual([
      [2022, 1.2e8, 'words'],
      [2023, 1e8, 'table'],
    ]);
  });

  it("a year's own tables go before what the next year's words say of it", async () => {
    await take(store(), made({ year: 2022 }));
    const { agencyId } = await takeOne(store(), made({ year: 2023 }));
    const trend = await agencyTrend(store(), agencyId, 'expenditure');
    expect(trend.map(({ year, from }) => [year, from])).toEqual([
      [2021, 'words'],
      [2022, 'table'],
      [2023, 'table'],
    ]);
  });

  it('an earlier version says nothing any more', async () => {
    await takeOne(store(), made({ draw: 1 }));
    const { agencyId, id } = await takeOne(store(), made({ draw: 2 }));
    const trend = await agencyTrend(store(), agencyId);
    expect(new Set(trend.map(({ disclosureId }) => disclosureId))).toEqual(new Set([id]));
    const hits = (await search(store(), { q: '机关运行经费' })).items;
    expect(new Set(hits.map(({ disclosureId }) => disclosureId))).toEqual(new Set([id]));
    expect((await catalogFacts(store())).disclosures).toBe(1);
  });

  it('flows: what comes into a function is what its row prints, and what goes out its kinds', async () => {
    const disclosure = made({ agency: 0, functions: 3 });
    const { id } = await takeOne(store(), disclosure);
    const { nodes, links } = (await disclosureFlows(store(), id))!;
    const functions = nodes.filter(({ kind }) => kind === 'function');
    expect(functions.length).toBeGreaterThan(2);
    for (const { id: node, fen } of functions) {
      const code = node.split(':')[1]!;
      expect(fen).toBe(cellOf(disclosure, 'expenditure', code, 'total'));
      expect(links.some(({ source, target }) => target === node && source.startsWith('source:'))).toBe(true);
    }
    expect(nodes.find(({ id: node }) => node === 'use:basic')).toMatchObject({
      name: '基本支出',
      fen: cellOf(disclosure, 'expenditure', 'total', 'basic'),
    });
    expect(await disclosureFlows(store(), 999_999)).toBeUndefined();
  });

  it('trees: children stand under their class, and a class left out is their sum', async () => {
    const base = made({ functions: 2 });
    const statements = base.statements.map((statement) =>
      statement.form === 'expenditure'
        ? { ...statement, rows: statement.rows.filter(({ key }) => key.length !== 3) }
        : statement,
    );
    const { id } = await takeOne(store(), { ...base, statements });
    const tree = (await disclosureTree(store(), id, 'function'))!;
    for (const node of tree.children) {
      expect(node.code).toHaveLength(3);
      expect(node.fen).toBe(node.children.reduce((sum, { fen }) => sum + fen, 0));
    }
    expect(tree.fen).toBe(cellOf(base, 'expenditure', 'total', 'total'));
    const economic = (await disclosureTree(store(), id, 'economic'))!;
    expect(economic.children.map(({ code }) => code)).toEqual(['301', '302', '303']);
  });

  it('findings are the check’s, and are laid aside with a reason and taken up again', async () => {
    const { id, agencyId } = await takeOne(store(), wrong());
    const found = (await disclosureFindings(store(), id))!;
    expect(found.length).toBeGreaterThan(0);
    const { id: number, finding } = found[0]!;
    const errors = async () => (await getAgency(store(), agencyId))!.disclosures[0]!.findings[finding.severity];
    const before = await errors();
    const dismissed = await dismissFinding(store(), number, '已核实');
    expect(dismissed!.dismissed!.reason).toBe('已核实');
    expect((await dismissFinding(store(), number, '另一个理由'))!.dismissed!.reason).toBe('已核实');
    expect(await errors()).toBe(before - 1);
    expect((await reinstateFinding(store(), number))!.dismissed).toBeNull();
    expect(await errors()).toBe(before);
    const kept = await store().db.selectFrom('dismissals').selectAll().execute();
    expect(kept).toHaveLength(1);
    expect(await dismissFinding(store(), 999_999, 'x')).toBeUndefined();
  });

  it('a region: whose expenditure changed most, of those of whom both years are known, and no unit beside its department', async () => {
    const at = (agency: number, year: number, functions: number) => made({ agency, year, functions });
    await take(store(), at(0, 2022, 1), at(0, 2023, 3), at(1, 2022, 1), at(1, 2023, 3), at(3, 2022, 3), at(3, 2023, 1));
    await take(store(), at(6, 2023, 1));
    const { compared, gained, lost } = await changedMost(store(), { region: '130100', year: 2023, stage: 'budget' });
    const ids = [...gained, ...lost].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(compared);
    expect(gained.every(({ fen, before }) => fen > before) && lost.every(({ fen, before }) => fen < before)).toBe(true);
    const titles = [...gained, ...lost].map(({ title }) => title);
    expect(titles).not.toContain('石家庄市财政局（本级）');
    const nowhere = await changedMost(store(), { region: '440000', year: 2023, stage: 'budget' });
    expect(nowhere).toEqual({ compared: 0, gained: [], lost: [] });
  });

  it('a hit says which of a department and its own office it is, where both go by one name', async () => {
    const department = made({ agency: 0 });
    const { code, name } = department.agency;
    await take(store(), department, { ...department, agency: { code: `${code}001`, name, level: 'unit' } });
    const { items } = await search(store(), { q: name, kind: 'agency' });
    expect(items.map(({ title, agency }) => [title.replaceAll(/[[\]]/g, ''), agency!.name, agency!.title])).toEqual(
      ['（部门）', '（本级）'].map((told) => [name + told, name, name + told]),
    );
    await take(store(), made({ agency: 1 }));
    const [alone] = (await search(store(), { q: made({ agency: 1 }).agency.name, kind: 'agency' })).items;
    expect(alone!.agency!.title).toBe(alone!.agency!.name);
  });

  it('a region: who published, who did not, and units counted once', async () => {
    const department = made({ agency: 0 });
    await take(store(), department, made({ agency: 1 }), wrong());
    await take(store(), made({ agency: 6, year: 2022 }));
    expect(await listRegions(store())).toMatchObject([
      { code: '130100', agencies: 4, disclosures: 4, years: [2022, 2023] },
    ]);
    const overview = (await regionOverview(store(), { region: '130100', year: 2023, stage: 'budget' }))!;
    expect(overview).toMatchObject({
      standings: { collected: 3, 'not-collected': 1, 'not-published': 0, due: 0 },
      withErrors: 1,
    });
    const sum = overview.functions.reduce((total, { fen }) => total + fen, 0);
    const roots = [department, wrong()].flatMap((d) => classes(d));
    expect(sum).toBe(roots.reduce((total, fen) => total + fen, 0));
    expect(await regionOverview(store(), { region: '440000', year: 2023, stage: 'budget' })).toBeUndefined();
    expect(overview).toMatchObject({
      listed: 4,
      counts: { all: 4, 'not-collected': 1, errors: 1 },
      functionsOf: 2,
      functionsPartial: 0,
    });
    expect(overview.forms.find(({ form, state }) => form === 'expenditure' && state === 'filled')?.count).toBe(3);
    const ask = async (listed: object) => {
      const asked = { region: '130100', year: 2023, stage: 'budget', ...listed } as const;
      const { agencies, listed: count } = (await regionOverview(store(), asked))!;
      return [agencies.map(({ name, code }) => code ?? name), count];
    };
    const inOrder = overview.agencies.map(({ code }) => code);
    expect(await ask({ show: 'not-collected' })).toEqual([
      overview.agencies.filter(({ disclosure }) => disclosure === null).map(({ code }) => code),
      1,
    ]);
    expect(await ask({ q: ' 本级 ' })).toEqual([['301001'], 1]);
    expect(await ask({ q: '01' })).toEqual([[], 0]);
    expect(await ask({ q: '%' })).toEqual([[], 0]);
    expect(await ask({ limit: 1, offset: 1 })).toEqual([[inOrder[1]], 4]);
    const [largest] = [...overview.agencies].sort(
      (a, b) => (b.disclosure?.expenditure ?? -1) - (a.disclosure?.expenditure ?? -1),
    );
    expect(await ask({ sort: 'expenditure', limit: 1 })).toEqual([[largest!.code], 4]);
    const province = await regionOverview(store(), { region: '130000', year: 2023, stage: 'budget', within: true });
    expect(province!.agencies).toHaveLength(4);
  });

  it.each<[string, string, string]>([
    ['财政局', 'agency', '[[财政局]]'],
    ['301001', 'agency', '[[301001]]'],
    ['群众满意', 'indicator', '[[群众满意]]'],
    ['Ａ0201', 'procurement', '[[A0201]]'],
    ['机关运行经费 差旅', 'explanation', '[[差旅]]'],
    ['政', 'agency', '[[政]]'],
  ])('searching %s finds the %s', async (q, kind, marked) => {
    await take(store(), made({ agency: 0 }), made({ agency: 1 }), made({ agency: 3 }));
    const { items } = await search(store(), { q });
    const hit = items.find((item) => item.kind === kind)!;
    expect(`${hit.title} ${hit.snippet}`).toContain(marked);
    const only = await search(store(), { q, kind: hit.kind });
    expect(new Set(only.items.map((item) => item.kind))).toEqual(new Set([kind]));
  });

  it.each(['', ' ', '，。', "'", "' & !", 'zzz', '局政财', '\\', "a':*|b"])(
    'searching %j finds nothing and breaks nothing',
    async (q) => {
      await take(store(), made());
      // What can be asked is answered with how many there are of each kind: none.
      expect((await search(store(), { q })).items).toEqual([]);
    },
  );

  it('knows the file of a disclosure', async () => {
    const file = fileOf([made()], '某局.json');
    const { documentId } = await take(store(), made());
    const document = await getDocument(store(), documentId);
    expect(document).toMatchObject({ name: '预算.json', kind: 'mingsuan-json', problems: [] });
    expect((await store().files.get(document!.sha256))!.length).toBe(document!.size);
    expect(await getDocument(store(), 999_999)).toBeUndefined();
    expect(file.bytes.length).toBeGreaterThan(0);
  });
}

async function pages<T>(ask: (cursor: string | undefined) => Promise<Page<T>>, most = 1000): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await ask(cursor);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined && items.length < most);
  return items.slice(0, most);
}

function cellOf(disclosure: Disclosure, form: string, key: string, column: string): number {
  const statement = disclosure.statements.find((each) => each.form === form)!;
  return statement.rows.find((row) => row.key === key)!.cells[column]?.fen ?? 0;
}

const classes = (disclosure: Disclosure): number[] =>
  disclosure.statements
    .find(({ form }) => form === 'expenditure')!
    .rows.filter(({ key }) => /^\d{3}$/.test(key))
    .map(({ cells }) => cells.total!.fen);

/** Another department, whose total of expenditure is not the sum. */
function wrong(): Disclosure {
  const base = made({ agency: 3 });
  const statements = base.statements.map((statement) =>
    statement.form !== 'expenditure'
      ? statement
      : {
          ...statement,
          rows: statement.rows.map((row) =>
            row.key === 'total'
              ? {
                  ...row,
                  cells: { ...row.cells, total: { ...row.cells.total!, fen: row.cells.total!.fen + 5e8, text: '9' } },
                }
              : row,
          ),
        },
  );
  return { ...base, statements };
}

/** A disclosure of one sentence, and a table that says the same of its own year. */
function said(text: string, fen: number): Disclosure {
  const origin = {};
  const cells = { amount: { fen, text: '', origin } };
  const balance = {
    form: 'balance',
    title: '',
    unit: '万元',
    columns: [{ id: 'amount' }],
    rows: [{ key: '支出总计', label: '支出总计', side: 'expenditure', cells, origin }],
    origin,
  } as const;
  const section = { title: '预算增减变化情况', text, paragraphs: [{ text, origin }], origin };
  return { ...made(), statements: [balance], explanation: [section] };
}

/** With these paragraphs for all its words; `agency` is which of the made-up ones. */
function explained(words: readonly string[], agency = 0): Disclosure {
  const origin = { page: 1, box: [0, 0, 10, 10] as const };
  const paragraphs = words.map((text) => ({ text, origin }));
  return made({ agency }, { explanation: [{ title: '情况说明', origin, text: words.join('\n'), paragraphs }] });
}

/** With personnel and operating columns of expenditure where there was one of basic; the first of the two changed. */
function withoutBasic(disclosure: Disclosure, change: (cell: Cell) => Cell): Disclosure {
  const statements = disclosure.statements.map((statement) => {
    if (statement.form !== 'expenditure') return statement;
    const columns = statement.columns.flatMap((column) =>
      column.id === 'basic'
        ? [
            { ...column, id: 'personnel' },
            { ...column, id: 'operating' },
          ]
        : [column],
    );
    const rows = statement.rows.map((row) => {
      const { basic, ...others } = row.cells;
      if (!basic) return row;
      const half = Math.floor(basic.fen / 2);
      const parts = { personnel: change({ ...basic, fen: half }), operating: { ...basic, fen: basic.fen - half } };
      return { ...row, cells: { ...others, ...parts } };
    });
    return { ...statement, columns, rows };
  });
  return { ...disclosure, statements: statements.filter(({ form }) => form !== 'general-public' && form !== 'basic') };
}
