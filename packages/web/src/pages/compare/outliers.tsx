/** What stands apart from peers of the same kind, each said in a sentence with its reason. */

import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Comparison } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { useScale } from '../../components/scale.tsx';

import { useText } from '../../i18n/index.tsx';
import type { ChosenAgency } from './chosen-agencies.ts';
import { enough, FEWEST_PEERS, outliersOf, usualRange } from './judge.ts';

const FIRST = 10;

interface Props {
  readonly comparison: Comparison;
  readonly agencies: readonly ChosenAgency[];
  readonly nameOf: (measure: string) => string;
}

export function Outliers({ comparison, agencies, nameOf }: Props) {
  const t = useText();
  const { format } = useScale();
  const [all, setAll] = useState(false);
  const found = outliersOf(comparison, agencies);
  const judged = comparison.peers.some(enough);
  return (
    <Card title={t('compare.outliers')} lead={t('compare.outlier', { count: FEWEST_PEERS })}>
      {found.length === 0 ? (
        <p>{t(judged ? 'compare.outliersNone' : 'compare.outliersFew', { count: FEWEST_PEERS })}</p>
      ) : (
        <ul className="outliers">
          {(all ? found : found.slice(0, FIRST)).map(({ agency, figure, standing, peers }) => {
            const [from, to] = usualRange(peers);
            return (
              <li key={`${agency.id} ${figure.measure} ${figure.year}`}>
                <span className="tag tag-warning">{t(`compare.${standing}`)}</span>{' '}
                <Link to="/disclosure/$id" params={{ id: String(figure.disclosureId) }}>
                  {agency.name}
                </Link>{' '}
                {t(`compare.${standing}Because`, {
                  year: figure.year,
                  measure: nameOf(figure.measure),
                  amount: format(figure.fen),
                  limit: format(standing === 'high' ? to : from),
                  median: format(peers.median),
                  count: peers.count,
                  level: t(`level.${peers.level}`),
                })}
              </li>
            );
          })}
        </ul>
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
