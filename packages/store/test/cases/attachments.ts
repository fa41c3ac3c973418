/** Attachments in the store: who adds and takes back, what stays, what a backup brings along, what goes when its time is over. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '@mingsuan/core/process/roles';
import { CONDITIONS, type Condition } from '@mingsuan/core/process/transition-table';
import {
  attachFiles,
  attachmentsOf,
  backup,
  forgetAttachments,
  openWork,
  provenBy,
  restore,
  saveVersion,
  searchAudit,
  takeStep,
  verifyAudit,
  type Worker,
  withdrawAttachment,
} from '@mingsuan/store';
import { expect, it } from 'vitest';
import { type Backend, empty } from '../support/backends.ts';
import { officeIn } from '../support/office.ts';

const file = (name: string, text = name, about = '') => ({
  name,
  about,
  kind: 'text',
  bytes: new TextEncoder().encode(text),
});

export function attachmentCases(backend: () => Backend): void {
  const store = () => backend().store;

  async function draft() {
    const { unit, person } = await officeIn(store());
    const as = async (login: string, ...roles: Role[]): Promise<Worker> => ({
      personId: await person(login, ...roles),
      person: login,
      address: '',
      roles,
    });
    const clerk = await as('clerk', 'unit-clerk');
    const head = await as('head', 'unit-head');
    const id = await openWork(store(), { process: 'round', unitId: unit, year: 2026 }, clerk);
    await saveVersion(store(), id, { revision: 0, content: { a: 1 } }, clerk);
    const step = (event: string, revision: number, who: Worker) =>
      takeStep(store(), id, { event, revision, reason: '再核', facts: Object.keys(CONDITIONS) as Condition[] }, who);
    return { id, clerk, head, step };
  }

  it('are added and taken back while the item may be changed, by who may change it', async () => {
    const { id, clerk, head, step } = await draft();
    const [one, two] = await attachFiles(store(), id, [file('一.txt'), file('二.txt', '二', '数量')], clerk);
    expect(await provenBy(store().db, id)).toEqual(expect.arrayContaining(['', '数量']));
    await expect(attachFiles(store(), id, [file('三.txt')], head)).rejects.toThrow('现在的状态下不能增减附件');
    await withdrawAttachment(store(), id, one!, clerk);
    await expect(withdrawAttachment(store(), id, one!, clerk)).rejects.toThrow('已经撤下');
    await step('submit', 1, clerk);
    await expect(attachFiles(store(), id, [file('三.txt')], clerk)).rejects.toThrow('现在的状态下不能增减附件');
    await expect(withdrawAttachment(store(), id, two!, clerk)).rejects.toThrow('现在的状态下不能增减附件');
    await step('return', 2, head);
    // What was handed up with it stays, also taken back.
    await withdrawAttachment(store(), id, two!, clerk);
    const [first, second] = await attachmentsOf(store().db, id);
    expect([first!.isKept, second!.isKept, second!.withdrawn?.person]).toEqual([false, true, 'clerk']);
    expect(await store().files.get(first!.sha256)).toBeUndefined();
    expect(await store().files.get(second!.sha256)).toBeDefined();
    expect(await provenBy(store().db, id)).toEqual([]);
    const titles = (await searchAudit(store(), { kind: 'work' })).items.map(({ title }) => title);
    expect(titles.filter((title) => title.includes('附件'))).toEqual([
      '退役军人事务局本级：2026 年预算撤下附件 二.txt',
      '退役军人事务局本级：2026 年预算撤下附件 一.txt',
      '退役军人事务局本级：2026 年预算上传附件 一.txt、二.txt',
    ]);
    expect((await verifyAudit(store())).broken).toBeUndefined();
  });

  it('the same bytes are kept once, and for as long as one of them stands', async () => {
    const { id, clerk } = await draft();
    const [one, two] = await attachFiles(store(), id, [file('一.txt', '同'), file('二.txt', '同')], clerk);
    const { sha256 } = (await attachmentsOf(store().db, id))[0]!;
    await withdrawAttachment(store(), id, one!, clerk);
    expect(await store().files.get(sha256)).toBeDefined();
    await withdrawAttachment(store(), id, two!, clerk);
    expect(await store().files.get(sha256)).toBeUndefined();
  });

  it('a backup brings them along, and their time ends', async () => {
    const { id, clerk } = await draft();
    await attachFiles(store(), id, [file('一.txt'), file('二.txt')], clerk);
    const folder = mkdtempSync(join(tmpdir(), 'mingsuan-attachments-'));
    try {
      await backup(store(), join(folder, 'whole.backup'));
      const other = await backend().other();
      await empty(other);
      await restore(join(folder, 'whole.backup'), other);
      const held = await attachmentsOf(other.db, id);
      expect(held).toEqual(await attachmentsOf(store().db, id));
      expect(Buffer.from((await other.files.get(held[0]!.sha256))!).toString()).toBe('一.txt');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    expect(await forgetAttachments(store(), 2026)).toBe(0);
    expect(await forgetAttachments(store(), 2027)).toBe(2);
    const [gone] = await attachmentsOf(store().db, id);
    expect([gone!.name, gone!.isKept]).toEqual(['一.txt', false]);
    expect(await store().files.get(gone!.sha256)).toBeUndefined();
    expect((await searchAudit(store())).items[0]!.title).toMatch(/2 个附件过了保留期限，删去文件$/);
  });
}
