/** The quickest look at the command line: sets up, then reads and checks the sample disclosures, and prints the report. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { node, root, say } from './lib.mjs';
import { setup } from './setup.mjs';

setup();
const program = join(root, 'packages/cli/bin/mingsuan.mjs');
if (!existsSync(join(root, 'samples'))) {
  say('没有 samples 文件夹；请试 npx mingsuan check 预算.pdf', 'no samples folder; try npx mingsuan check budget.pdf');
  process.exit(0);
}
let failed = false;
for (const command of ['read', 'check']) {
  console.log(`\n$ npx mingsuan ${command} samples/`);
  // The samples hold errors on purpose: status 1 says that they were found.
  failed = node([program, command, 'samples/', '--format', 'pretty']).status === 2 || failed;
}
console.log();
say('再试试：npx mingsuan check 你的预算.pdf', 'next: npx mingsuan check your-budget.pdf');
process.exit(failed ? 1 : 0);
