/** Sets up, then prints how much of the documents in some folders is read. */
import { join } from 'node:path';
import { node, root } from './lib.mjs';
import { setup } from './setup.mjs';

setup();
process.exit(node(['--import', 'tsx', join(root, 'scripts/coverage.ts'), ...process.argv.slice(2)]).status ?? 1);
