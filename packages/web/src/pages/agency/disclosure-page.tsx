/** One disclosure under its own address: what a link to a year, a stage and a version leads to. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { agency, disclosure } from '../../api/queries.ts';
import { Answer, NotFound } from '../../components/state.tsx';
import { useTitle } from '../../components/title.ts';
import { whenOf } from '../../components/when.ts';
import { useText } from '../../i18n/index.tsx';
import { DisclosureView } from './disclosure-view.tsx';
import '../../styles/agency.css';
import '../../styles/source.css';

const route = getRouteApi('/disclosure/$id');

export function DisclosurePage() {
  const { id } = route.useParams();
  return (
    <Answer of={useQuery(disclosure(Number(id)))}>
      {(answer) => <OfAgency id={answer.id} agencyId={answer.agency.id} />}
    </Answer>
  );
}

function OfAgency({ id, agencyId }: { readonly id: number; readonly agencyId: number }) {
  const t = useText();
  const answer = useQuery(agency(agencyId));
  const chosen = answer.data?.disclosures.find((one) => one.id === id);
  useTitle(answer.data?.agency.name ?? '', chosen ? whenOf(t, chosen.year, chosen.stage) : '');
  return (
    <Answer of={answer}>
      {(whole) => (chosen ? <DisclosureView answer={whole} chosen={chosen} /> : <NotFound />)}
    </Answer>
  );
}
