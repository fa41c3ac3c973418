/** What of the open data changed since a version: added, changed, removed, and nothing that did not. */
import {
  dataVersions,
  disclosureFindings,
  editAgency,
  factBatches,
  importDocument,
  listDataChanges,
  readAgainHandlers,
  releaseFinding,
  ruleDocument,
  workJobs,
} from '@mingsuan/store';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Backend } from '../support/backends.ts';
import { fileOf, made, takeOne } from '../support/disclosures.ts';
import { wrong } from './release.ts';

export function changeCases(backend: () => Backend): void {
  const store = () => backend().store;
  const newest = async () =>
    Math.max(0, ...Object.values(await dataVersions(store())).map((version) => version?.version ?? 0));
  const since = async (version: number) =>
    (await listDataChanges(store(), { since: version })).items.map(({ subject, id, change }) => [subject, id, change]);

  it('nothing has no version', async () => {
    expect(await dataVersions(store())).toEqual({ disclosure: null, findings: null, agency: null });
    expect((await listDataChanges(store(), {})).items).toEqual([]);
  });

  it('what comes in is added, what replaces it takes its place, and nobody else is named', async () => {
    const other = await takeOne(store(), made({ agency: 3 }));
    const start = await newest();
    expect(await since(start)).toEqual([]);
    const first = await takeOne(store(), made({ agency: 0 }));
    expect(await since(start)).toEqual([
      ['agency', first.agencyId, 'added'],
      ['disclosure', first.id, 'added'],
    ]);
    const middle = await newest();
    expect(middle).toBeGreaterThan(start);
    const second = await takeOne(store(), made({ agency: 0, draw: 5 }));
    const changed = await since(middle);
    expect(changed).toContainEqual(['disclosure', first.id, 'removed']);
    expect(changed).toContainEqual(['disclosure', second.id, 'added']);
    expect(changed.filter(([, id]) => id === other.id)).toEqual([]);
    const given = new Set<number | null>();
    for await (const rows of factBatches(store(), { since: middle }))
      for (const row of rows) given.add(row.disclosure_id);
    expect(given).toEqual(new Set([second.id]));
  });

  it('a name that changes is a change of all that bears it; the same name again is none', async () => {
    const { id, agencyId } = await takeOne(store(), made());
    const start = await newest();
    await editAgency(store(), agencyId, { name: '石家庄市第一中学' });
    expect(await since(start)).toEqual([
      ['agency', agencyId, 'changed'],
      ['disclosure', id, 'changed'],
    ]);
    const after = await newest();
    await sql`update disclosures set is_current = is_current`.execute(store().db);
    expect(await since(after)).toEqual([]);
  });

  it('what is taken back is removed', async () => {
    const { documentId, disclosures } = await importDocument(store(), fileOf([made()]));
    const start = await newest();
    await ruleDocument(store(), documentId, { kind: 'withdrawn' }, { reason: '撤下' });
    await workJobs(store(), { handlers: readAgainHandlers(store()), untilIdle: true });
    expect(await since(start)).toContainEqual(['disclosure', disclosures[0]!.id, 'removed']);
  });

  it('findings change when they are released, apart from the disclosure', async () => {
    const { id } = await takeOne(store(), wrong());
    const start = await newest();
    const [finding] = (await disclosureFindings(store(), id, { drafts: true }))!;
    await releaseFinding(store(), finding!.id, true);
    expect((await since(start)).map(([subject, of]) => [subject, of])).toEqual([['findings', id]]);
  });

  it('by a moment, and page by page', async () => {
    await takeOne(store(), made({ agency: 0 }));
    await takeOne(store(), made({ agency: 3 }));
    const all = (await listDataChanges(store(), {})).items;
    expect(all).toHaveLength(4);
    expect((await listDataChanges(store(), { since: '2000-01-01T00:00:00Z' })).items).toEqual(all);
    expect((await listDataChanges(store(), { since: '2999-01-01T00:00:00Z' })).items).toEqual([]);
    const page = await listDataChanges(store(), { limit: 3 });
    const rest = await listDataChanges(store(), { limit: 3, cursor: page.next });
    expect([...page.items, ...rest.items]).toEqual(all);
    expect(rest.next).toBeUndefined();
  });
}
