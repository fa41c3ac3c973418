import { Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import type { OfficeUnit, PerformanceTodo } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Answer, Nothing } from '../../components/state.tsx';
import { type TextKey, useText } from '../../i18n/index.tsx';
import { Choice, Field } from '../../office/field.tsx';
import { useAccount, useOfficeAnswer } from '../../office/queries.ts';
import { MeasuredCard } from '../survey/measured-card.tsx';
import { SurveysCard } from '../survey/surveys-card.tsx';
import { Board } from './board.tsx';
import { Light } from './lights.tsx';

/** What waits for a person of performance, and the board of a place. */
export function PerformancePart() {
  const t = useText();
  const todo = useOfficeAnswer<readonly PerformanceTodo[]>('/performance/todo');
  return (
    <>
      <Card title={t('perf.todo')}>
        <Answer of={todo}>
          {(tasks) => (tasks.length === 0 ? <Nothing>{t('work.nothing')}</Nothing> : <Todo tasks={tasks} />)}
        </Answer>
      </Card>
      <Place />
    </>
  );
}

function Todo({ tasks }: { readonly tasks: readonly PerformanceTodo[] }) {
  const t = useText();
  return (
    <DataTable
      caption={t('perf.todo')}
      stacks
      rows={tasks}
      rowKey={({ id }) => id}
      first={20}
      columns={[
        {
          key: 'title',
          title: t('perf.task'),
          heads: true,
          cell: ({ id, unit, title }) => (
            <Link to="/office/performance/$id" params={{ id: String(id) }}>
              {unit} {title}
            </Link>
          ),
        },
        { key: 'process', title: t('perf.kind'), cell: ({ process }) => t(`perf.process.${process}` as TextKey) },
        { key: 'light', title: t('perf.lights'), cell: ({ light }) => light && <Light light={light} /> },
        { key: 'due', title: t('perf.due'), cell: ({ due }) => due ?? '—' },
        { key: 'offers', title: t('work.offers'), cell: ({ offers }) => offers.join('、') },
      ]}
    />
  );
}

/** The widest place that a person sees stands first. */
function Place() {
  const t = useText();
  const account = useAccount();
  const units = useOfficeAnswer<readonly OfficeUnit[]>('/office-units');
  const [year, setYear] = useState(String(new Date().getFullYear()));
  const [chosen, setChosen] = useState('');
  const held = new Set((account.data?.person?.roles ?? []).map(({ unitId }) => unitId));
  const own = (units.data ?? []).filter(({ id }) => held.has(id));
  const order = ['region', 'department', 'unit'];
  const places = [...own].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const place = places.find(({ id }) => String(id) === chosen) ?? places[0];
  if (!place) return null;
  const roles = account.data?.person?.roles.find(({ unitId }) => unitId === place.id)?.roles ?? [];
  const mayMake =
    place.kind === 'unit' && roles.some((role) => role === 'project-owner' || role === 'performance-office');
  return (
    <>
      <div className="office-line">
        <Choice label={t('perf.place')} value={String(place.id)} onChange={setChosen}>
          {places.map(({ id, code, name }) => (
            <option key={id} value={id}>
              {code} {name}
            </option>
          ))}
        </Choice>
        <Field label={t('work.year')} type="number" value={year} onChange={setYear} />
      </div>
      {/^\d{4}$/.test(year) && (
        <Fragment key={`${place.id} ${year}`}>
          <Board place={place.id} year={Number(year)} />
          <SurveysCard place={place.id} year={Number(year)} mayMake={mayMake} />
          <MeasuredCard place={place.id} year={Number(year)} mayMake={mayMake} />
        </Fragment>
      )}
    </>
  );
}
