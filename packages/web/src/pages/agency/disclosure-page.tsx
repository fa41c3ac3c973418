/** Addresses by the numbers of this collection lead to the lasting ones. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { cache } from '../../api/cache.ts';
import { agency, agencyAt, disclosure } from '../../api/queries.ts';
import type { AgencyAnswer } from '../../api/types.ts';
import { Redirect } from '../../components/redirect.tsx';
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
        return <Redirect target={{ to: '/a/$region/$slug', params: agencyParams(answer.agency) }} />;
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
  const { latestLocation } = useRouter();
  return (
    <Answer of={useQuery(agency(agencyId))}>
      {(answer) => {
        const chosen = answer.disclosures.find((one) => one.id === id);
        if (!chosen) return <NotFound />;
        keep(answer);
        const { hash, search } = latestLocation;
        const target = {
          to: '/a/$region/$slug/$year/$kind',
          params: disclosureParams(answer.agency, chosen),
          search: { ...search, ...(chosen.isCurrent ? {} : { version: chosen.version }) },
          hash,
        };
        return <Redirect target={target} />;
      }}
    </Answer>
  );
}

/** What is known by number is known by address too. */
function keep(answer: AgencyAnswer): void {
  const { region, slug } = agencyParams(answer.agency);
  cache.setQueryData(agencyAt(region, slug).queryKey, answer);
}
