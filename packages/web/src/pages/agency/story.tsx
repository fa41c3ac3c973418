/** What changed and why, in the agency's own words; each sentence leads to its place. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { measures, story } from '../../api/queries.ts';
import { Card } from '../../components/card.tsx';
import { useNames } from '../../components/names.ts';
import { SourceLink } from '../../components/source/figure-link.tsx';
import { Answer, Nothing } from '../../components/state.tsx';
import { useNarrow } from '../../components/use-narrow.ts';
import { useText } from '../../i18n/index.tsx';

/** So many sentences, and so many characters of each before the reader asks for the others; fewer left over are not worth asking for. */
const WIDE = { first: 4, characters: 110 };
const NARROW = { first: 3, characters: 50 };
const REST = 30;

export function Story({ id }: { readonly id: number }) {
  const t = useText();
  const names = useNames();
  const limits = useNarrow() ? NARROW : WIDE;
  const known = useQuery(measures()).data ?? [];
  const nameOf = (measure: string | null) => {
    const found = known.find((one) => one.id === measure);
    return found && names.measure(found);
  };
  return (
    <Card title={t('story.title')} lead={<span className="wide-only">{t('story.lead')}</span>}>
      <Answer of={useQuery(story(id))} space={220}>
        {(sentences) =>
          sentences.length === 0 ? (
            <Nothing>{t('story.none')}</Nothing>
          ) : (
            <ul className="story">
              {sentences.slice(0, limits.first).map(({ measure, text, origin }) => (
                <li key={text}>
                  {nameOf(measure) && <strong>{nameOf(measure)}</strong>}
                  <Quote text={text} most={limits.characters} />
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

/** A sentence as it is printed; a long one goes on when it is asked to. */
function Quote({ text, most }: { readonly text: string; readonly most: number }) {
  const t = useText();
  const [asked, setAsked] = useState(false);
  const whole = asked || text.length <= most + REST;
  return (
    <>
      <q lang="zh-CN">{whole ? text : `${text.slice(0, most)}……`}</q>
      {!whole && (
        <button type="button" className="link-button small" onClick={() => setAsked(true)}>
          {t('story.more')}
        </button>
      )}{' '}
    </>
  );
}
