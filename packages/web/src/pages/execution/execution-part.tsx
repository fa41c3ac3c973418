import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ExecutionListed } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { yuan } from '../../components/money.tsx';
import { Answer, Nothing } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { Field } from '../../office/field.tsx';
import { useOfficeAnswer } from '../../office/queries.ts';

const YEAR = /^\d{4}$/;

/** Every department and unit that a person sees, with how far its money went. */
export function ExecutionPart() {
  const t = useText();
  const [year, setYear] = useState(String(new Date().getFullYear()));
  const answer = useOfficeAnswer<readonly ExecutionListed[]>('/execution', { year }, YEAR.test(year));
  return (
    <Card title={t('exec.title')} lead={t('exec.unit')}>
      <div className="office-line">
        <Field label={t('work.year')} type="number" value={year} onChange={setYear} />
      </div>
      <Answer of={answer}>
        {(places) =>
          places.length === 0 ? (
            <Nothing>{t('exec.none')}</Nothing>
          ) : (
            <DataTable
              caption={t('exec.title')}
              stacks
              rows={places}
              rowKey={({ unitId }) => unitId}
              columns={[
                {
                  key: 'place',
                  title: t('exec.place'),
                  heads: true,
                  cell: ({ unitId, code, name }) => (
                    <Link to="/office/execution/$unit/$year" params={{ unit: String(unitId), year }}>
                      {code} {name}
                    </Link>
                  ),
                },
                {
                  key: 'adjusted',
                  title: t('exec.adjusted'),
                  numeric: true,
                  cell: ({ isOpen, total }) => (isOpen ? yuan(total.adjusted) : t('exec.notOpen')),
                },
                { key: 'paid', title: t('exec.paid'), numeric: true, cell: ({ total }) => yuan(total.cumulative) },
                { key: 'rate', title: t('exec.rate'), numeric: true, cell: ({ total }) => total.rate ?? '—' },
                { key: 'gap', title: t('exec.gap'), numeric: true, cell: ({ total }) => total.gap ?? '—' },
              ]}
            />
          )
        }
      </Answer>
    </Card>
  );
}
