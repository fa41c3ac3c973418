import { useLanguage } from '../../i18n/index.tsx';

/** A moment as the reader's place writes it. */
export function useMoment(): (at: string) => string {
  const { language } = useLanguage();
  return (at) => new Date(at).toLocaleString(language === 'zh' ? 'zh-CN' : 'en');
}
