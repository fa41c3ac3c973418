import { useState } from 'react';
import type { ExecutionAnswer, ExecutionEntryListed } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { yuan } from '../../components/money.tsx';
import { Answer } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { useOfficeAnswer } from '../../office/queries.ts';
import { useMoment } from '../office/moment.ts';

interface Props {
  readonly path: string;
  readonly lines: ExecutionAnswer['lines'];
}

const KINDS = {
  payment: 'exec.event.pay',
  commitment: 'exec.event.commit',
  acceptance: 'exec.event.accept',
  plan: 'exec.event.plan',
  adjustment: 'exec.event.adjust',
} as const;

/** The lines of a unit; each opens into what was entered on it, by whom and from where. */
export function LinesCard({ path, lines }: Props) {
  const t = useText();
  const [open, setOpen] = useState<string>();
  return (
    <Card title={t('exec.lines')} lead={t('exec.unit')}>
      <DataTable
        caption={t('exec.lines')}
        stacks
        rows={lines}
        rowKey={({ number }) => number}
        first={60}
        columns={[
          {
            key: 'number',
            title: t('exec.line'),
            heads: true,
            cell: ({ number }) => (
              <button type="button" className="link-button" onClick={() => setOpen(number)}>
                {number}
              </button>
            ),
          },
          { key: 'project', title: t('exec.project'), cell: ({ project }) => project },
          {
            key: 'functional',
            title: t('exec.functional'),
            cell: ({ functional, economic }) => [functional, economic].filter(Boolean).join(' · '),
          },
          { key: 'adjusted', title: t('exec.adjusted'), numeric: true, cell: ({ adjusted }) => yuan(adjusted) },
          { key: 'paid', title: t('exec.paid'), numeric: true, cell: ({ paid }) => yuan(paid) },
          { key: 'committed', title: t('exec.committed'), numeric: true, cell: ({ committed }) => yuan(committed) },
          { key: 'available', title: t('exec.available'), numeric: true, cell: ({ available }) => yuan(available) },
        ]}
      />
      {open !== undefined && <Entries path={path} line={open} />}
    </Card>
  );
}

function originOf(origin: unknown): string {
  const { source, sheet, address } = (origin ?? {}) as Readonly<Record<string, string | undefined>>;
  return [source, sheet, address].filter(Boolean).join(' ');
}

function Entries({ path, line }: { readonly path: string; readonly line: string }) {
  const t = useText();
  const moment = useMoment();
  const answer = useOfficeAnswer<readonly ExecutionEntryListed[]>(`${path}/entries`, { line });
  return (
    <Answer of={answer}>
      {(entries) => (
        <>
          <h3>
            {t('exec.entries')}
            {t('text.colon')}
            {line}
          </h3>
          <DataTable
            caption={`${t('exec.entries')} ${line}`}
            stacks
            rows={entries}
            rowKey={({ id }) => id}
            columns={[
              { key: 'kind', title: t('exec.kind'), heads: true, cell: ({ kind }) => t(KINDS[kind]) },
              {
                key: 'month',
                title: t('exec.day'),
                cell: ({ day, month }) => day ?? t('exec.monthOf', { month }),
              },
              { key: 'fen', title: t('exec.paid'), numeric: true, cell: ({ fen }) => yuan(fen) },
              { key: 'contract', title: t('perf.contracted'), cell: ({ contract }) => contract ?? '' },
              {
                key: 'why',
                title: t('work.reason'),
                cell: ({ documentNumber, reason, origin }) =>
                  [documentNumber, reason, originOf(origin)].filter(Boolean).join(t('list.semicolon')) || '—',
              },
              { key: 'who', title: t('work.who'), cell: ({ person, at }) => `${person} ${moment(at)}` },
            ]}
          />
        </>
      )}
    </Answer>
  );
}
