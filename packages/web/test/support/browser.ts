/** The browser that tests look at pages with: Debian's chromium, where there is one. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

export const CHROMIUM = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  (path) => path !== undefined && existsSync(path),
);

/** The suggestions below its address line are pages of their own that cost each window three times what the tested page does. */
const NOT_SHOWN = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'];

let launched: Promise<Browser> | undefined;

/** The browser of this process, launched at the first call: it ends with the process. What a file opened, it closes with `closeWindows`. */
export function openBrowser(): Promise<Browser> {
  launched ??= chromium.launch({
    executablePath: CHROMIUM!,
    args: ['--no-sandbox', '--disable-dev-shm-usage', `--disable-features=${NOT_SHOWN.join(',')}`],
  });
  return launched;
}

/** Closes all that is open in the browser of this process. */
export async function closeWindows(): Promise<void> {
  const browser = await launched;
  await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
}
