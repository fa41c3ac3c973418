/** Agencies × years or phases × measures. The choice lives in the address. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { measures as allMeasures, compare } from '../../api/queries.ts';
import { Antd } from '../../components/antd.tsx';
import { Answer, Nothing } from '../../components/state.tsx';
import { useTitle } from '../../components/title.ts';
import { useText } from '../../i18n/index.tsx';
import { type Choice, choiceOf } from './choice.ts';
import { Choices } from './choices.tsx';
import { type ChosenAgency, chosenAgency, nameInAddress } from './chosen-agency.ts';
import { Compared } from './compared.tsx';
import '../../styles/compare.css';

const route = getRouteApi('/compare');

export function ComparePage() {
  const t = useText();
  const choice = choiceOf(route.useSearch());
  const known = useQuery(allMeasures());
  const answer = useQuery({
    ...compare(choice),
    enabled: choice.agencies.length > 0,
    placeholderData: keepPreviousData,
  });
  const agencies = useMemo(() => answer.data?.agencies.map(chosenAgency) ?? [], [answer.data]);
  useLastingAddress(choice, answer.isPlaceholderData ? [] : agencies);
  useTitle(
    t('compare.title'),
    agencies
      .map(({ name }) => name)
      .join(t('list.comma'))
      .slice(0, 60),
  );
  return (
    <>
      <div className="page-head">
        <h1>{t('compare.title')}</h1>
        <p className="lead">{t('compare.lead')}</p>
      </div>
      <Antd>
        <Choices choice={choice} agencies={shownOf(choice, agencies)} known={known.data ?? []} />
      </Antd>
      {choice.agencies.length === 0 ? (
        <Nothing>{t('compare.start')}</Nothing>
      ) : (
        <Answer of={answer}>
          {(comparison) =>
            comparison.rows.length === 0 ? (
              <Nothing>{t('compare.noRows')}</Nothing>
            ) : (
              <Compared comparison={comparison} agencies={agencies} choice={choice} known={known.data ?? []} />
            )
          }
        </Answer>
      )}
    </>
  );
}

/** What the list of chosen agencies shows: those of the address, by the names in it until more is known. */
const shownOf = (
  { agencies: asked }: Choice,
  known: readonly ChosenAgency[],
): readonly Pick<ChosenAgency, 'publicId' | 'name' | 'region' | 'regionName'>[] =>
  asked.map(
    (publicId) =>
      known.find((one) => one.publicId === publicId || String(one.id) === publicId) ?? {
        publicId,
        name: nameInAddress(publicId),
        region: null,
        regionName: null,
      },
  );

/** An address by the numbers of this collection becomes one by names. */
function useLastingAddress({ agencies: asked }: Choice, agencies: readonly ChosenAgency[]): void {
  const navigate = route.useNavigate();
  const lasting = agencies.map(({ publicId }) => publicId).join(',');
  useEffect(() => {
    if (lasting === '' || asked.join(',') === lasting || !asked.some((one) => /^\d+$/.test(one))) return;
    void navigate({ search: (old) => ({ ...old, agencies: lasting }), replace: true, resetScroll: false });
  }, [asked, lasting, navigate]);
}
