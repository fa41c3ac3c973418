/** Addresses by the numbers of this collection lead to the lasting ones. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate, useRouterState } from '@tanstack/react-router';
import { cache } from '../../api/cache.ts';
import { agency, agencyAt, disclosure } from '../../api/queries.ts';
import type { AgencyAnswer } from '../../api/types.ts';
import { Answer, NotFound } from '../../components/state.tsx';
import { agencyParams, disclosureParams } from './address.ts';

const ofAgency = getRouteApi('/agency/$id');
const ofDisclosure = getRouteApi('/disclosure/$id');

export function AgencyById() {
  const { id } = ofAgency.useParams();
  return (
    <Answer of={useQuery(agency(Number(id)))}>
      {(answer) => {
        keep(answer);
        return <Navigate to="/a/$region/$slug" params={agencyParams(answer.agency)} replace />;
      }}
    </Answer>
  );
}

export function DisclosureById() {
  const { id } = ofDisclosure.useParams();
  return (
    <Answer of={useQuery(disclosure(Number(id)))}>
      {(answer) => <OfAgency id={answer.id} agencyId={answer.agency.id} />}
    </Answer>
  );
}

function OfAgency({ id, agencyId }: { readonly id: number; readonly agencyId: number }) {
  const { hash, search } = useRouterState({ select: ({ location }) => location });
  return (
    <Answer of={useQuery(agency(agencyId))}>
      {(answer) => {
        const chosen = answer.disclosures.find((one) => one.id === id);
        if (!chosen) return <NotFound />;
        keep(answer);
        return (
          <Navigate
            to="/a/$region/$slug/$year/$kind"
            params={disclosureParams(answer.agency, chosen)}
            search={{ ...search, ...(chosen.isCurrent ? {} : { version: chosen.version }) } as never}
            hash={hash}
            replace
          />
        );
      }}
    </Answer>
  );
}

/** What is known by number is known by address too. */
function keep(answer: AgencyAnswer): void {
  const { region, slug } = agencyParams(answer.agency);
  cache.setQueryData(agencyAt(region, slug).queryKey, answer);
}
