import { checkDocuments } from '@mingsuan/core/check';
import type { Disclosure } from '@mingsuan/core/disclosure';
import { figure } from '@mingsuan/core/figures/index';
import { PERFORMANCE, SELF_EVALUATION } from '@mingsuan/core/kinds/index';
import { publishReading, unpublish } from '@mingsuan/core/model/published';
import { addressOf } from '@mingsuan/core/model/quantity';
import { tablesFrom } from '@mingsuan/core/model/tables';
import { formatAmount } from '@mingsuan/core/money';
import {
  claimJob,
  disclosureFindings,
  dismissFinding,
  enqueue,
  getAgency,
  getDisclosure,
  importDocument,
  listAgencies,
  recheckNext,
  workJobs,
} from '@mingsuan/store';
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import { LEASE_SECONDS } from '../../src/recheck.ts';
import { type Backend, empty } from '../support/backends.ts';
import { made, releaseAll, take, takeOne } from '../support/disclosures.ts';
import { checkOnce, recheckOnce } from '../support/once.ts';

const YEARS = [2022, 2023];

export function recheckCases(backend: () => Backend): void {
  beforeEach(() => releaseAll(backend().store));
  const store = () => backend().store;

  async function recheckAll(): Promise<number> {
    let done = 0;
    while (await recheckNext(store(), recheckOnce)) done += 1;
    return done;
  }

  const findings = async (id: number) =>
    (await disclosureFindings(store(), id, { drafts: true }))!.map(({ finding }) => finding);
  const rulesOf = async (id: number) => (await findings(id)).map(({ rule }) => rule);

  it.each([
    ['the earlier year first', [0, 1]],
    ['the later year first', [1, 0]],
  ])('compares a document with that of the year before: %s', async (_, order) => {
    const years = [made({ year: 2023 }), made({ year: 2024 })];
    const ids: number[] = [];
    for (const i of order) ids[i] = (await takeOne(store(), years[i]!)).id;
    expect(await rulesOf(ids[1]!)).not.toContain('previous-year-change');
    await recheckAll();
    const [earlier, later] = together(years);
    expect(later!.map(({ rule }) => rule)).toContain('previous-year-change');
    expect([await findings(ids[0]!), await findings(ids[1]!)]).toEqual([earlier, later]);
    const { error, warning, notice } = (await getDisclosure(store(), ids[1]!))!.findings;
    expect(error + warning + notice).toBe(later!.length);
    expect(await recheckAll()).toBe(0);
  });

  it.each([
    ['the department first', [0, 1]],
    ['the unit first', [1, 0]],
  ])('compares a department with its unit: %s', async (_, order) => {
    const family = [altered(departmentOf(unit())), unit()];
    const ids: number[] = [];
    for (const i of order) ids[i] = (await takeOne(store(), family[i]!)).id;
    await recheckAll();
    expect((await rulesOf(ids[0]!)).concat(await rulesOf(ids[1]!))).toContain('department-units');
    expect([await findings(ids[0]!), await findings(ids[1]!)]).toEqual(together(family));
  });

  it.each([
    ['the budget first', [0, 1]],
    ['the accounts first', [1, 0]],
  ])('reads accounts beside the budget that they carry out, its targets too: %s', async (_, order) => {
    const pair = [promised('≥12台'), reported('≥10台')];
    const ids: number[] = [];
    for (const i of order) ids[i] = (await takeOne(store(), pair[i]!)).id;
    expect(await rulesOf(ids[1]!)).not.toContain('evaluation-targets');
    await recheckAll();
    expect(await rulesOf(ids[1]!)).toContain('evaluation-targets');
    expect([await findings(ids[0]!), await findings(ids[1]!)]).toEqual(together(pair));
    // A budget as it was carried out says nothing more; that of another year is none of it.
    await takeOne(store(), promised('≥10台'));
    await takeOne(store(), { ...promised('≥12台'), year: 2022 });
    await recheckAll();
    expect(await rulesOf(ids[1]!)).not.toContain('evaluation-targets');
    expect(await recheckAll()).toBe(0);
  });

  it('joins a department and its unit that came in at the same moment', async () => {
    await Promise.all([take(store(), altered(departmentOf(unit()))), take(store(), unit())]);
    await recheckAll();
    const { items } = await listAgencies(store());
    const department = items.find(({ level }) => level === 'department')!;
    const { units, disclosures } = (await getAgency(store(), department.id))!;
    expect(units).toHaveLength(1);
    expect(await rulesOf(disclosures[0]!.id)).toContain('department-units');
  });

  it('keeps what the disclosures of one file say of each other', async () => {
    const family = [altered(departmentOf(unit())), unit()];
    const { disclosures } = await take(store(), ...family);
    await recheckAll();
    expect(await Promise.all(disclosures.map(({ id }) => findings(id)))).toEqual(together(family));
    // Next year's file is compared with it.
    const next = [made({ agency: 1, year: 2024 })];
    const { disclosures: later } = await take(store(), ...next);
    await recheckAll();
    expect(await Promise.all(disclosures.map(({ id }) => findings(id)))).toEqual(together(family));
    expect(await findings(later[0]!.id)).toEqual(together([...next, unit()])[0]);
  });

  it('keeps what the reading of the file reported', async () => {
    const problems = [{ code: 'unread-text', message: '有一页没有读出。' }];
    const [before, after] = [made({ year: 2023 }), made({ year: 2024 })];
    const readings = [after, before].map((disclosure) => ({ source: 'a.json', disclosures: [disclosure], problems }));
    const ids = [];
    for (const reading of readings) {
      const bytes = Buffer.from(JSON.stringify({ documents: [publishReading(reading)] }));
      ids.push((await importDocument(store(), { name: 'a.json', bytes })).disclosures[0]!.id);
    }
    await recheckAll();
    expect(await findings(ids[0]!)).toEqual(checkDocuments(readings)[0]!.findings);
  });

  it('looks again when the earlier year has a new version, and leaves the superseded one', async () => {
    const [first, second, later] = [made({ draw: 1 }), made({ draw: 2 }), made({ year: 2024 })];
    const old = await takeOne(store(), first);
    const { id } = await takeOne(store(), later);
    await recheckAll();
    expect(await findings(id)).toEqual(together([later, first])[0]);
    const before = await findings(old.id);
    await takeOne(store(), second);
    await recheckAll();
    expect(await findings(id)).toEqual(together([later, second])[0]);
    expect(await findings(old.id)).toEqual(before);
  });

  it('finds nothing more where documents agree, and writes nothing', async () => {
    const before = unit();
    const later = unit({ year: 2024 });
    const [now, then] = [later, before].map((each) => figure(each, addressOf('balance[支出总计]')).figure!.fen);
    const [word, change] = [now! < then! ? '减少' : '增加', formatAmount(Math.abs(now! - then!), '万元')];
    const text = `2024年预算收支安排${formatAmount(now!, '万元')}万元，较2023年预算${word}${change}万元。`;
    const [section] = later.explanation;
    const told = { ...later, explanation: [{ ...section!, text, paragraphs: [{ text, origin: section!.origin }] }] };
    for (const each of [before, departmentOf(told)]) await takeOne(store(), each);
    const { id } = await takeOne(store(), told);
    const state = () =>
      sql`select id, disclosure_id, xmin from findings order by id`.execute(store().db).then(({ rows }) => rows);
    const findingsBefore = await state();
    expect(await recheckAll()).toBeGreaterThan(0);
    expect(await state()).toEqual(findingsBefore);
    // The sentence is one that is read: with other figures of last year it is wrong.
    await takeOne(store(), unit({ draw: 1 }));
    await recheckAll();
    expect(await rulesOf(id)).toContain('previous-year-change');
  });

  it('a finding dismissed stays dismissed, and findings keep their numbers', async () => {
    // The code is known of the agency, but not printed here: ids rest on what is printed.
    const later = made({ year: 2024 });
    const { code: _, ...agency } = later.agency;
    const { id } = await takeOne(store(), altered({ ...later, agency }));
    const known = (await disclosureFindings(store(), id, { drafts: true }))!;
    expect(known.length).toBeGreaterThan(0);
    await dismissFinding(store(), known[0]!.id, '已说明');
    await takeOne(store(), made({ year: 2023 }));
    await recheckAll();
    const now = (await disclosureFindings(store(), id, { drafts: true }))!;
    expect(now.length).toBeGreaterThan(known.length);
    const kept = now.filter((item) => known.some((before) => before.id === item.id));
    expect(kept.map(({ finding }) => finding.id).sort()).toEqual(known.map(({ finding }) => finding.id).sort());
    expect(now.filter(({ dismissed }) => dismissed).map(({ id }) => id)).toEqual([known[0]!.id]);
    const { error, warning, notice } = (await getDisclosure(store(), id))!.findings;
    expect(error + warning + notice).toBe(now.length - 1);
  });

  it('what a killed process began is done by the next', async () => {
    await takeOne(store(), made({ year: 2023 }));
    const { id } = await takeOne(store(), made({ year: 2024 }));
    const killed = async () => {
      throw new Error('killed');
    };
    while (await recheckNext(store(), killed).catch(() => false));
    // It is nobody else's yet.
    expect(await recheckAll()).toBe(0);
    expect(await rulesOf(id)).not.toContain('previous-year-change');
    // The lease is let run out without waiting for it: a busy machine would let a short one run out too early.
    await sql`update rechecks set due = due - make_interval(secs => ${LEASE_SECONDS})`.execute(store().db);
    await recheckAll();
    expect(await rulesOf(id)).toContain('previous-year-change');
  });

  it('findings stay where checking comes to no end', async () => {
    await takeOne(store(), made({ year: 2023 }));
    const { id } = await takeOne(store(), made({ year: 2024 }));
    const before = await findings(id);
    while (await recheckNext(store(), async () => undefined));
    expect(await findings(id)).toEqual(before);
    expect(await recheckAll()).toBe(0);
  });

  it('what comes in while checking is not missed', async () => {
    const [old, fresh, later] = [made({ draw: 1 }), made({ draw: 2 }), made({ year: 2024 })];
    await takeOne(store(), old);
    const { id } = await takeOne(store(), later);
    let isFirst = true;
    const check = async (readings: Parameters<typeof checkDocuments>[0]) => {
      const found = checkDocuments(readings);
      if (isFirst) {
        isFirst = false;
        await takeOne(store(), fresh);
        await recheckAll();
      }
      return found;
    };
    while (await recheckNext(store(), check));
    expect(await findings(id)).toEqual(together([later, fresh])[0]);
  });

  it('several at once do not get in each other’s way, nor in that of imports', async () => {
    const drawn = (draw: number) => [altered(departmentOf(unit({ draw }))), unit({ draw }), unit({ draw, year: 2024 })];
    const all = [0, 1, 2].flatMap(drawn);
    await Promise.all([...all.map((each) => take(store(), each)), ...all.map(() => recheckNext(store(), recheckOnce))]);
    await Promise.all([recheckAll(), recheckAll(), take(store(), ...drawn(3))]);
    await recheckAll();
    const current = await currentOf();
    for (const { id, disclosure } of current) expect(await findings(id)).toEqual(expected(disclosure, current));
  });

  it('is done while no job waits', async () => {
    const { id: later } = await takeOne(store(), made({ year: 2024 }));
    await takeOne(store(), made({ year: 2023 }));
    await enqueue(store(), 'job', '', [1, 2, 3]);
    const handlers = { job: async () => undefined };
    const whenIdle = async () => {
      expect(await claimJob(store(), ['job'], 1)).toBeUndefined();
      return recheckNext(store());
    };
    await workJobs(store(), { handlers, whenIdle, concurrency: 1, untilIdle: true });
    expect(await rulesOf(later)).toContain('previous-year-change');
  });

  it('in the end every current disclosure has the findings of checking it with its neighbours', async () => {
    const drawing = { draw: fc.nat(1), year: fc.constantFrom(...YEARS) };
    const one = fc.oneof(
      fc.record(drawing).map((options) => unit(options)),
      fc.record(drawing).map((options) => made({ agency: 2, ...options })),
      fc.record(drawing).map((options) => departmentOf(unit(options))),
      fc.record(drawing).map((options) => altered(departmentOf(unit(options)))),
    );
    const file = fc.uniqueArray(one, { minLength: 1, maxLength: 3, selector: keyOf });
    await fc.assert(
      fc
        .asyncProperty(
          fc.array(fc.record({ file, rechecks: fc.nat(2) }), { minLength: 2, maxLength: 5 }),
          async (steps) => {
            for (const { file, rechecks } of steps) {
              await take(store(), ...file);
              for (let i = 0; i < rechecks; i++) await recheckNext(store(), recheckOnce);
            }
            await recheckAll();
            const current = await currentOf();
            for (const { id, disclosure } of current) expect(await findings(id)).toEqual(expected(disclosure, current));
          },
        )
        .afterEach(() => empty(store())),
      { numRuns: 6 },
    );
  });

  /** What the store says is published, read from the originals. */
  async function currentOf() {
    const rows = await store()
      .db.selectFrom('disclosures as d')
      .innerJoin('documents as o', 'o.id', 'd.document_id')
      .select(['d.id', 'd.ordinal', 'o.sha256'])
      .where('d.is_current', '=', true)
      .execute();
    return Promise.all(
      rows.map(async ({ id, ordinal, sha256 }) => {
        const { documents } = JSON.parse(Buffer.from((await store().files.get(sha256))!).toString());
        return { id, disclosure: unpublish(documents[0].disclosures[ordinal]) };
      }),
    );
  }
}

const INDICATOR = { level1: '产出指标', level2: '质量指标', level3: '台数' };

/** A budget that promises so much of a project. */
const promised = (target: string): Disclosure => {
  const indicators = [{ ...INDICATOR, target, origin: {} }];
  const rows = [{ title: '项目绩效目标表', project: '设备更新', indicators, origin: {} }];
  return made({}, { tables: tablesFrom(PERFORMANCE, rows, { unit: '万元' }) });
};

/** Accounts of the same year that answer for another target. */
const reported = (target: string): Disclosure => {
  const indicators = [{ ...INDICATOR, target, origin: {} }];
  const rows = [{ title: '项目支出绩效自评表', project: '设备更新', funds: [], goals: [], indicators, origin: {} }];
  const tables = tablesFrom(SELF_EVALUATION, rows, { unit: '万元' });
  return made({}, { stage: 'final-accounts', tables });
};

const unit = (options: { draw?: number; year?: number } = {}): Disclosure => made({ agency: 1, ...options });

/** A department that has no more than this unit. */
function departmentOf(unit: Disclosure): Disclosure {
  return { ...unit, agency: made({ agency: 0 }).agency };
}

/** With one figure that its own tables do not contradict. */
function altered(disclosure: Disclosure): Disclosure {
  return {
    ...disclosure,
    statements: disclosure.statements.map((statement) => {
      const [row, ...rows] = statement.rows;
      if (statement.form !== 'three-publics' || !row?.cells.hospitality) return statement;
      const { hospitality } = row.cells;
      const cells = { ...row.cells, hospitality: { ...hospitality, fen: hospitality.fen + 1_230_000 } };
      return { ...statement, rows: [{ ...row, cells }, ...rows] };
    }),
  };
}

const keyOf = ({ agency, year, stage }: Disclosure) => `${agency.level} ${agency.code} ${agency.name} ${year} ${stage}`;

const together = (disclosures: readonly Disclosure[]) =>
  checkOnce(disclosures.map((disclosure) => ({ source: '预算.json', disclosures: [disclosure], problems: [] }))).map(
    ({ findings }) => findings,
  );

/** Core's answer for a disclosure among all that belong to its department. */
function expected(disclosure: Disclosure, current: readonly { readonly disclosure: Disclosure }[]) {
  const { agency, year } = disclosure;
  const others = current
    .map((each) => each.disclosure)
    .filter((other) => other !== disclosure)
    .filter((other) => other.year === year || (other.agency.code === agency.code && other.year === year! - 1))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return together([disclosure, ...others])[0];
}
