/**
 * All checks: set-up, types, dependencies, lint, tests; the pages in a browser where there is one. The last line is
 * `N passed, N failed`; types, dependencies and lint count as one each, and a test file that cannot be loaded as one failed.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installChromium } from './chromium.mjs';
import { node, root, say } from './lib.mjs';
import { setup } from './setup.mjs';

setup();
installChromium();
let passed = 0;
let failed = 0;

function check(zh, en, args) {
  say(zh, en);
  if (node(args).status === 0) passed += 1;
  else failed += 1;
}

const modules = join(root, 'node_modules');
check('检查类型', 'types', [join(modules, 'typescript/bin/tsc'), '--noEmit']);
check('检查依赖', 'dependencies', ['--import', 'tsx', join(root, 'scripts/audit.ts')]);
check('检查写法', 'lint', [join(modules, '@biomejs/biome/bin/biome'), 'check', '.']);

say('运行测试', 'tests');
const folder = mkdtempSync(join(tmpdir(), 'mingsuan-test-'));
const report = join(folder, 'report.json');
const vitest = node([
  join(modules, 'vitest/vitest.mjs'),
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
]);
try {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  passed += numPassedTests;
  const notLoaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
  // Vitest may fail without a failing test (an unhandled error, no tests at all): that is a failure too.
  const unexplained = vitest.status !== 0 && numFailedTests + notLoaded === 0 ? 1 : 0;
  failed += numFailedTests + notLoaded + unexplained;
} catch {
  failed += 1;
}
rmSync(folder, { recursive: true, force: true });

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
