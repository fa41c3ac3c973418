/** A visitor's browser: a desktop or a phone, light or dark, and what must not happen on any page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';

export const SIZES = {
  desktop: { viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  phone: { viewport: { width: 390, height: 844 }, colorScheme: 'dark', hasTouch: true },
} as const;

export type Size = keyof typeof SIZES;

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface Visitor {
  readonly page: Page;
  /** What the browser complained about so far. */
  readonly complaints: readonly string[];
  /** Goes there and waits until the page has its heading and nothing is loading. */
  go(path: string): Promise<void>;
  /** Complaints that were meant to come are no complaints. */
  forgive(expected: RegExp): void;
  leave(): Promise<void>;
}

export async function visit(browser: Browser, url: string, size: Size): Promise<Visitor> {
  const context = await browser.newContext({
    ...SIZES[size],
    locale: 'zh-CN',
    acceptDownloads: true,
    reducedMotion: 'reduce',
  });
  // Only for what never comes: a busy machine may be slow.
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('blob:')) complaints.push(`asked ${request.url()}`);
  });
  return {
    page,
    complaints,
    go: async (path) => {
      await page.goto(url + path);
      await settled(page);
    },
    forgive: (expected) => {
      const others = complaints.filter((complaint) => !expected.test(complaint));
      complaints.splice(0, complaints.length, ...others);
    },
    leave: () => context.close(),
  };
}

export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('main h1, main .state-failed') !== null && document.querySelector('.spinner') === null,
  );
}

/** Waits for the page of the source beside what it is about. */
export async function pictureShown(page: Page): Promise<void> {
  await page.waitForFunction(() => (document.querySelector('.source img') as HTMLImageElement | null)?.naturalWidth);
}

/** No serious violation of the accessibility rules, nor one whose impact is not `borne`, and nothing wider than the screen. */
export async function expectAccessible(page: Page, borne: readonly string[] = ['minor', 'moderate']): Promise<void> {
  // The policy of the page holds for scripts that are added to it, not for what is evaluated from outside.
  await page.evaluate(AXE);
  const violations = await page.evaluate(async (borne) => {
    const { axe } = window as unknown as { axe: { run: (options: object) => Promise<{ violations: AxeViolation[] }> } };
    const found = await axe.run({ resultTypes: ['violations'] });
    return found.violations
      .filter(({ impact }) => !borne.includes(impact ?? ''))
      .map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map(({ html }) => html.slice(0, 160))
            .join(' | ')}`,
      );
  }, borne);
  expect(violations).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

/** Chinese words that an English page shows without telling that they are. */
export const untoldChinese = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const untold: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const of = node.parentElement!;
      const isRead = of.closest('script, noscript') === null;
      if (
        isRead &&
        /\p{Script=Han}/u.test(node.nodeValue!) &&
        !of.closest('[lang]')!.getAttribute('lang')!.startsWith('zh')
      )
        untold.push(node.nodeValue!);
    }
    return untold;
  });

interface AxeViolation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string }[];
}
