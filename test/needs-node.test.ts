/** An older Node is told in one sentence, before anything else. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeFault } from '../packages/cli/bin/needs-node.mjs';

const text = (path: string): string => readFileSync(join(import.meta.dirname, '..', path), 'utf8');
const least = /"node": ">=([\d.]+)"/.exec(text('package.json'))![1]!;

test('an older one is told, this one and newer ones are not', () => {
  for (const version of ['18.20.4', '20.18.3', '16.0.0'])
    expect(nodeFault(version)).toMatch(new RegExp(`^[^\\n]*Node.js ${least} 以上，这里是 ${version}[^\\n]*$`));
  for (const version of [process.versions.node, `${least}.0`, '22.1.0', '24.0.0'])
    expect(nodeFault(version)).toBeUndefined();
});

test('what is started by hand asks first', () => {
  expect(text('packages/cli/bin/mingsuan.mjs')).toMatch(/^#!.*\nimport '.\/needs-node.mjs';\n/);
  for (const script of ['start', 'setup', 'test', 'build'])
    expect(text(`scripts/${script}.mjs`)).toContain("from './lib.mjs'");
  // The loader reads imports before anything runs: the first one is done first.
  expect(text('scripts/lib.mjs')).toMatch(/^\/\*\*.*\*\/\nimport '..\/packages\/cli\/bin\/needs-node.mjs';\n/);
});
