/** What changed and why, in the agency's own words; each sentence leads to its place. */
import { useQuery } from '@tanstack/react-query';
import { measures, story } from '../../api/queries.ts';
import { Card } from '../../components/card.tsx';
import { useNames } from '../../components/names.ts';
import { SourceLink } from '../../components/source/figure-link.tsx';
import { Answer, Nothing } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';

const FIRST = 4;

export function Story({ id }: { readonly id: number }) {
  const t = useText();
  const names = useNames();
  const known = useQuery(measures()).data ?? [];
  const nameOf = (measure: string | null) => {
    const found = known.find((one) => one.id === measure);
    return found && names.measure(found);
  };
  return (
    <Card title={t('story.title')} lead={t('story.lead')}>
      <Answer of={useQuery(story(id))} space={220}>
        {(sentences) =>
          sentences.length === 0 ? (
            <Nothing>{t('story.none')}</Nothing>
          ) : (
            <ul className="story">
              {sentences.slice(0, FIRST).map(({ measure, text, origin }) => (
                <li key={text}>
                  {nameOf(measure) && <strong>{nameOf(measure)}</strong>}
                  <q lang="zh-CN">{text}</q>
                  <SourceLink label={nameOf(measure) ?? text.slice(0, 12)} text="" origin={origin} />
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Card>
  );
}
