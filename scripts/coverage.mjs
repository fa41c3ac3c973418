/** Sets up, then prints how much of the documents in some folders is read. */
import { join } from 'node:path';
import { node, root } from './lib.mjs';
import { setup } from './setup.mjs';

setup();
const args = process.argv.slice(2);
const script = args.includes('--unseen') ? 'scripts/unseen/measure.ts' : 'scripts/coverage.ts';
process.exit(node(['--import', 'tsx', join(root, script), ...args]).status ?? 1);
