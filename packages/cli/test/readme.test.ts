/** The commands that the README shows run as they stand there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { folderOf, mingsuan } from './helpers.ts';
import { TEXT } from './sample.ts';

const README = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
const COMMANDS = [...README.matchAll(/^npx mingsuan ([^#\n]+?)\s*(?:#.*)?$/gm)].map(([, command]) => command!);

/** Contents tell the format, not the name. */
const folder = folderOf({ '预算.pdf': TEXT, '公开文本/302.txt': TEXT });
afterAll(folder.remove);

it('shows commands', () => expect(COMMANDS.length).toBeGreaterThan(3));

it.each(COMMANDS)('mingsuan %s', async (command) => {
  const args = command.split(/\s+/);
  const { status, stderr } = await mingsuan(args, { cwd: folder.path });
  expect(stderr).not.toMatch(/^mingsuan: /m);
  expect(status).not.toBe(2);
  const output = args[args.indexOf('--output') + 1];
  if (args.includes('--output')) expect(existsSync(join(folder.path, output!))).toBe(true);
});
