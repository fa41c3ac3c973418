import type { ExplanationSection } from '@mingsuan/core/disclosure';
import { AsPrinted } from '../../components/as-printed.tsx';
import { Card } from '../../components/card.tsx';
import { SourceLink } from '../../components/source/figure-link.tsx';
import { useText } from '../../i18n/index.tsx';
import { entryId } from './hash-place.ts';

export function Words({ sections }: { readonly sections: readonly ExplanationSection[] }) {
  const t = useText();
  return (
    <Card title={t('words.title')}>
      {sections.map(({ number, title, text, origin }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sections keep their order
        <section key={i} id={entryId('words', i)} className="words-section">
          <h3>
            <AsPrinted>{`${numbered(number)}${title}`}</AsPrinted>{' '}
            <SourceLink label={title} text={title} origin={origin} />
          </h3>
          {text.split('\n').map((paragraph, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs keep their order
            <p key={line} lang="zh-CN">
              {paragraph}
            </p>
          ))}
        </section>
      ))}
    </Card>
  );
}

/** `一` as `一、`; what prints its own sign, or is words such as 第一部分, stands by itself. */
function numbered(number: string | undefined): string {
  if (!number) return '';
  if (/[\d一二三四五六七八九十]$/.test(number)) return `${number}、`;
  return /[分章节]$/.test(number) ? `${number} ` : number;
}
