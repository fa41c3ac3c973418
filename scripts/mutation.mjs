/** Breaks lines on purpose and prints how many the tests notice: `npm run mutation -- money --minutes 5 --seed 2`. */
import { join } from 'node:path';
import { node, root } from './lib.mjs';
import { setup } from './setup.mjs';

setup();
process.exitCode = node(['--import', 'tsx', join(root, 'scripts/mutation/run.ts'), ...process.argv.slice(2)]).status;
