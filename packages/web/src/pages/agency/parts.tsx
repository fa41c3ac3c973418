/** The parts of a disclosure's page in their order. A part that has nothing to show is left out, with its link. */
import type { TableFormId } from '@mingsuan/core/disclosure';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { flows } from '../../api/queries.ts';
import type { AgencyAnswer, DisclosureAnswer, TrendPoint } from '../../api/types.ts';
import { type TextKey, useText } from '../../i18n/index.tsx';
import { Assets, Organization } from './assets.tsx';
import { Checks } from './checks.tsx';
import { Composition } from './composition.tsx';
import { Downloads } from './downloads.tsx';
import { Flow } from './flow.tsx';
import { useHashPlace } from './hash-place.ts';
import { Procurement } from './procurement.tsx';
import { Duties, Projects } from './projects.tsx';
import { Statements } from './statements.tsx';
import { ThreePublics } from './three-publics.tsx';
import { Trend } from './trend.tsx';
import { Units } from './units.tsx';
import { Words } from './words.tsx';

interface Props {
  readonly answer: AgencyAnswer;
  readonly content: DisclosureAnswer;
  readonly points: UseQueryResult<readonly TrendPoint[]>;
  readonly when: string;
}

interface Part {
  readonly id: string;
  readonly title: TextKey;
  readonly shown: boolean;
  readonly body: ReactNode;
}

export function Parts({ answer, content, points, when }: Props) {
  const t = useText();
  const flow = useQuery(flows(content.id));
  useHashPlace();
  const tableOf = (form: TableFormId) => content.tables.find((table) => table.form === form);
  const parts: readonly Part[] = [
    { id: 'flow', title: 'flow.nav', shown: true, body: <Flow of={flow} when={when} content={content} /> },
    { id: 'composition', title: 'tree.title', shown: true, body: <Composition content={content} /> },
    { id: 'publics', title: 'publics.title', shown: true, body: <ThreePublics content={content} /> },
    { id: 'trend', title: 'trend.title', shown: true, body: <Trend of={points} /> },
    { id: 'units', title: 'units.title', shown: answer.units.length > 0, body: <Units units={answer.units} /> },
    {
      id: 'projects',
      title: 'projects.title',
      shown: content.performance.length > 0,
      body: <Projects targets={content.performance} />,
    },
    {
      id: 'duties',
      title: 'duties.title',
      shown: content.dutyPerformance.length > 0,
      body: <Duties rows={content.dutyPerformance} />,
    },
    {
      id: 'procurement',
      title: 'procurement.title',
      shown: content.procurement.length > 0,
      body: <Procurement rows={content.procurement} table={tableOf('procurement')} />,
    },
    {
      id: 'assets',
      title: 'assets.title',
      shown: content.assets.length > 0,
      body: <Assets rows={content.assets} table={tableOf('assets')} />,
    },
    {
      id: 'organization',
      title: 'organization.title',
      shown: content.organization.length > 0,
      body: <Organization rows={content.organization} />,
    },
    {
      id: 'tables',
      title: 'tables.title',
      shown: content.statements.length > 0,
      body: <Statements statements={content.statements} />,
    },
    {
      id: 'words',
      title: 'words.title',
      shown: content.explanation.length > 0,
      body: <Words sections={content.explanation} />,
    },
    { id: 'checks', title: 'agency.findings', shown: true, body: <Checks id={content.id} /> },
    { id: 'download', title: 'download.title', shown: true, body: <Downloads content={content} /> },
  ];
  const shown = parts.filter((part) => part.shown);
  return (
    <>
      <nav className="sections" aria-label={t('agency.sections')}>
        <ul>
          {shown.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{t(title)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {shown.map(({ id, body }) => (
        <div key={id} id={id}>
          {body}
        </div>
      ))}
    </>
  );
}
