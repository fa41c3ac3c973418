/** The two languages of the pages. Names that documents print stay as printed. */
import { filled, LANGUAGES, type Language, textsIn } from '@mingsuan/core/language';
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { recall, remember } from '../remember.ts';
import { markChinese } from './chinese.ts';
import { MESSAGES } from './messages/index.ts';

const TEXTS = { zh: textsIn(MESSAGES, 'zh'), en: textsIn(MESSAGES, 'en') };

export type TextKey = keyof typeof MESSAGES;
export type { Language };
export type Text = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

/** The English name of what a classification calls so in Chinese; undefined where it has none. */
export type EnglishOf = (name: string) => string | undefined;

interface LanguageState {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  readonly t: Text;
  /** Knows nothing in Chinese, nor before the list has come. */
  readonly englishOf: EnglishOf;
}

const NONE: EnglishOf = () => undefined;

const LanguageContext = createContext<LanguageState | undefined>(undefined);

export const textIn =
  (language: Language): Text =>
  (key, values = {}) =>
    filled(TEXTS[language][key], values);

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(firstLanguage);
  useEffect(() => {
    const lang = language === 'zh' ? 'zh-CN' : 'en';
    // The server described the page in the language of its address.
    if (document.documentElement.lang !== lang) describe(textIn(language)('app.description'));
    document.documentElement.lang = lang;
    remember('language', language);
    return language === 'en' ? markChinese(document.body) : undefined;
  }, [language]);
  const englishOf = useEnglishOf(language);
  const state = useMemo(() => ({ language, setLanguage, t: textIn(language), englishOf }), [language, englishOf]);
  return <LanguageContext value={state}>{children}</LanguageContext>;
}

/** The language of an address (`?lang=en`), which whoever sent it chose, else the one that was chosen here. */
const firstLanguage = (): Language =>
  LANGUAGES.find((one) => one === new URLSearchParams(location.search).get('lang')) ??
  (recall('language') === 'en' ? 'en' : 'zh');

const describe = (text: string): void =>
  document.querySelector('meta[name="description"]')?.setAttribute('content', text);

/** The list of names comes when English is first chosen; without it names stay in Chinese. */
function useEnglishOf(language: Language): EnglishOf {
  const [known, setKnown] = useState<EnglishOf>(() => NONE);
  useEffect(() => {
    if (language !== 'en') return;
    import('@mingsuan/core/classification/english').then(
      ({ englishName }) => setKnown(() => englishName),
      () => undefined,
    );
  }, [language]);
  return language === 'en' ? known : NONE;
}

export function useLanguage(): LanguageState {
  const state = use(LanguageContext);
  if (!state) throw new Error('useLanguage outside LanguageProvider');
  return state;
}

export const useText = (): Text => useLanguage().t;
