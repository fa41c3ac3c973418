/**
 * The portal: sets up, builds the pages, starts the server and opens the browser where there is one. With CI=true it only
 * shows that all of this works: starts, asks how the server is, and stops it.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { latestChange, modifiedAt, node, root, say } from './lib.mjs';
import { setup } from './setup.mjs';

const WEB = join(root, 'packages/web');
const CONFIG = join(WEB, 'vite.config.ts');
const CI = process.env.CI === 'true';

setup();
buildPages();
const server = spawn(process.execPath, [join(root, 'packages/server/dist/main.js')], {
  cwd: root,
  env: { LOG_LEVEL: 'warn', ...process.env },
  stdio: ['ignore', 'pipe', 'inherit'],
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (status) => {
  process.exitCode = status ?? 1;
});
const url = await address();
if (url && CI) await tryOut();
else if (url) openBrowser();

function buildPages() {
  const sources = ['src', 'build', 'public', '../core/src'].map((name) => latestChange(join(WEB, name)));
  const changed = Math.max(...sources, modifiedAt(CONFIG), modifiedAt(join(WEB, 'index.html')));
  if (modifiedAt(join(WEB, 'dist/index.html')) > changed) return;
  say('构建网页', 'building the pages');
  const { status } = node([join(root, 'node_modules/vite/bin/vite.js'), 'build', '--config', CONFIG, WEB], {
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (status !== 0) process.exit(1);
}

/** What the server says it is at; undefined where it ended before it said anything. */
function address() {
  return new Promise((resolve) => {
    let text = '';
    server.stdout.on('data', (chunk) => {
      process.stdout.write(chunk);
      text += chunk;
      const found = /https?:\/\/\S+/.exec(text);
      if (found) resolve(found[0]);
    });
    server.on('exit', () => resolve(undefined));
  });
}

async function tryOut() {
  const health = await fetch(`${url}/health`);
  const page = await fetch(url);
  console.log(`${await health.text()}\n/ ${page.status}`);
  server.removeAllListeners('exit');
  server.on('exit', (status) => {
    process.exitCode = health.ok && page.ok ? (status ?? 1) : 1;
  });
  server.kill('SIGTERM');
}

function openBrowser() {
  say('按 Ctrl+C 停止', 'press Ctrl+C to stop');
  const hasScreen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!process.stdout.isTTY || !hasScreen) return;
  const [command, ...args] = { darwin: ['open', url], win32: ['cmd', '/c', 'start', '', url] }[process.platform] ?? [
    'xdg-open',
    url,
  ];
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
