/** Findings are drafts until they are released; the roster alone says that something is not published. */
import {
  answerFinding,
  disclosureFindings,
  dismissFinding,
  enterRoster,
  getDisclosure,
  listRegions,
  listReleases,
  listRoster,
  regionOverview,
  releaseDisclosure,
  releaseFinding,
  releaseFoundBy,
  releaseRule,
  rosterOf,
  ruleFindings,
} from '@mingsuan/store';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Backend } from '../support/backends.ts';
import { made, takeOne } from '../support/disclosures.ts';

/** With an expenditure total that is not the sum of its parts. */
export function wrong() {
  const disclosure = made();
  return {
    ...disclosure,
    statements: disclosure.statements.map((statement) =>
      statement.form !== 'expenditure'
        ? statement
        : {
            ...statement,
            rows: statement.rows.map((row) =>
              row.key === 'total'
                ? {
                    ...row,
                    cells: { ...row.cells, total: { ...row.cells.total!, fen: row.cells.total!.fen + 990_000_000 } },
                  }
                : row,
            ),
          },
    ),
  };
}

export function releaseCases(backend: () => Backend): void {
  const store = () => backend().store;
  const counts = async (id: number) => (await getDisclosure(store(), id))!.findings;

  it('what is found is a draft; a finding, a disclosure, a rule, a sureness release it, each until that is taken back', async () => {
    const { id } = await takeOne(store(), wrong());
    const drafts = (await disclosureFindings(store(), id, { drafts: true }))!;
    expect(drafts.length).toBeGreaterThan(0);
    expect(await disclosureFindings(store(), id)).toEqual([]);
    expect(await counts(id)).toEqual({ error: 0, warning: 0, notice: 0, pending: true });
    const [first] = drafts;
    await releaseFinding(store(), first!.id, true);
    expect((await disclosureFindings(store(), id))!.map((item) => item.id)).toEqual([first!.id]);
    await releaseFinding(store(), first!.id, false);
    for (const release of [
      (to: boolean) => releaseDisclosure(store(), id, to),
      (to: boolean) => releaseRule(store(), 'rule', first!.finding.rule, to),
      (to: boolean) =>
        releaseRule(store(), 'sureness', '确定', to).then(() => releaseRule(store(), 'sureness', '较可靠', to)),
    ]) {
      await release(true);
      await release(true);
      expect((await disclosureFindings(store(), id))!.map((item) => item.id)).toContain(first!.id);
      const { error, warning, notice } = await counts(id);
      expect(error + warning + notice).toBeGreaterThan(0);
      await release(false);
      expect(await disclosureFindings(store(), id)).toEqual([]);
    }
    const { drafts: waiting, rules } = await listReleases(store());
    expect(waiting).toMatchObject([{ disclosureId: id }]);
    expect(rules.find(({ rule }) => rule === first!.finding.rule)).toMatchObject({ isReleased: false, released: 0 });
  });

  it('what a rule found is seen and released all at once, and what it finds later is a draft', async () => {
    const { id } = await takeOne(store(), wrong());
    const [first] = (await disclosureFindings(store(), id, { drafts: true }))!;
    const { rule } = first!.finding;
    const { items, next } = await ruleFindings(store(), rule, { limit: 1 });
    expect(items).toMatchObject([{ disclosureId: id, released: false, finding: { rule } }]);
    expect(await ruleFindings(store(), 'no-such-rule')).toEqual({ items: [] });
    if (next) expect((await ruleFindings(store(), rule, { cursor: next })).items[0]!.id).toBeGreaterThan(items[0]!.id);
    await releaseFoundBy(store(), rule, true);
    const released = (await disclosureFindings(store(), id))!;
    expect(released.length).toBeGreaterThan(0);
    expect(released.every(({ finding }) => finding.rule === rule)).toBe(true);
    const later = await takeOne(store(), { ...wrong(), year: 2019 });
    expect(await disclosureFindings(store(), later.id)).toEqual([]);
    await releaseFoundBy(store(), rule, false);
    expect(await disclosureFindings(store(), id)).toEqual([]);
    await dismissFinding(store(), first!.id, '口径不同');
    expect((await ruleFindings(store(), rule)).items.map((one) => one.id)).not.toContain(first!.id);
  });

  it('what a policy releases is released when it comes in', async () => {
    for (const sure of ['确定', '较可靠', '供参考']) await releaseRule(store(), 'sureness', sure, true);
    const { id } = await takeOne(store(), wrong());
    expect(await counts(id)).toMatchObject({ pending: false });
  });

  it('an answer stands beside its finding', async () => {
    const { id } = await takeOne(store(), wrong());
    const [first] = (await disclosureFindings(store(), id, { drafts: true }))!;
    await answerFinding(store(), first!.id, '合计印错，已改正。', { person: '办公室' });
    const at = async () => (await disclosureFindings(store(), id, { drafts: true }))![0]!.answer;
    expect(await at()).toMatchObject({ text: '合计印错，已改正。', person: '办公室' });
    await answerFinding(store(), first!.id, '');
    expect(await at()).toBeNull();
  });

  it('what is not here is not collected; only the roster makes it not published, after its day', async () => {
    const { agencyId } = await takeOne(store(), made());
    const { region } = made();
    const sheet = (rows: readonly string[]) =>
      rosterOf(['单位名称,年度,文种,截止日期,依据,区划代码', ...rows].map((row) => row.split(',')));
    const { entries, faults } = sheet([
      `迟了的局,2023,预算,2023-02-28,财预〔2016〕143号,${region!.code}`,
      `还早的局,2023年,部门预算,2199年2月28日,财预〔2016〕143号,${region!.code}`,
      `${made().agency.name},2023,预算,2023/2/28,财预〔2016〕143号,${region!.code}`,
    ]);
    expect(faults).toEqual([]);
    await enterRoster(store(), '名录.csv', entries);
    await enterRoster(store(), '名录.csv', entries);
    expect(await listRoster(store())).toHaveLength(3);
    const { standings, agencies } = (await regionOverview(store(), {
      region: region!.code,
      year: 2023,
      stage: 'budget',
    }))!;
    expect(standings).toEqual({ collected: 1, 'not-collected': 0, 'not-published': 1, due: 1 });
    expect(agencies.find(({ name }) => name === '迟了的局')).toMatchObject({
      roster: { deadline: '2023-02-28', source: '财预〔2016〕143号' },
    });
    expect(agencies.find(({ id }) => id === agencyId)!.standing).toBe('collected');
    const other = (await regionOverview(store(), { region: region!.code, year: 2022, stage: 'budget' }))!;
    expect(other.standings).toMatchObject({ 'not-collected': 3, 'not-published': 0 });
  });

  it.each([
    [['名称,年度'], '没有找到表头'],
    [['单位名称,年度,截止日期', '甲,2023,2023-01-01'], '表头缺少'],
    [['单位名称,年度,文种,截止日期,依据', '甲,23,预算,2023-01-01,法'], '年度不对'],
    [['单位名称,年度,文种,截止日期,依据', '甲,2023,决算,2023-02-30,法'], '截止日期不对'],
    [['单位名称,年度,文种,截止日期,依据,区划', '甲,2023,决算,2023-02-01,法,1'], '区划代码'],
    [['单位名称,年度,文种,截止日期,依据', ',2023,决算,2023-02-01,法'], '第 2 行没有单位名称'],
  ] as const)('a roster that is wrong is told: %j', (rows, fault) => {
    expect(rosterOf(rows.map((row) => row.split(','))).faults.join('')).toContain(fault);
  });

  it('an overview follows what is released, withdrawn from view, moved', async () => {
    const { id, agencyId } = await takeOne(store(), wrong());
    const asked = { region: '130100', year: 2023, stage: 'budget' } as const;
    const told = async (question: Parameters<typeof regionOverview>[1] = asked) => {
      const { standings, withErrors, underReview, functionsOf } = (await regionOverview(store(), question))!;
      return [standings.collected, withErrors, underReview, functionsOf];
    };
    expect(await told()).toEqual([1, 0, 1, 1]);
    await releaseDisclosure(store(), id, true);
    expect(await told()).toEqual([1, 1, 0, 1]);
    expect((await regionOverview(store(), { ...asked, show: 'errors' }))!.agencies).toHaveLength(1);
    await takeOne(store(), made({ agency: 1 }));
    // A unit of a department that published counts in the department's figures.
    expect(await told()).toMatchObject([2, 1, expect.any(Number), 1]);
    await sql`update disclosures set is_current = false where id = ${id}`.execute(store().db);
    expect(await told()).toMatchObject([1, 0, expect.any(Number), 1]);
    await sql`update agencies set region = '130102' where id <> ${agencyId}`.execute(store().db);
    expect(await told()).toEqual([0, 0, 0, 0]);
    expect(await told({ ...asked, within: true })).toMatchObject([1, 0, expect.any(Number), 1]);
  });

  it('the default year of a region is the newest of which half is here', async () => {
    for (const agency of [0, 3, 6]) await takeOne(store(), made({ agency, year: 2022 }));
    await takeOne(store(), made({ agency: 0, year: 2023 }));
    const regions = await listRegions(store());
    expect(regions.map(({ defaultYear }) => defaultYear)).toEqual([2022]);
    await takeOne(store(), made({ agency: 3, year: 2023 }));
    expect((await listRegions(store()))[0]!.defaultYear).toBe(2023);
  });
}
