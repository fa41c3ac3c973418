/** Makes a fresh clone ready: installs the locked dependencies and builds, each only where it is due. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { latestChange, modifiedAt, node, npm, root, say } from './lib.mjs';

const LOCK = join(root, 'package-lock.json');
const INSTALLED = join(root, 'node_modules/.package-lock.json');
/** Remembers which lock file the dependencies were installed from: a checkout may touch the file and not change it. */
const STAMP = join(root, 'node_modules/.mingsuan-setup');
const BUILT = ['cli', 'server'].map((name) => join(root, 'packages', name, 'dist/main.js'));

export function setup() {
  install();
  build();
}

function install() {
  const lock = createHash('sha256').update(readFileSync(LOCK)).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return;
  if (modifiedAt(INSTALLED) < modifiedAt(LOCK)) {
    say('安装依赖', 'installing dependencies');
    const { status } = npm(['ci', '--no-audit', '--no-fund']);
    if (status !== 0) {
      console.error(
        '依赖没有装成，请检查网络和 npm 的设置后再试 / npm ci failed: check the network and the npm settings',
      );
      process.exit(1);
    }
  }
  writeFileSync(STAMP, lock);
}

/** The programs, where their sources have changed since they were built. */
export function build() {
  const sources = ['core', 'documents', 'store', 'server', 'cli'].map((name) =>
    latestChange(join(root, 'packages', name, 'src')),
  );
  const scripts = ['build.mjs', 'prebuilt.ts'].map((name) => modifiedAt(join(root, 'scripts', name)));
  const changed = Math.max(...sources, ...scripts);
  if (BUILT.every((built) => modifiedAt(built) > changed)) return;
  if (node([join(root, 'scripts/build.mjs')]).status !== 0) process.exit(1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  setup();
  say('准备好了：npx mingsuan --help', 'ready: npx mingsuan --help');
}
