/** What stands apart from peers of the same kind, each said in a sentence with its reason. */

import { FEWEST_PEERS } from '@mingsuan/core/vocabulary/index';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Comparison } from '../../api/types.ts';
import { AgencyName } from '../../components/agency-name.tsx';
import { Card } from '../../components/card.tsx';
import { useText } from '../../i18n/index.tsx';
import type { ChosenAgency } from './chosen-agency.ts';
import { enough, outliersOf, usualRange } from './judge.ts';
import { told, useMeasured } from './measured.ts';
import { usePeerName } from './peer-names.ts';

const FIRST = 10;

interface Props {
  readonly comparison: Comparison;
  readonly agencies: readonly ChosenAgency[];
  readonly nameOf: (measure: string) => string;
}

export function Outliers({ comparison, agencies, nameOf }: Props) {
  const t = useText();
  const measured = useMeasured(comparison.by);
  const peerName = usePeerName();
  const [all, setAll] = useState(false);
  const found = outliersOf(comparison, agencies);
  const judged = comparison.peers.some(enough);
  const unlike = agencies.filter(({ kind }) => kind === null).map(({ name }) => name);
  return (
    <Card title={t('compare.outliers')} lead={t('compare.outlier', { count: FEWEST_PEERS })}>
      {found.length === 0 ? (
        <p>{t(judged ? 'compare.outliersNone' : 'compare.outliersFew', { count: FEWEST_PEERS })}</p>
      ) : (
        <ul className="outliers">
          {(all ? found : found.slice(0, FIRST)).map(({ agency, figure, standing, peers }) => {
            const [from, to] = usualRange(peers);
            return (
              <li key={`${agency.id} ${figure.measure} ${figure.year} ${figure.stage}`}>
                <span className="tag tag-warning">{t(`compare.${standing}`)}</span>{' '}
                <Link to="/disclosure/$id" params={{ id: String(figure.disclosureId) }}>
                  <AgencyName title={agency.name} />
                </Link>{' '}
                {t(`compare.${standing}Because`, {
                  year: figure.year,
                  stage: t(`stage.${figure.stage}`),
                  measure: nameOf(figure.measure),
                  amount: told(measured, figure.value!),
                  limit: told(measured, standing === 'high' ? to : from),
                  median: told(measured, peers.median),
                  count: peers.count,
                  peers: peerName(peers),
                })}
              </li>
            );
          })}
        </ul>
      )}
      {unlike.length > 0 && comparison.peers.every(({ kind }) => kind !== null) && (
        <p className="faint small">{t('compare.noKind', { names: unlike.join(t('list.comma')) })}</p>
      )}
      {!all && found.length > FIRST && (
        <p className="more">
          <button type="button" className="button" onClick={() => setAll(true)}>
            {t('action.more', { count: found.length })}
          </button>
        </p>
      )}
    </Card>
  );
}
