import { useState } from 'react';
import type { Measured } from '../../api/types.ts';
import { useText } from '../../i18n/index.tsx';
import { Choice, Field } from '../../office/field.tsx';
import { useOfficeWrite } from '../../office/queries.ts';
import { Refused } from '../office/refused.tsx';
import { IndicatorChoice } from './indicator-choice.tsx';
import { orNull } from './or-null.ts';

type Probe = Measured['probes'][number];
type Kind = Probe['kind'];
type Column = NonNullable<Probe['column']>;

/** Visits twenty times a day, looks into a page once a day. */
const USUAL: Readonly<Record<Kind, string>> = { opens: '72', links: '1440', column: '1440' };
const COLUMNS: readonly Column[] = ['home', 'news', 'notice', 'other'];

/** Asks what of a site is to be watched, and for which indicator. */
export function NewProbe({
  path,
  place,
  year,
}: {
  readonly path: string;
  readonly place: number;
  readonly year: number;
}) {
  const t = useText();
  const [given, setGiven] = useState({
    name: '',
    url: '',
    everyMinutes: USUAL.opens,
    project: '',
    indicator: '',
    mostDays: '',
  });
  const [kind, setKind] = useState<Kind>('opens');
  const [column, setColumn] = useState<Column>('news');
  const { mutate, error, isPending } = useOfficeWrite();
  const field = (name: keyof typeof given, label: string, isRequired = true) => (
    <Field
      label={label}
      value={given[name]}
      onChange={(text) => setGiven({ ...given, [name]: text })}
      isRequired={isRequired}
    />
  );
  const ofColumn = kind === 'column';
  return (
    <details>
      <summary>{t('measure.add')}</summary>
      <form
        className="office-line"
        onSubmit={(event) => {
          event.preventDefault();
          const { everyMinutes, project, indicator, mostDays, ...rest } = given;
          const body = {
            ...rest,
            kind,
            column: ofColumn ? column : null,
            mostDays: ofColumn && mostDays.trim() !== '' ? Number(mostDays) : null,
            everyMinutes: Number(everyMinutes),
            project: orNull(project),
            indicator: orNull(indicator),
          };
          mutate({ method: 'POST', path: `${path}/probes`, body });
        }}
      >
        <Choice
          label={t('measure.kind')}
          value={kind}
          onChange={(value) => {
            const chosen = value as Kind;
            setKind(chosen);
            setGiven({ ...given, everyMinutes: USUAL[chosen] });
          }}
        >
          {(Object.keys(USUAL) as Kind[]).map((each) => (
            <option key={each} value={each}>
              {t(`measure.kind.${each}`)}
            </option>
          ))}
        </Choice>
        {ofColumn && (
          <Choice label={t('measure.column')} value={column} onChange={(value) => setColumn(value as Column)}>
            {COLUMNS.map((each) => (
              <option key={each} value={each}>
                {t(`measure.column.${each}`)}
              </option>
            ))}
          </Choice>
        )}
        {field('name', t('measure.name'))}
        {field('url', t('measure.url'))}
        {field('everyMinutes', t('measure.every'))}
        {ofColumn && field('mostDays', t('measure.mostDays'), column === 'other')}
        <IndicatorChoice
          place={place}
          year={year}
          onChoose={({ project, name }) => setGiven({ ...given, project: project ?? '', indicator: name })}
        />
        {field('project', t('exec.project'), false)}
        {field('indicator', t('survey.indicator'), false)}
        <button type="submit" className="button" disabled={isPending}>
          {t('measure.add')}
        </button>
      </form>
      <Refused error={error} />
    </details>
  );
}
