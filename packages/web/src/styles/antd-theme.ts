/** One theme for antd's components and our own sheet (tokens.css): the same colours, the same corners. */
import type { ThemeConfig } from 'antd';
import { theme } from 'antd';

import type { Mode } from '../shell/appearance.tsx';

const FONT = 'var(--sans)';

const SEEDS: Readonly<Record<Mode, ThemeConfig['token']>> = {
  light: {
    colorPrimary: '#1f4a72',
    colorLink: '#1f4a72',
    colorError: '#a8321f',
    colorTextBase: '#1b2530',
    colorBgBase: '#ffffff',
    colorBorder: '#8a94a0',
    colorTextPlaceholder: '#667180',
    colorTextDescription: '#566170',
  },
  dark: {
    colorPrimary: '#7fb2e0',
    colorLink: '#7fb2e0',
    colorError: '#f0897a',
    colorTextBase: '#e8ebee',
    colorBgBase: '#12171d',
    colorBgContainer: '#1a2028',
    colorBgElevated: '#222a34',
    colorBorder: '#6d7886',
    colorTextPlaceholder: '#97a2ae',
    colorTextDescription: '#a4aeb9',
    colorTextLightSolid: '#10202f',
  },
};

/** `cssVar.key` is the class under which the static sheet holds the values. */
export const themeOf = (mode: Mode): ThemeConfig => ({
  algorithm: mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
  hashed: false,
  zeroRuntime: true,
  cssVar: { key: `ms-${mode}` },
  token: { ...SEEDS[mode], borderRadius: 6, fontFamily: FONT, fontSize: 15, controlHeight: 36, motion: false },
});
