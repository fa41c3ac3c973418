/** The browser that walks through the pages: Debian's, installed where it is missing and this user may. */
import { existsSync } from 'node:fs';
import { run, say } from './lib.mjs';

const PLACES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'];
const PACKAGES = ['chromium', 'fonts-noto-cjk'];

export function installChromium() {
  if (PLACES.some((path) => path && existsSync(path))) return;
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) {
    say('没有 chromium，网页不在浏览器里测试', 'no chromium: the pages are not tested in a browser');
    return;
  }
  say('安装 chromium', 'installing chromium');
  const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  run('apt-get', ['update'], quiet);
  const { status } = run('apt-get', ['install', '-y', '--no-install-recommends', ...PACKAGES], quiet);
  if (status !== 0) say('chromium 没有装成，网页不在浏览器里测试', 'chromium could not be installed');
}
