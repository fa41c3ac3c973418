import { useState } from 'react';
import type { Comparison, Measure } from '../../api/types.ts';
import { useNames } from '../../components/names.ts';
import { UnitSwitch } from '../../components/scale.tsx';
import { useText } from '../../i18n/index.tsx';
import type { ChosenAgency } from './chosen-agencies.ts';
import { csvOf } from './csv.ts';
import { MeasureCard } from './measure-card.tsx';
import { Outliers } from './outliers.tsx';

interface Props {
  readonly comparison: Comparison;
  readonly agencies: readonly ChosenAgency[];
  readonly measures: readonly string[];
  readonly known: readonly Measure[];
}

export function Compared({ comparison, agencies, measures, known }: Props) {
  const t = useText();
  const names = useNames();
  const [copied, setCopied] = useState(false);
  const nameOf = (measure: string) => {
    const found = known.find(({ id }) => id === measure);
    return found ? names.measure(found) : measure;
  };
  const copy = async () => {
    await navigator.clipboard.writeText(location.href);
    setCopied(true);
  };
  const download = () => {
    const url = URL.createObjectURL(new Blob([csvOf(t, comparison, agencies, nameOf)], { type: 'text/csv' }));
    const link = Object.assign(document.createElement('a'), { href: url, download: 'mingsuan-compare.csv' });
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <>
      <p className="actions compare-actions">
        <button type="button" className="button" onClick={download}>
          {t('compare.csv')}
        </button>
        <button type="button" className="button" onClick={() => void copy()}>
          {t(copied ? 'compare.copied' : 'compare.copy')}
        </button>
        <UnitSwitch />
      </p>
      <div className="measures">
        <Outliers comparison={comparison} agencies={agencies} nameOf={nameOf} />
        {measures
          .filter((measure) => comparison.rows.some((row) => row.measure === measure))
          .map((measure) => (
            <MeasureCard
              key={measure}
              measure={measure}
              name={nameOf(measure)}
              comparison={comparison}
              agencies={agencies}
            />
          ))}
      </div>
    </>
  );
}
