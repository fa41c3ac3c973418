/** Sets up, then prints how often each rule reports on real documents. */
import { join } from 'node:path';
import { node, root } from './lib.mjs';
import { setup } from './setup.mjs';

setup();
process.exit(node(['--import', 'tsx', join(root, 'scripts/rules-audit.ts'), ...process.argv.slice(2)]).status ?? 1);
