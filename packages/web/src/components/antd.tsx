/** What antd's components need around them: our theme and language. Only pages that use one load it. */
import { StyleProvider } from '@ant-design/cssinjs';
import ConfigProvider from 'antd/es/config-provider';
import enUS from 'antd/es/locale/en_US';
import zhCN from 'antd/es/locale/zh_CN';
import type { ReactNode } from 'react';
import { useLanguage } from '../i18n/index.tsx';
import { useAppearance } from '../shell/appearance.tsx';
import { themeOf } from '../styles/antd-theme.ts';
import 'virtual:antd.css';

/**
 * antd's own styles go into an element that is never shown: the pages have them from the static sheet, and a strict
 * content security policy would refuse them in the document.
 */
const NOWHERE = document.createElement('div');

export function Antd({ children }: { readonly children: ReactNode }) {
  const { mode } = useAppearance();
  const { language } = useLanguage();
  return (
    <StyleProvider container={NOWHERE}>
      <ConfigProvider theme={themeOf(mode)} locale={language === 'zh' ? zhCN : enUS} wave={{ disabled: true }}>
        {children}
      </ConfigProvider>
    </StyleProvider>
  );
}
