import { useLanguage } from '../i18n/index.tsx';

/** Chinese words in a row, with the marks and figures between them. */
const CHINESE = /([《（“]?\p{Script=Han}(?:[\p{Script=Han}\p{P}\p{N}]*[\p{Script=Han}）》”])?)/u;

/** Words that stay as a document prints them, or names, among those of an English page: told to be Chinese, so that it is read aloud rightly. */
export function AsPrinted({ children }: { readonly children: string }) {
  const { language } = useLanguage();
  if (language === 'zh' || !/\p{Script=Han}/u.test(children)) return children;
  if (!/\s[a-z]{2}|[a-z]{2}\s/i.test(children)) return <span lang="zh-CN">{children}</span>;
  return children.split(CHINESE).map((part, i) =>
    i % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places
      <span key={i} lang="zh-CN">
        {part}
      </span>
    ),
  );
}
