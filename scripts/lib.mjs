/** What the scripts share: they work from any folder, speak both languages, and name no path of this machine. */
import '../packages/cli/bin/needs-node.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

export function say(zh, en) {
  console.log(`· ${zh} / ${en}`);
}

/** Runs a command in the project and gives its exit status; `options.stdio` is inherited unless told. */
export function run(command, args, options = {}) {
  const { status, error, stdout } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (error) console.error(`${command}: ${error.message}`);
  return { status: status ?? 1, stdout };
}

export function npm(args) {
  // Under `npm run` the very same npm runs again; npm.cmd cannot be started without a shell.
  const self = process.env.npm_execpath;
  return self?.endsWith('.js')
    ? run(process.execPath, [self, ...args])
    : run('npm', args, { shell: process.platform === 'win32' });
}

/** A program of a dependency, run with this Node. */
export function node(args, options) {
  return run(process.execPath, args, options);
}

export function modifiedAt(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}

/** The latest change of any file under `folder`. */
export function latestChange(folder) {
  if (!existsSync(folder)) return 0;
  return Math.max(
    0,
    ...readdirSync(folder, { withFileTypes: true }).map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === 'node_modules' || entry.name === 'dist' ? 0 : latestChange(path);
      return statSync(path).mtimeMs;
    }),
  );
}
