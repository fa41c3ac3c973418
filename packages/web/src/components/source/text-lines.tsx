/** Where a text file says it: the line with its neighbours, the words in question marked. */
import { useQuery } from '@tanstack/react-query';
import { sourceText } from '../../api/queries.ts';
import { useText } from '../../i18n/index.tsx';
import { Answer } from '../state.tsx';

const AROUND = 4;

interface Props {
  readonly document: number;
  /** Counted from one. */
  readonly line: number;
  readonly text: string;
}

export function TextLines({ document, line, text }: Props) {
  const t = useText();
  const answer = useQuery(sourceText(document));
  return (
    <Answer of={answer}>
      {(lines) => {
        const first = Math.max(1, line - AROUND);
        return (
          <section
            className="source-lines"
            aria-label={t('source.line', { line })}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
            tabIndex={0}
          >
            <ol start={first}>
              {lines.slice(first - 1, line + AROUND).map((content, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines keep their order
                <li key={i} value={first + i} className={first + i === line ? 'chosen' : undefined}>
                  {first + i === line ? <WithMark content={content} text={text} /> : content}
                </li>
              ))}
            </ol>
          </section>
        );
      }}
    </Answer>
  );
}

function WithMark({ content, text }: { readonly content: string; readonly text: string }) {
  const at = text === '' ? -1 : content.indexOf(text);
  if (at < 0) return content;
  return (
    <>
      {content.slice(0, at)}
      <mark>{text}</mark>
      {content.slice(at + text.length)}
    </>
  );
}
