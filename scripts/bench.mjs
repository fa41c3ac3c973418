/** Runs the benchmarks in bench/ in the order of their names, or those whose name holds an argument. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { node, root, say } from './lib.mjs';
import { setup } from './setup.mjs';

/** What the benchmarks share; no benchmark itself. */
const HELPERS = ['generate.ts'];

setup();
const folder = join(root, 'bench');
const wanted = process.argv.slice(2);
const files = (existsSync(folder) ? readdirSync(folder) : [])
  .filter(
    (name) =>
      name.endsWith('.ts') &&
      !HELPERS.includes(name) &&
      (wanted.length === 0 || wanted.some((part) => name.includes(part))),
  )
  .sort();
if (files.length === 0) say('没有可运行的基准测试', 'no benchmarks');

let status = 0;
for (const name of files) {
  console.log(`\n# bench/${name}`);
  status = Math.max(status, node(['--import', 'tsx', join('bench', name)]).status);
}
process.exitCode = status;
