import { STAGES } from '@mingsuan/core/model/document-kinds';
import { useMemo, useState } from 'react';
import type { Comparison, Measure, Phase } from '../../api/types.ts';
import { useNames } from '../../components/names.ts';
import { saveAs } from '../../components/save.ts';
import { UnitSwitch } from '../../components/scale.tsx';
import { useText } from '../../i18n/index.tsx';
import type { Choice } from './choice.ts';
import type { ChosenAgency } from './chosen-agency.ts';
import { csvOf } from './csv.ts';
import { MeasureCard, type Slot } from './measure-card.tsx';
import { Outliers } from './outliers.tsx';

interface Props {
  readonly comparison: Comparison;
  readonly agencies: readonly ChosenAgency[];
  readonly choice: Choice;
  readonly known: readonly Measure[];
}

/** In the order of a year. */
const PHASES: readonly Phase[] = [STAGES[0]!, 'adjusted', ...STAGES.slice(1)];

export function Compared({ comparison, agencies, choice, known }: Props) {
  const t = useText();
  const names = useNames();
  const [copied, setCopied] = useState(false);
  const { rows, by, base } = comparison;
  const years = useMemo(() => [...new Set(rows.map(({ year }) => year))].sort((a, b) => a - b), [rows]);
  const [chosenYear, chooseYear] = useState<number>();
  const year = years.find((one) => one === chosenYear) ?? yearOfPhases(rows, years);
  const ofPhases = choice.view === 'phases';
  const nameOf = (measure: string) => {
    const found = known.find(({ id }) => id === measure);
    return found ? names.measure(found) : measure;
  };
  const slotsOf = (measure: string): readonly Slot[] =>
    ofPhases
      ? PHASES.map((stage) => ({ year, stage, name: t(`stage.${stage}`) }))
      : years
          .filter((one) => rows.some((row) => row.measure === measure && row.year === one))
          .map((one) => ({ year: one, stage: choice.stage, name: String(one) }));
  const shown = ofPhases ? { ...comparison, rows: rows.filter((row) => row.year === year) } : comparison;
  const copy = async () => {
    await navigator.clipboard.writeText(location.href);
    setCopied(true);
  };
  const download = () => {
    const csv = csvOf(t, names, comparison, agencies, nameOf);
    saveAs(new Blob([csv], { type: 'text/csv' }), 'mingsuan-compare.csv');
  };
  const unmeasured = rows.some(({ value }) => value === null);
  return (
    <>
      <p className="actions compare-actions">
        <button type="button" className="button" onClick={download}>
          {t('compare.csv')}
        </button>
        <button type="button" className="button" onClick={() => void copy()}>
          {t(copied ? 'compare.copied' : 'compare.copy')}
        </button>
        {(by === 'amount' || by === 'real') && <UnitSwitch />}
        {ofPhases && (
          <select
            className="select"
            aria-label={t('column.year')}
            value={year}
            onChange={({ target }) => chooseYear(Number(target.value))}
          >
            {years.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        )}
      </p>
      {by === 'real' && base !== null && <p className="note">{t('compare.base', { year: base })}</p>}
      {unmeasured && <p className="note">{t(`compare.unknown.${by}`)}</p>}
      {ofPhases && <p className="faint small">{t('compare.phasesLead')}</p>}
      <div className="measures">
        <Outliers comparison={shown} agencies={agencies} nameOf={nameOf} />
        {choice.measures
          .filter((measure) => shown.rows.some((row) => row.measure === measure))
          .map((measure) => (
            <MeasureCard
              key={measure}
              measure={measure}
              name={nameOf(measure)}
              term={known.find(({ id }) => id === measure)?.name}
              comparison={shown}
              agencies={agencies}
              slots={slotsOf(measure)}
              follows={!ofPhases}
            />
          ))}
      </div>
    </>
  );
}

/** The newest year of which accounts are known, so that there is something to follow; else the newest. */
const yearOfPhases = (rows: Comparison['rows'], years: readonly number[]): number =>
  [...years].reverse().find((year) => rows.some((row) => row.year === year && row.stage !== STAGES[0])) ??
  years.at(-1)!;
