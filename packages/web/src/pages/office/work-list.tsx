import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { OfficeUnit, PerformanceTodo, WorkListed } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Answer, Nothing } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { Choice, Field } from '../../office/field.tsx';
import { useAccount, useOfficeAnswer, useOfficeWrite } from '../../office/queries.ts';
import { tableOf } from './names.ts';
import { Refused } from './refused.tsx';
import { Reminders } from './reminders.tsx';

/** What waits for a person, and what else that person sees. */
export function WorkList() {
  const t = useText();
  const answer = useOfficeAnswer<readonly WorkListed[]>('/work');
  const { data: tasks = [] } = useOfficeAnswer<readonly PerformanceTodo[]>('/performance/todo');
  return (
    <>
      <Reminders />
      <Answer of={answer}>
        {(items) => {
          const todo = items.filter(({ offers }) => offers.length > 0);
          const others = items.filter(({ offers }) => offers.length === 0);
          return (
            <>
              <Card title={t('work.todo')}>
                {tasks.length > 0 && <Tasks tasks={tasks} />}
                {todo.length === 0 ? (
                  tasks.length === 0 && <Nothing>{t('work.nothing')}</Nothing>
                ) : (
                  <Items name={t('work.todo')} items={todo} />
                )}
              </Card>
              {others.length > 0 && (
                <Card title={t('work.others')}>
                  <Items name={t('work.others')} items={others} />
                </Card>
              )}
            </>
          );
        }}
      </Answer>
      <NewBudget />
    </>
  );
}

/** What waits in the room of performance. */
function Tasks({ tasks }: { readonly tasks: readonly PerformanceTodo[] }) {
  const t = useText();
  const today = new Date().toISOString().slice(0, 10);
  const late = tasks.filter(({ due }) => due !== null && due < today).length;
  return (
    <p>
      <Link to="/office/$section" params={{ section: 'performance' }}>
        {t('perf.waiting', { count: tasks.length, late })}
      </Link>
    </p>
  );
}

function Items({ name, items }: { readonly name: string; readonly items: readonly WorkListed[] }) {
  const t = useText();
  return (
    <DataTable
      caption={name}
      stacks
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'item',
          title: t('work.item'),
          heads: true,
          cell: ({ id, process, unit, title }) => (
            <Link to={process === 'project' ? '/office/library/$id' : '/office/work/$id'} params={{ id: String(id) }}>
              {unit} {title}
            </Link>
          ),
        },
        {
          key: 'state',
          title: t('work.state'),
          cell: ({ process, state, round, returned }) => (
            <>
              <span className="tag">{tableOf(process).states[state]}</span>{' '}
              {process === 'round' && t(round === 1 ? 'work.round.1' : 'work.round.2')}
              {returned && (
                <span className="office-returned">
                  {t('work.returned', { person: returned.person })}
                  {returned.reason}
                </span>
              )}
            </>
          ),
        },
        {
          key: 'offers',
          title: t('work.offers'),
          cell: ({ offers }) => offers.map((offer) => offer.name).join(t('list.comma')) || '—',
        },
      ]}
    />
  );
}

/** For who is a clerk somewhere. */
function NewBudget() {
  const t = useText();
  const account = useAccount();
  const units = useOfficeAnswer<readonly OfficeUnit[]>('/office-units');
  const [unit, setUnit] = useState('');
  const [year, setYear] = useState(String(new Date().getFullYear() + 1));
  const navigate = useNavigate();
  const { mutate, error } = useOfficeWrite<{ readonly id: number }>();
  const own = (account.data?.person?.roles ?? []).flatMap(({ unitId, roles }) =>
    roles.includes('unit-clerk') ? (units.data ?? []).filter(({ id }) => id === unitId) : [],
  );
  const [first] = own;
  if (!first) return null;
  return (
    <Card title={t('work.new')}>
      <form
        className="office-line"
        onSubmit={(event) => {
          event.preventDefault();
          const unitId = Number(unit || first.id);
          // Who opens a budget wants to write it.
          mutate(
            { method: 'POST', path: '/work', body: { process: 'round', unitId, year: Number(year) } },
            { onSuccess: ({ id }) => void navigate({ to: '/office/work/$id/ledger', params: { id: String(id) } }) },
          );
        }}
      >
        <Choice label={t('work.unit')} value={unit || String(first.id)} onChange={setUnit}>
          {own.map(({ id, code, name }) => (
            <option key={id} value={id}>
              {code} {name}
            </option>
          ))}
        </Choice>
        <Field label={t('work.year')} type="number" value={year} onChange={setYear} />
        <button type="submit" className="button">
          {t('work.create')}
        </button>
      </form>
      <Refused error={error} />
    </Card>
  );
}
