/**
 * The styles of the antd components in use, light and dark, as one static sheet: `import 'virtual:antd.css'`.
 * Made at build time, so that the browser injects no <style> and the content security policy can be `style-src 'self'`.
 */
import { createCache, extractStyle, StyleProvider } from '@ant-design/cssinjs';
import { ConfigProvider } from 'antd';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import type { Plugin } from 'vite';
import { SAMPLES } from '../src/styles/antd-samples.ts';
import { themeOf } from '../src/styles/antd-theme.ts';

const NAME = 'virtual:antd.css';
const RESOLVED = '\0antd.css';

export function antdStyles(): string {
  const cache = createCache();
  for (const mode of ['light', 'dark'] as const) {
    const page = createElement(ConfigProvider, { theme: { ...themeOf(mode), zeroRuntime: false } }, ...SAMPLES);
    renderToString(createElement(StyleProvider, { cache }, page));
  }
  return `@layer antd{${extractStyle(cache, true)}}`;
}

export const antdCss = (): Plugin => ({
  name: 'antd-css',
  resolveId: (id) => (id === NAME ? RESOLVED : undefined),
  load: (id) => (id === RESOLVED ? antdStyles() : undefined),
});
