/** Writes the documents that are made from the code: docs/schema/*.json, and docs/rules.md docs/process.md and what the page on how to read tells of measuring, from scripts/…-doc.ts. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node, root, say } from './lib.mjs';
import { setup } from './setup.mjs';

setup();
const { tsImport } = await import('tsx/esm/api');
const { CONTRACT_NAMES, jsonSchemaOf } = await tsImport('../packages/core/src/schema/index.ts', import.meta.url);
const folder = join(root, 'docs/schema');
mkdirSync(folder, { recursive: true });
for (const name of CONTRACT_NAMES) {
  writeFileSync(join(folder, `${name}.schema.json`), `${JSON.stringify(jsonSchemaOf(name), null, 2)}\n`);
  say(`写好 docs/schema/${name}.schema.json`, 'written');
}
node([join(root, 'node_modules/@biomejs/biome/bin/biome'), 'format', '--write', 'docs/schema'], { stdio: 'ignore' });
for (const [name, target] of [
  ['rules', 'docs/rules.md'],
  ['process', 'docs/process.md'],
  ['measured', 'packages/web/src/pages/learn/measured.json'],
]) {
  if (!existsSync(join(root, `scripts/${name}-doc.ts`))) continue;
  const { status } = node(['--import', 'tsx', join('scripts', `${name}-doc.ts`)]);
  if (status === 0) say(`写好 ${target}`, 'written');
  else process.exitCode = status;
}
