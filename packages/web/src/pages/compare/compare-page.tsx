/** Agencies × years × measures. The choice lives in the address. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { measures as allMeasures, compare } from '../../api/queries.ts';
import { Antd } from '../../components/antd.tsx';
import { Answer, Nothing } from '../../components/state.tsx';
import { useTitle } from '../../components/title.ts';
import { useText } from '../../i18n/index.tsx';
import { choiceOf } from './choice.ts';
import { Choices } from './choices.tsx';
import { useChosenAgencies } from './chosen-agencies.ts';
import { Compared } from './compared.tsx';
import '../../styles/compare.css';

const route = getRouteApi('/compare');
export function ComparePage() {
  const t = useText();
  const { ids, measures, years, stage, peers } = choiceOf(route.useSearch());
  const agencies = useChosenAgencies(ids);
  const known = useQuery(allMeasures());
  const answer = useQuery({
    ...compare(ids, measures, years, stage, peers),
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
  });
  useTitle(
    t('compare.title'),
    agencies
      .map(({ name }) => name)
      .join('、')
      .slice(0, 60),
  );
  return (
    <>
      <div className="page-head">
        <h1>{t('compare.title')}</h1>
        <p className="lead">{t('compare.lead')}</p>
      </div>
      <Antd>
        <Choices
          agencies={agencies}
          measures={measures}
          years={years}
          stage={stage}
          peers={peers ?? ''}
          known={known.data ?? []}
        />
      </Antd>
      {ids.length === 0 ? (
        <Nothing>{t('compare.start')}</Nothing>
      ) : (
        <Answer of={answer}>
          {(comparison) =>
            comparison.rows.length === 0 ? (
              <Nothing>{t('compare.noRows')}</Nothing>
            ) : (
              <Compared comparison={comparison} agencies={agencies} measures={measures} known={known.data ?? []} />
            )
          }
        </Answer>
      )}
    </>
  );
}
