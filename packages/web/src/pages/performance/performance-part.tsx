import { Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import type { PerformanceTodo } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Answer, Nothing } from '../../components/state.tsx';
import { type TextKey, useText } from '../../i18n/index.tsx';
import { Choice } from '../../office/field.tsx';
import { PlaceChoice } from '../../office/place-choice.tsx';
import { useOfficeAnswer } from '../../office/queries.ts';
import { ClocksCard } from '../survey/clocks-card.tsx';
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
  const [office, setOffice] = useState('');
  const offices = [...new Set(tasks.flatMap((task) => task.offices))].sort();
  const shown = office === '' ? tasks : tasks.filter((task) => task.offices.includes(office));
  return (
    <>
      {offices.length > 0 && (
        <Choice label={t('perf.office')} value={office} onChange={setOffice}>
          <option value="">{t('perf.all')}</option>
          {offices.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </Choice>
      )}
      <TodoTable tasks={shown} />
    </>
  );
}

function TodoTable({ tasks }: { readonly tasks: readonly PerformanceTodo[] }) {
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
        { key: 'offices', title: t('perf.office'), cell: ({ offices }) => offices.join(t('list.comma')) },
        { key: 'light', title: t('perf.lights'), cell: ({ light }) => light && <Light light={light} /> },
        { key: 'due', title: t('perf.due'), cell: ({ due }) => due ?? '—' },
        { key: 'offers', title: t('work.offers'), cell: ({ offers }) => offers.join(t('list.comma')) },
      ]}
    />
  );
}

function Place() {
  return (
    <PlaceChoice>
      {({ place: { id, kind }, year, roles }) => {
        const mayMake =
          kind === 'unit' && roles.some((role) => role === 'project-owner' || role === 'performance-office');
        return (
          <Fragment key={`${id} ${year}`}>
            <Board place={id} year={year} />
            <SurveysCard place={id} year={year} mayMake={mayMake} />
            <MeasuredCard place={id} year={year} mayMake={mayMake} />
            <ClocksCard place={id} year={year} mayMake={mayMake} />
          </Fragment>
        );
      }}
    </PlaceChoice>
  );
}
