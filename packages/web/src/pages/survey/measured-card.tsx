import { useState } from 'react';
import { apiUrl } from '../../api/client.ts';
import type { Measured } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Answer, Nothing } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { Field } from '../../office/field.tsx';
import { useOfficeAnswer, useOfficeWrite } from '../../office/queries.ts';
import { Refused } from '../office/refused.tsx';
import { CsvForm } from './csv-form.tsx';
import { IndicatorChoice } from './indicator-choice.tsx';
import { NewProbe } from './new-probe.tsx';
import { orNull } from './or-null.ts';
import { Probes } from './probes.tsx';

interface Props {
  readonly place: number;
  readonly year: number;
  readonly mayMake: boolean;
}

/** Web sites that are watched and things that are counted, with what their series come to. */
export function MeasuredCard({ place, year, mayMake }: Props) {
  const t = useText();
  const path = `/measured/${place}/${year}`;
  const answer = useOfficeAnswer<Measured>(path);
  return (
    <Card title={t('measure.title')}>
      <Answer of={answer}>
        {({ probes, sites, counters }) => (
          <>
            {probes.length + counters.length === 0 && <Nothing>{t('measure.none')}</Nothing>}
            {probes.length > 0 && <Probes probes={probes} sites={sites} place={place} year={year} mayMake={mayMake} />}
            {counters.length > 0 && <Counters counters={counters} mayMake={mayMake} />}
          </>
        )}
      </Answer>
      {mayMake && <NewProbe path={path} place={place} year={year} />}
      {mayMake && <NewCounter path={path} place={place} year={year} />}
    </Card>
  );
}

function Counters({ counters, mayMake }: Pick<Measured, 'counters'> & Pick<Props, 'mayMake'>) {
  const t = useText();
  const [open, setOpen] = useState<number>();
  return (
    <>
      <DataTable
        caption={t('measure.addCounter')}
        stacks
        rows={counters}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            title: t('measure.name'),
            heads: true,
            cell: ({ id, name }) =>
              mayMake ? (
                <button type="button" className="link-button" onClick={() => setOpen(id)}>
                  {name}
                </button>
              ) : (
                name
              ),
          },
          { key: 'indicator', title: t('survey.indicator'), cell: ({ indicator }) => indicator ?? '—' },
          {
            key: 'value',
            title: t('measure.value'),
            numeric: true,
            cell: ({ numerator, denominator, measure, rate }) =>
              denominator === null
                ? `${numerator} ${measure}`
                : `${numerator} ÷ ${denominator}${t('text.aside', { text: `${rate ?? '—'}%` })}`,
          },
          {
            key: 'series',
            title: t('measure.series'),
            cell: ({ id, values }) => (
              <a href={apiUrl(`/counters/${id}/values.csv`)}>CSV{t('text.aside', { text: values })}</a>
            ),
          },
        ]}
      />
      {open !== undefined && (
        <CsvForm key={open} path={`/counters/${open}/values`} label={t('measure.csv')} submit={t('measure.enter')} />
      )}
    </>
  );
}

function NewCounter({ path, place, year }: Omit<Props, 'mayMake'> & { readonly path: string }) {
  const t = useText();
  const [given, setGiven] = useState({ name: '', measure: '', project: '', indicator: '' });
  const { mutate, error, isPending } = useOfficeWrite();
  const field = (name: keyof typeof given, label: string, isRequired = true) => (
    <Field
      label={label}
      value={given[name]}
      onChange={(text) => setGiven({ ...given, [name]: text })}
      isRequired={isRequired}
    />
  );
  return (
    <details>
      <summary>{t('measure.addCounter')}</summary>
      <form
        className="office-line"
        onSubmit={(event) => {
          event.preventDefault();
          const { project, indicator, ...rest } = given;
          mutate({
            method: 'POST',
            path: `${path}/counters`,
            body: { ...rest, project: orNull(project), indicator: orNull(indicator) },
          });
        }}
      >
        {field('name', t('measure.name'))}
        {field('measure', t('measure.unit'), false)}
        <IndicatorChoice
          place={place}
          year={year}
          onChoose={({ project, name }) => setGiven({ ...given, project: project ?? '', indicator: name })}
        />
        {field('project', t('exec.project'), false)}
        {field('indicator', t('survey.indicator'), false)}
        <button type="submit" className="button" disabled={isPending}>
          {t('measure.addCounter')}
        </button>
      </form>
      <Refused error={error} />
    </details>
  );
}
