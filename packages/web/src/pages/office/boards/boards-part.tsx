/** The departments that a person sees in a year: how far their units are, who is late, their money beside the control figures. */
import { PROGRESS, type Progress } from '@mingsuan/core/process/progress';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { WorkOverview } from '../../../api/types.ts';
import { Card } from '../../../components/card.tsx';
import { DataTable } from '../../../components/data-table.tsx';
import { yuan } from '../../../components/money.tsx';
import { Answer, Nothing } from '../../../components/state.tsx';
import { useText } from '../../../i18n/index.tsx';
import { Field } from '../../../office/field.tsx';
import { useOfficeAnswer } from '../../../office/queries.ts';
import { EVERY } from './every.ts';

export function BoardsPart() {
  const t = useText();
  const [year, setYear] = useState(String(new Date().getFullYear() + 1));
  const isYear = /^(19|20|21)\d\d$/.test(year);
  const answer = useOfficeAnswer<WorkOverview>(`/boards/${year}`, {}, isYear, EVERY);
  return (
    <Card title={t('boards.title')}>
      <div className="office-line">
        <Field label={t('work.year')} type="number" value={year} onChange={setYear} />
      </div>
      {isYear && (
        <Answer of={answer}>
          {(departments) =>
            departments.length === 0 ? (
              <Nothing>{t('boards.none')}</Nothing>
            ) : (
              <DataTable
                caption={t('boards.title')}
                stacks
                rows={departments}
                rowKey={({ departmentId }) => departmentId}
                columns={[
                  {
                    key: 'name',
                    title: t('boards.department'),
                    heads: true,
                    sort: (a, b) => (a.code < b.code ? -1 : 1),
                    cell: ({ departmentId, code, name }) => (
                      <Link to="/office/boards/$id/$year" params={{ id: String(departmentId), year }}>
                        {code} {name}
                      </Link>
                    ),
                  },
                  { key: 'units', title: t('boards.units'), numeric: true, cell: ({ units }) => units },
                  {
                    key: 'progress',
                    title: t('work.state'),
                    cell: ({ counts }) =>
                      (Object.keys(PROGRESS) as Progress[])
                        .filter((id) => counts[id] > 0)
                        .map((id) => `${PROGRESS[id]} ${counts[id]}`)
                        .join(t('list.pause')),
                  },
                  {
                    key: 'late',
                    title: t('boards.late'),
                    numeric: true,
                    sort: (a, b) => a.late - b.late,
                    cell: ({ late }) => (late > 0 ? <strong className="field-error">{late}</strong> : 0),
                  },
                  { key: 'sum', title: t('boards.sum'), numeric: true, cell: ({ sums }) => yuan(total(sums)) },
                  {
                    key: 'control',
                    title: t('work.control'),
                    numeric: true,
                    cell: ({ control }) => (control.length === 0 ? '—' : yuan(total(control))),
                  },
                ]}
              />
            )
          }
        </Answer>
      )}
    </Card>
  );
}

const total = (lines: readonly { readonly fen: number }[]): number => lines.reduce((sum, { fen }) => sum + fen, 0);
