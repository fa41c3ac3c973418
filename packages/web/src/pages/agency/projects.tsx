/** Performance targets: what each project is to achieve, and how that is measured. */
import type { DutyPerformanceRow, PerformanceTarget } from '@mingsuan/core/kinds/index';
import { useState } from 'react';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { FigureLink, SourceLink } from '../../components/source/figure-link.tsx';
import { useText } from '../../i18n/index.tsx';
import { entryId, useHashEntry } from './hash-place.ts';

const FIRST = 12;

export function Projects({ targets }: { readonly targets: readonly PerformanceTarget[] }) {
  const t = useText();
  const chosen = useHashEntry('projects');
  const [all, setAll] = useState(chosen !== undefined && chosen >= FIRST);
  return (
    <Card title={t('projects.title')}>
      {(all ? targets : targets.slice(0, FIRST)).map((target, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: targets keep their order
        <details key={i} id={entryId('projects', i)} className="target" open={targets.length === 1 || i === chosen}>
          <summary>{target.project ?? t('projects.whole')}</summary>
          <Target {...target} />
        </details>
      ))}
      {!all && targets.length > FIRST && (
        <button type="button" className="button" onClick={() => setAll(true)}>
          {t('action.more', { count: targets.length })}
        </button>
      )}
    </Card>
  );
}

function Target({ project, title, goal, indicators, origin }: PerformanceTarget) {
  const t = useText();
  const label = project ?? t('projects.whole');
  return (
    <div>
      {goal && (
        <p>
          <span className="faint">{t('projects.goal')}：</span>
          {goal} <SourceLink label={label} text={project ?? title} origin={origin} />
        </p>
      )}
      {indicators.length > 0 && (
        <DataTable
          caption={project ?? title}
          stacks
          rows={indicators}
          rowKey={(_, i) => i}
          columns={[
            {
              key: 'kind',
              title: t('projects.kind'),
              cell: ({ level1, level2 }) => [level1, level2].filter(Boolean).join(' · '),
            },
            { key: 'indicator', title: t('projects.indicator'), heads: true, cell: ({ level3 }) => level3 },
            { key: 'meaning', title: t('projects.meaning'), cell: ({ description }) => description },
            {
              key: 'target',
              title: t('projects.target'),
              cell: ({ level3, target, origin }) =>
                target && <FigureLink label={level3} text={target} origin={origin} />,
            },
          ]}
        />
      )}
    </div>
  );
}

export function Duties({ rows }: { readonly rows: readonly DutyPerformanceRow[] }) {
  const t = useText();
  return (
    <Card title={t('duties.title')}>
      <DataTable
        caption={t('duties.title')}
        stacks
        rows={rows}
        rowKey={(_, i) => i}
        columns={[
          { key: 'duty', title: t('column.name'), heads: true, cell: ({ duty }) => duty },
          {
            key: 'amount',
            title: t('column.amount'),
            numeric: true,
            cell: ({ duty, amount }) => amount && <FigureLink label={duty} {...amount} />,
          },
          { key: 'goal', title: t('projects.goal'), cell: ({ goal, content }) => goal ?? content },
          { key: 'indicator', title: t('projects.indicator'), cell: ({ indicator }) => indicator },
          { key: 'target', title: t('projects.target'), cell: ({ excellent }) => excellent },
        ]}
      />
    </Card>
  );
}
