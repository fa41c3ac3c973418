/**
 * Counts what each rule reports on the real documents of ../shared (or of the folders given): `npm run rules:audit`.
 * With --list every finding is printed, to be read and judged as docs/judging.md says.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDocument } from '@mingsuan/core/check';
import type { Finding } from '@mingsuan/core/finding';
import { readDocument } from '@mingsuan/documents/read';

const root = join(import.meta.dirname, '..');
const list = process.argv.includes('--list');
const given = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const folders = given.length > 0 ? given : ['../shared/seeds', '../shared/samples'].map((folder) => join(root, folder));
const files = folders.filter(existsSync).flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.(pdf|txt|md)$/i.test(name))
    .map((name) => ({ name, path: join(folder, name) })),
);
if (files.length === 0) console.log('没有可核对的文本：请给出文件夹，例如 npm run rules:audit -- 公开文本/');

const byRule = new Map<string, Record<Finding['severity'], number>>();
for (const { name, path } of files) {
  const { findings } = checkDocument(await readDocument(name, new Uint8Array(readFileSync(path))));
  for (const { rule, severity, message } of findings) {
    const counts = byRule.get(rule) ?? { error: 0, warning: 0, notice: 0 };
    counts[severity]++;
    byRule.set(rule, counts);
    if (list) console.log(`${name}\t${severity}\t${rule}\t${message}`);
  }
}
const rows = [...byRule].sort(([a], [b]) => a.localeCompare(b));
const sum = (severity: Finding['severity']) => rows.reduce((total, [, counts]) => total + counts[severity], 0);
console.table(
  Object.fromEntries([...rows, ['合计', { error: sum('error'), warning: sum('warning'), notice: sum('notice') }]]),
);
console.log(`${files.length} 份文本，${rows.length} 条规则有报告`);
