/** A visitor's check of a scan that was read, as its folder has it: nothing is recognised in a test. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { checkDocument } from '@mingsuan/core/check';
import type { Layout } from '@mingsuan/documents/layout';
import { readCorrected } from '@mingsuan/documents/scan/corrections';

/** @returns its id, for a server that is started over `dataDir` */
export async function scannedCheck(
  dataDir: string,
  layout: Layout,
  bytes: Uint8Array = new TextEncoder().encode('a scan'),
): Promise<string> {
  const id = 'scan'.repeat(6);
  const folder = join(dataDir, 'checks', id);
  const name = '扫描件.pdf';
  const recognised = { layout, before: [] };
  const { reading } = await readCorrected(name, recognised, []);
  const { findings } = checkDocument(reading);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, '0.bin'), bytes);
  const put = (file: string, value: unknown) => writeFile(join(folder, file), serialize(value));
  await put('0.recognised', recognised);
  await put('result', { files: [{ pages: [{ width: 595, height: 842 }], documents: [{ reading, findings }] }] });
  await put('ticket', { id, createdAt: Date.now(), files: [{ name, size: bytes.length }], attempts: 0 });
  return id;
}
