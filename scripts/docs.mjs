/** Writes the documents that are made from the code: docs/schema/*.json, and docs/rules.md and docs/process.md from scripts/rules-doc.ts and scripts/process-doc.ts. */
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
for (const name of ['rules', 'process']) {
  if (!existsSync(join(root, `scripts/${name}-doc.ts`))) continue;
  const { status } = node(['--import', 'tsx', join('scripts', `${name}-doc.ts`)]);
  if (status === 0) say(`写好 docs/${name}.md`, 'written');
  else process.exitCode = status;
}
