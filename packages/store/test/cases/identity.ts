/** What an operator rules: files of nobody published, moved, taken back; agencies renamed and merged; each taken back again. */
import type { Disclosure } from '@mingsuan/core/disclosure';
import {
  agencyTrend,
  ChangeRefused,
  editAgency,
  fileStandings,
  formerlyNamed,
  getAgency,
  getDisclosure,
  importDocument,
  inbox,
  inboxCounts,
  inboxFile,
  listAgencies,
  listChanges,
  mergeAgency,
  presentAgency,
  type Ruling,
  readAgainHandlers,
  readAllAgain,
  ruleDocument,
  search,
  undoChange,
  workJobs,
} from '@mingsuan/store';
import { expect, it } from 'vitest';
import type { Backend } from '../support/backends.ts';
import { fileOf, made, takeOne } from '../support/disclosures.ts';
import { prepareOnce } from '../support/once.ts';

const nameless = (draw = 0): Disclosure => ({ ...made({ draw }), agency: { name: '', level: 'department' } });
const words = (): Disclosure => {
  const [section] = made().explanation;
  return { ...made(), statements: [], tables: [], explanation: [{ ...section!, text: '收支平衡。'.repeat(90) }] };
};

export function identityCases(backend: () => Backend): void {
  const store = () => backend().store;
  const take = (disclosure: Disclosure, name: string) =>
    importDocument(store(), fileOf([disclosure], name), prepareOnce);
  const work = () => workJobs(store(), { handlers: readAgainHandlers(store()), untilIdle: true });
  const rule = async (id: number, ruling: Ruling | null) => {
    const ruled = (await ruleDocument(store(), id, ruling, { person: '审核员', reason: '封面写明' }))!;
    await work();
    return ruled.change;
  };
  const undo = async (change: number) => {
    const undone = await undoChange(store(), change);
    await work();
    return undone;
  };
  const identity = (disclosure: Disclosure, changes: Partial<{ year: number }> = {}): Ruling => {
    const { agency, region, year, stage } = disclosure;
    return { kind: 'identity', disclosures: [{ at: 0, agency, region: region!, year: year!, stage, ...changes }] };
  };
  const stateOf = async (id: number) => (await inboxFile(store(), id))!;

  it('a nameless file waits in the inbox, is published when somebody says whose it is, and held again when that is taken back', async () => {
    const { documentId, held } = await take(nameless(), '公开.json');
    expect(held).toHaveLength(1);
    expect(await stateOf(documentId)).toMatchObject({ state: 'open', doubt: 'nameless' });
    expect(await inboxCounts(store())).toMatchObject({ open: 1, published: 0 });
    const change = await rule(documentId, identity(made()));
    const file = await stateOf(documentId);
    expect(file).toMatchObject({ state: 'published', doubt: null, ruling: { kind: 'identity' } });
    const [{ id, identity: told }] = file.disclosures as never as [{ id: number; identity: Disclosure['identity'] }];
    expect(told!.agency).toMatchObject({ confidence: 'sure', evidence: [{ witness: 'operator' }] });
    expect((await getDisclosure(store(), id))!.agency.name).toBe(made().agency.name);
    await undo(change);
    expect(await stateOf(documentId)).toMatchObject({ state: 'open', ruling: null });
    expect(await getDisclosure(store(), id)).toBeUndefined();
    await expect(undoChange(store(), change)).rejects.toThrow(ChangeRefused);
    expect((await listChanges(store())).items.map(({ title, undoneBy }) => [title, undoneBy !== null])).toEqual([
      ['取消认定：公开.json', false],
      ['认定：公开.json', true],
    ]);
  });

  it('a file of another year is moved under its own number, and what it had replaced is current again', async () => {
    const first = await takeOne(store(), made());
    const { documentId, disclosures } = await take(made({ draw: 1 }), '去年的.json');
    expect(disclosures[0]).toMatchObject({ version: 2 });
    const { id } = disclosures[0]!;
    await rule(documentId, identity(made(), { year: 2022 }));
    expect(await getDisclosure(store(), id)).toMatchObject({ year: 2022, version: 1, isCurrent: true });
    expect(await getDisclosure(store(), first.id)).toMatchObject({ year: 2023, version: 1, isCurrent: true });
    const trend = await agencyTrend(store(), first.agencyId, 'expenditure');
    expect(trend.filter(({ from }) => from === 'table').map(({ year }) => year)).toEqual([2022, 2023]);
  });

  it('what is taken back is gone, and what it was joined with stands alone', async () => {
    const { documentId: text } = await take(words(), '说明.json');
    const { disclosures } = await take({ ...made(), explanation: [] }, '报表.json');
    expect(await stateOf(text)).toMatchObject({ state: 'published' });
    const change = await rule(text, { kind: 'withdrawn' });
    expect(await stateOf(text)).toMatchObject({ state: 'rejected', disclosures: [] });
    expect((await getDisclosure(store(), disclosures[0]!.id))!.explanation).toEqual([]);
    await undo(change);
    const { items } = await listAgencies(store());
    const { disclosures: all } = (await getAgency(store(), items[0]!.id))!;
    const whole = (await getDisclosure(store(), all.find(({ isCurrent }) => isCurrent)!.id))!;
    expect([whole.explanation.length, whole.statements.length]).toEqual([1, made().statements.length]);
  });

  it('an older file that is published later does not replace the newer one', async () => {
    const { documentId } = await take(nameless(1), '旧.json');
    const newer = await takeOne(store(), made());
    await rule(documentId, identity(made()));
    expect(await getDisclosure(store(), newer.id)).toMatchObject({ version: 2, isCurrent: true });
  });

  it('one whose name is printed with either kind of brackets is one, called with full ones', async () => {
    for (const name of ['某市民政局(本级)', '某市民政局（本级）'])
      await take({ ...made(), agency: { name, level: 'unit' } }, `${name}.json`);
    const { items } = await listAgencies(store(), { q: '某市民政局' });
    expect(items.map(({ name }) => name)).toEqual(['某市民政局（本级）']);
  });

  it('where a file stands is told as it is now', async () => {
    const { documentId } = await take(nameless(), '公开.json');
    expect(await fileStandings(store(), [documentId])).toEqual([{ id: documentId, state: 'open', problems: 0 }]);
    await rule(documentId, identity(made()));
    expect(await fileStandings(store(), [documentId])).toMatchObject([{ state: 'published' }]);
    expect(await fileStandings(store(), [])).toEqual([]);
  });

  it('an agency goes by its new name, and its old one leads to it', async () => {
    const { agencyId } = await takeOne(store(), made());
    const { name, region } = (await getAgency(store(), agencyId))!.agency;
    const change = (await editAgency(store(), agencyId, { name: '改了名的局' }))!;
    expect((await search(store(), { q: '改了名' })).items).toMatchObject([{ kind: 'agency' }]);
    expect(await formerlyNamed(store(), region!, name)).toEqual([agencyId]);
    // What still prints the old name is its own.
    expect(await takeOne(store(), made({ draw: 1 }))).toMatchObject({ agencyId, version: 2 });
    await undoChange(store(), change);
    expect((await getAgency(store(), agencyId))!.agency.name).toBe(name);
    await expect(editAgency(store(), agencyId, { name: '' })).rejects.toThrow(ChangeRefused);
  });

  it('two that are one are merged with their versions, and parted again', async () => {
    const one = await takeOne(store(), made());
    const odd = { ...made({ draw: 1 }), agency: { ...made().agency, name: '写错的局', code: '999' } };
    const other = await takeOne(store(), odd);
    const change = (await mergeAgency(store(), other.agencyId, one.agencyId))!;
    expect(await presentAgency(store(), other.agencyId)).toBe(one.agencyId);
    expect(await getAgency(store(), other.agencyId)).toBeUndefined();
    const versions = async (id: number) =>
      (await getAgency(store(), id))!.disclosures.map(({ version, isCurrent }) => [version, isCurrent]);
    expect(await versions(one.agencyId)).toEqual([
      [2, true],
      [1, false],
    ]);
    // Another file under the name that was merged comes to the one they are.
    expect((await takeOne(store(), { ...odd, year: 2022 })).agencyId).toBe(one.agencyId);
    await undoChange(store(), change);
    expect([await versions(other.agencyId), await presentAgency(store(), other.agencyId)]).toEqual([
      [[1, true]],
      other.agencyId,
    ]);
    expect((await search(store(), { q: '写错的局', kind: 'agency' })).items).toHaveLength(1);
  });

  it('a department and its own office are not merged', async () => {
    const department = await takeOne(store(), made());
    const office = await takeOne(store(), { ...made(), agency: { ...made().agency, level: 'unit' } });
    await expect(mergeAgency(store(), office.agencyId, department.agencyId)).rejects.toThrow(ChangeRefused);
  });

  it('all that is known is read again under the numbers it had', async () => {
    const { id } = await takeOne(store(), made());
    await take(nameless(1), '公开.json');
    const before = await getDisclosure(store(), id);
    await readAllAgain(store());
    await work();
    expect(await getDisclosure(store(), id)).toEqual(before);
    expect((await inbox(store(), { state: 'open' })).items).toHaveLength(1);
  });
}
