/** Agencies × years × measures. The choice lives in the address. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { measures as allMeasures, compare } from '../../api/queries.ts';
import { Antd } from '../../components/antd.tsx';
import { Answer, Nothing } from '../../components/state.tsx';
import { useTitle } from '../../components/title.ts';
import { useText } from '../../i18n/index.tsx';
import { Choices } from './choices.tsx';
import { useChosenAgencies } from './chosen-agencies.ts';
import { Compared } from './compared.tsx';
import '../../styles/compare.css';

const route = getRouteApi('/compare');
const USUAL = ['expenditure', 'basic', 'project', 'three-publics'];

const split = (list: string | undefined): readonly string[] => (list ? list.split(',') : []);

export function ComparePage() {
  const t = useText();
  const search = route.useSearch();
  const ids = split(search.agencies).map(Number);
  const measures = search.measures ? split(search.measures) : USUAL;
  const years = split(search.years).map(Number);
  const stage = search.stage ?? 'budget';
  const agencies = useChosenAgencies(ids);
  const known = useQuery(allMeasures());
  const answer = useQuery({
    ...compare(ids, measures, years, stage, search.peers || undefined),
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
          peers={search.peers ?? ''}
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
