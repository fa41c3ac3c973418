import { useState } from 'react';
import type { WorkAnswer, WorkDifference } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { signed, yuan } from '../../components/money.tsx';
import { Answer, Nothing } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { Choice } from '../../office/field.tsx';
import { useOfficeAnswer } from '../../office/queries.ts';

/** The version that was last handed up before this one, which a reviewer knows; else the one before. */
function knownBefore({ history, version, base }: WorkAnswer): number {
  // An adjustment began with what is approved.
  if (base) return 1;
  const handed = history.findLast((entry) => entry.from === 'draft' && entry.to !== 'draft' && entry.version < version);
  return handed?.version ?? version - 1;
}

const money = (fen: number | undefined): string => (fen === undefined ? '' : yuan(fen));

/** What differs between two versions, line by line, exact. */
export function Differences({ item }: { readonly item: WorkAnswer }) {
  const t = useText();
  const [from, setFrom] = useState(String(knownBefore(item)));
  const [to, setTo] = useState(String(item.version));
  const answer = useOfficeAnswer<readonly WorkDifference[]>(`/work/${item.id}/differences`, { from, to });
  const versions = item.versions.map(({ number, person }) => (
    <option key={number} value={number}>
      {t('work.version', { number })} {person}
    </option>
  ));
  return (
    <Card title={t('work.differences')} lead={t('work.exact')}>
      <div className="office-line">
        <Choice label={t('work.from')} value={from} onChange={setFrom}>
          {versions}
        </Choice>
        <Choice label={t('work.to')} value={to} onChange={setTo}>
          {versions}
        </Choice>
      </div>
      <Answer of={answer}>
        {(lines) =>
          lines.length === 0 ? (
            <Nothing>{t('work.same')}</Nothing>
          ) : (
            <DataTable
              caption={t('work.differences')}
              stacks
              rows={lines}
              rowKey={({ part, label }) => `${part} ${label}`}
              columns={[
                { key: 'line', title: t('work.line'), heads: true, cell: ({ label }) => label },
                { key: 'part', title: t('work.part'), cell: ({ part }) => part },
                {
                  key: 'before',
                  title: t('work.before'),
                  numeric: true,
                  cell: ({ before, was }) => was ?? money(before),
                },
                { key: 'after', title: t('work.after'), numeric: true, cell: ({ after, now }) => now ?? money(after) },
                {
                  key: 'change',
                  title: t('work.change'),
                  numeric: true,
                  cell: ({ change }) => (change === undefined ? '' : signed(yuan(change), change)),
                },
              ]}
            />
          )
        }
      </Answer>
    </Card>
  );
}
