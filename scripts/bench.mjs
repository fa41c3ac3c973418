/** Runs the benchmarks in bench/ in the order of their names, or those whose name holds an argument; other arguments go to them. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { node, root, say } from './lib.mjs';
import { setup } from './setup.mjs';

/** What the benchmarks share; no benchmark itself. */
const HELPERS = ['generate.ts', 'misread.ts'];

setup();
const folder = join(root, 'bench');
const names = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((name) => name.endsWith('.ts') && !HELPERS.includes(name))
  .sort();
const args = process.argv.slice(2);
const wanted = args.filter((arg) => names.some((name) => name.includes(arg)));
const files = args.length === 0 ? names : names.filter((name) => wanted.some((part) => name.includes(part)));
const options = args.filter((arg) => !wanted.includes(arg));
if (files.length === 0) say('没有可运行的基准测试', 'no benchmarks');

let status = 0;
for (const name of files) {
  console.log(`\n# bench/${name}`);
  status = Math.max(status, node(['--import', 'tsx', join('bench', name), ...options]).status);
}
process.exitCode = status;
