import type { ApprovedIndicator } from '../../api/types.ts';
import { useText } from '../../i18n/index.tsx';
import { Choice } from '../../office/field.tsx';
import { useOfficeAnswer } from '../../office/queries.ts';

interface Props {
  readonly place: number;
  readonly year: number;
  readonly onChoose: (indicator: ApprovedIndicator) => void;
}

/** Indicators of the unit's approved budget: one that is chosen is measured under its very name; nothing where no budget is approved. */
export function IndicatorChoice({ place, year, onChoose }: Props) {
  const t = useText();
  const { data = [] } = useOfficeAnswer<readonly ApprovedIndicator[]>(
    `/performance/places/${place}/${year}/indicators`,
  );
  if (data.length === 0) return null;
  return (
    <Choice
      label={t('survey.fromIndicator')}
      value=""
      onChange={(at) => {
        const chosen = data[Number(at)];
        if (at !== '' && chosen) onChoose(chosen);
      }}
    >
      <option value="">{t('survey.choose')}</option>
      {data.map(({ project, level2, name, target }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: indicators keep their places
        <option key={i} value={i}>
          {[project ?? t('survey.wholeUnit'), level2, `${name} ${target}`].filter(Boolean).join(' · ')}
        </option>
      ))}
    </Choice>
  );
}
