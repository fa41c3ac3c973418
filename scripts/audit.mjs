/** Sets up, then looks whether the dependencies are what they should be. */
import { join } from 'node:path';
import { node, root } from './lib.mjs';
import { setup } from './setup.mjs';

setup();
process.exit(node(['--import', 'tsx', join(root, 'scripts/audit.ts')]).status);
