/** An agency under its lasting address, by the year and kind that the address names, else by its newest disclosure. */
import { withdrawalNotice } from '@mingsuan/core/model/withdrawal';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ApiError } from '../../api/client.ts';
import { agencyAt, withdrawnOf } from '../../api/queries.ts';
import type { AgencyAnswer, AgencyDisclosure } from '../../api/types.ts';
import { useNames } from '../../components/names.ts';
import { Redirect } from '../../components/redirect.tsx';
import { Answer, Failed, NotFound, Nothing } from '../../components/state.tsx';
import { useTitle } from '../../components/title.ts';
import { whenOf } from '../../components/when.ts';
import { useLanguage, useText } from '../../i18n/index.tsx';
import { agencyParams, disclosureAt, disclosureParams } from './address.ts';
import { AgencyHead } from './agency-head.tsx';
import { DisclosureView } from './disclosure-view.tsx';
import { Units } from './units.tsx';
import '../../styles/agency.css';
import '../../styles/source.css';

const whole = getRouteApi('/a/$region/$slug');
const dated = getRouteApi('/a/$region/$slug/$year/$kind');

export function AgencyPage() {
  const { region, slug } = whole.useParams();
  return (
    <Answer of={useQuery(agencyAt(region, slug))}>
      {(answer) => <View answer={answer} chosen={answer.disclosures.find(({ isCurrent }) => isCurrent)} />}
    </Answer>
  );
}

export function DatedPage() {
  const { region, slug, year, kind } = dated.useParams();
  const { version } = dated.useSearch();
  return (
    <Answer of={useQuery(agencyAt(region, slug))}>
      {(answer) => {
        const { agency } = answer;
        const chosen = disclosureAt(answer.disclosures, year, kind, version);
        if (!chosen) return <Missing agency={agency.id} year={year} kind={kind} />;
        // A name that it went by before leads to the one that it has.
        return agencyParams(agency).slug === slug && agencyParams(agency).region === region ? (
          <View answer={answer} chosen={chosen} />
        ) : (
          <Redirect target={{ to: '/a/$region/$slug/$year/$kind', params: disclosureParams(agency, chosen) }} />
        );
      }}
    </Answer>
  );
}

interface MissingProps {
  readonly agency: number;
  readonly year: string;
  readonly kind: string;
}

/** Nothing was ever there, or what was there was taken back. */
function Missing({ agency, year, kind }: MissingProps) {
  return (
    <Answer of={useQuery(withdrawnOf(agency))}>
      {(texts) => {
        const gone = texts.find((one) => String(one.year ?? 'unknown') === year && one.stage === kind);
        return gone ? <Failed error={new ApiError(410, '', gone)} /> : <NotFound />;
      }}
    </Answer>
  );
}

/** Why an agency has nothing here: each text that was taken back, or that none ever came. */
function NothingLeft({ agency }: { readonly agency: number }) {
  const { t, language } = useLanguage();
  return (
    <Answer of={useQuery(withdrawnOf(agency))}>
      {(texts) =>
        texts.length === 0 ? (
          <Nothing>{t('agency.none')}</Nothing>
        ) : (
          <ul className="plain-list">
            {texts.map((one) => (
              <li key={`${one.year} ${one.stage} ${one.at}`}>
                {t('text.labelled', { label: whenOf(t, one.year, one.stage), text: withdrawalNotice(one, language) })}
              </li>
            ))}
          </ul>
        )
      }
    </Answer>
  );
}

function View({ answer, chosen }: { readonly answer: AgencyAnswer; readonly chosen: AgencyDisclosure | undefined }) {
  const t = useText();
  useTitle(useNames().agency(answer.agency.title), chosen ? whenOf(t, chosen.year, chosen.stage) : '');
  if (chosen) return <DisclosureView answer={answer} chosen={chosen} />;
  return (
    <div className="agency">
      <AgencyHead answer={answer} />
      <NothingLeft agency={answer.agency.id} />
      <Units units={answer.units} />
    </div>
  );
}
