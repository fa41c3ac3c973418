/** What uploads leave behind, and what is asked of the disk before more come. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assureSpace, DiskFull, enqueue, IMPORT_FILE, type Store } from '@mingsuan/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNewStore } from '../../store/test/support/new-database.ts';
import { roomFor } from '../src/fault.ts';
import { sweepInbox, takeAway } from '../src/modules/imports/inbox.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'mingsuan-inbox-'));
const inbox = join(dataDir, 'inbox');
const DAY_MS = 24 * 3600 * 1000;
let store: Store;
beforeAll(async () => {
  store = await openNewStore(dataDir);
});
afterAll(async () => {
  await store.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const upload = (batch: string, ordinal: number): string => {
  const folder = join(inbox, batch, String(ordinal));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'file'), 'x');
  return join(folder, 'file');
};

test('what no open job asks for goes after a day; what waits or failed stays', async () => {
  const waiting = upload('waiting', 0);
  upload('orphan', 0);
  await enqueue(store, IMPORT_FILE, '', [{ path: waiting }]);
  expect(await sweepInbox(inbox, store)).toBe(0);
  expect(await sweepInbox(inbox, store, Date.now() + 2 * DAY_MS)).toBe(1);
  expect(existsSync(waiting)).toBe(true);
  expect(existsSync(join(inbox, 'orphan'))).toBe(false);
});

test('a file that was taken in goes, and with the last of its batch the folder; a file elsewhere is nobody’s to remove', async () => {
  const [first, second] = [upload('two', 0), upload('two', 1)];
  await takeAway(inbox, first);
  expect(existsSync(second)).toBe(true);
  await takeAway(inbox, second);
  expect(existsSync(join(inbox, 'two'))).toBe(false);
  const own = join(dataDir, 'own.pdf');
  writeFileSync(own, 'x');
  await takeAway(inbox, own);
  expect(existsSync(own)).toBe(true);
});

test('more than the disk has is refused before a byte is written, and the visitor is not told where', async () => {
  await expect(assureSpace(dataDir)).resolves.toBeUndefined();
  await expect(assureSpace(dataDir, Number.MAX_SAFE_INTEGER)).rejects.toThrow(DiskFull);
  const refused = await roomFor(dataDir, Number.MAX_SAFE_INTEGER).catch((error: unknown) => error);
  expect(refused).toMatchObject({ obstacle: 'no-room' });
  expect(String(refused)).not.toContain(dataDir);
});
