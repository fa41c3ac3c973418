/** The dependencies: what is locked, and what the registry knows against it. Ends with 1 where something is wrong. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isUnfetched, type Lock, lockFaults } from './lock-faults.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const lock = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')) as Lock;

const faults = [...lockFaults(lock), ...advisories()];
for (const fault of faults) console.error(fault);
const unfetched = Object.values(lock.packages).filter(isUnfetched).length;
if (unfetched > 0) {
  console.log(
    `其他系统用的 ${unfetched} 个可选程序包在 package-lock.json 里只有版本 / ${unfetched} optional builds for other systems are locked by version only`,
  );
}
if (faults.length === 0) console.log('依赖没有发现问题 / dependencies: nothing found');
process.exitCode = faults.length === 0 ? 0 : 1;

interface Report {
  readonly vulnerabilities?: Readonly<
    Record<string, { readonly severity: string; readonly range: string; readonly via: readonly unknown[] }>
  >;
}

/** Serious ones against what is shipped. Where the registry gives no answer that is said, and is no fault. */
function advisories(): readonly string[] {
  const args = ['audit', '--omit=dev', '--audit-level=high', '--json', '--fetch-retries=0', '--fetch-timeout=20000'];
  const self = process.env.npm_execpath;
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
  const { stdout } = self?.endsWith('.js')
    ? spawnSync(process.execPath, [self, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  const { vulnerabilities } = reportOf(stdout);
  if (!vulnerabilities) {
    console.log('软件源没有答复漏洞查询，这一项没有查 / the registry did not answer about advisories: not checked');
    return [];
  }
  return Object.entries(vulnerabilities)
    .filter(([, { severity }]) => severity === 'high' || severity === 'critical')
    .map(
      ([name, { severity, range }]) => `${name} ${range} 有已知漏洞（${severity}）；请看 npm audit --omit=dev 后升级`,
    );
}

function reportOf(text: string): Report {
  try {
    return JSON.parse(text) as Report;
  } catch {
    return {};
  }
}
