/** An agency by its newest disclosure. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { agency } from '../../api/queries.ts';
import type { AgencyAnswer } from '../../api/types.ts';
import { Answer, Nothing } from '../../components/state.tsx';
import { useTitle } from '../../components/title.ts';
import { useText } from '../../i18n/index.tsx';
import { AgencyHead } from './agency-head.tsx';
import { DisclosureView } from './disclosure-view.tsx';
import { Units } from './units.tsx';
import '../../styles/agency.css';
import '../../styles/source.css';

const route = getRouteApi('/agency/$id');

export function AgencyPage() {
  const { id } = route.useParams();
  return <Answer of={useQuery(agency(Number(id)))}>{(answer) => <Newest answer={answer} />}</Answer>;
}

function Newest({ answer }: { readonly answer: AgencyAnswer }) {
  const t = useText();
  useTitle(answer.agency.name);
  const newest = answer.disclosures.find(({ isCurrent }) => isCurrent);
  if (newest) return <DisclosureView answer={answer} chosen={newest} />;
  return (
    <div className="agency">
      <AgencyHead answer={answer} />
      <Nothing>{t('agency.none')}</Nothing>
      <Units units={answer.units} />
    </div>
  );
}
