/**
 * The parts of a disclosure's page: first what matters (the year in one picture, what changed and why, what it is spent on, over the
 * years, projects, checks), then all that is printed, folded. A part that has nothing to show is left out, with its link.
 */
import { KINDS, type RecordRow } from '@mingsuan/core/kinds/index';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { flows, site } from '../../api/queries.ts';
import type { AgencyAnswer, DisclosureAnswer, TrendPoint } from '../../api/types.ts';
import { Fold } from '../../components/fold.tsx';
import { useLanguage } from '../../i18n/index.tsx';
import { Checks } from './checks.tsx';
import { Composition } from './composition.tsx';
import { Downloads } from './downloads.tsx';
import { Flow } from './flow.tsx';
import { useHashPlace } from './hash-place.ts';
import { ProjectList, projectsOf } from './project-list.tsx';
import { ReaderFeedback } from './reader-feedback.tsx';
import { Records } from './records.tsx';
import { Statements } from './statements.tsx';
import { Story } from './story.tsx';
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

const NONE: readonly TrendPoint[] = [];

interface Part {
  readonly id: string;
  readonly title: string;
  readonly shown: boolean;
  readonly body: ReactNode;
  readonly hint?: string;
}

export function Parts({ answer, content, points, when }: Props) {
  const { language, t } = useLanguage();
  const flow = useQuery(flows(content.id));
  const takesFeedback = useQuery(site()).data?.feedback ?? false;
  useHashPlace();
  const rowsOf = ({ property }: (typeof KINDS)[number]): readonly RecordRow[] =>
    (content as unknown as Readonly<Record<string, readonly RecordRow[] | undefined>>)[property] ?? [];
  const projects = projectsOf(content);
  const first: readonly Part[] = [
    { id: 'flow', title: t('flow.nav'), shown: true, body: <Flow of={flow} when={when} content={content} /> },
    { id: 'story', title: t('story.title'), shown: content.explanation.length > 0, body: <Story id={content.id} /> },
    { id: 'composition', title: t('tree.title'), shown: true, body: <Composition content={content} /> },
    { id: 'trend', title: t('trend.title'), shown: true, body: <Trend of={points} /> },
    {
      id: 'project-list',
      title: t('projects.list'),
      shown: projects.length > 0,
      body: <ProjectList content={content} projects={projects} />,
    },
    {
      id: 'publics',
      title: t('publics.title'),
      shown: true,
      body: <ThreePublics content={content} points={points.data ?? NONE} />,
    },
  ];
  const folded: readonly Part[] = [
    {
      id: 'units',
      title: t('units.title'),
      shown: answer.units.length > 0,
      hint: t('agency.rows', { count: answer.units.length }),
      body: <Units units={answer.units} />,
    },
    ...KINDS.map((kind) => ({
      id: kind.shown.id,
      title: kind.shown.title[language === 'zh' ? 0 : 1],
      shown: rowsOf(kind).length > 0,
      hint: t('agency.rows', { count: rowsOf(kind).length }),
      body: <Records kind={kind} rows={rowsOf(kind)} table={content.tables.find((table) => table.form === kind.id)} />,
    })),
    {
      id: 'tables',
      title: t('tables.title'),
      shown: content.statements.length > 0,
      hint: t('agency.rows', { count: content.statements.length }),
      body: <Statements statements={content.statements} />,
    },
    {
      id: 'words',
      title: t('words.title'),
      shown: content.explanation.length > 0,
      hint: t('agency.rows', { count: content.explanation.length }),
      body: <Words sections={content.explanation} />,
    },
    { id: 'download', title: t('download.title'), shown: true, body: <Downloads content={content} /> },
    { id: 'feedback', title: t('feedback.title'), shown: takesFeedback, body: <ReaderFeedback id={content.id} /> },
  ];
  const checks: Part = {
    id: 'checks',
    title: t('agency.findings'),
    shown: true,
    body: (
      <Checks
        id={content.id}
        coverage={content.coverage}
        completeness={content.completeness}
        isPending={content.findings.pending}
      />
    ),
  };
  const [shown, more] = [first, folded].map((parts) => parts.filter((part) => part.shown)) as [Part[], Part[]];
  return (
    <>
      <nav className="sections" aria-label={t('agency.sections')}>
        <ul>
          {[...shown, checks, ...more].map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="halves">
        {shown.map(({ id, body }) => (
          <div key={id} id={id}>
            {body}
          </div>
        ))}
      </div>
      <div id="checks">{checks.body}</div>
      <div className="folds">
        {more.map(({ id, title, hint, body }) => (
          <Fold key={id} id={id} title={title} hint={hint}>
            {body}
          </Fold>
        ))}
      </div>
    </>
  );
}
