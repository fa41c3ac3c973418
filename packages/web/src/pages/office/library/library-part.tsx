/** The project library of a place: what is asked of the person, how far review is, the order, all projects. */
import { PROJECT } from '@mingsuan/core/process/projects';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { LibraryBoard, LibraryListed, ProjectReview } from '../../../api/types.ts';
import { Card } from '../../../components/card.tsx';
import { DataTable } from '../../../components/data-table.tsx';
import { yuan } from '../../../components/money.tsx';
import { Answer, Nothing } from '../../../components/state.tsx';
import { useText } from '../../../i18n/index.tsx';
import { Choice, Field } from '../../../office/field.tsx';
import { type ChosenPlace, PlaceChoice } from '../../../office/place-choice.tsx';
import { useOfficeAnswer, useOfficeWrite } from '../../../office/queries.ts';
import { Refused } from '../refused.tsx';
import { ResultsCard } from './results-card.tsx';

const PAGE = 100;

export function LibraryPart() {
  return (
    <>
      <Reviews />
      <PlaceChoice>{(chosen) => <Library key={`${chosen.place.id} ${chosen.year}`} {...chosen} />}</PlaceChoice>
    </>
  );
}

const ProjectLink = ({ id, title }: { readonly id: number; readonly title: string }) => (
  <Link to="/office/library/$id" params={{ id: String(id) }}>
    {title}
  </Link>
);

/** For experts, who see nothing else here. */
function Reviews() {
  const t = useText();
  const { data = [] } = useOfficeAnswer<readonly ProjectReview[]>('/project-reviews');
  if (data.length === 0) return null;
  return (
    <Card title={t('library.reviews')}>
      <DataTable
        caption={t('library.reviews')}
        stacks
        rows={data}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'project',
            title: t('library.project'),
            heads: true,
            cell: ({ id, unit, title }) => <ProjectLink id={id} title={`${unit} ${title}`} />,
          },
          { key: 'due', title: t('library.due'), cell: ({ due }) => due ?? '—' },
          {
            key: 'state',
            title: t('work.state'),
            cell: ({ isGiven }) => t(isGiven ? 'library.verdict' : 'library.waiting'),
          },
        ]}
      />
    </Card>
  );
}

function Library({ place: { id, kind }, year, roles }: ChosenPlace) {
  const t = useText();
  const path = `/library/${id}/${year}`;
  const answer = useOfficeAnswer<LibraryBoard>(path);
  return (
    <>
      <Answer of={answer}>
        {(board) => (
          <>
            <Card title={`${board.name} ${year} ${t('library.counters')}`}>
              <Counters {...board} />
              {board.may.set && <Settings place={id} settings={board.settings} />}
            </Card>
            {board.ranking.length > 0 && <Ranking ranking={board.ranking} />}
            {board.may.control && <ResultsCard place={id} year={year - 1} />}
          </>
        )}
      </Answer>
      <Projects path={path} />
      {kind === 'unit' && roles.includes('project-owner') && <NewProject unitId={id} year={year} />}
    </>
  );
}

/** Each share with what it was counted of; of nothing there is none. */
function Counters({ states, counters: { coverage, timeliness, saving } }: LibraryBoard) {
  const t = useText();
  const told = ({ numerator, denominator, percent: share }: typeof coverage) =>
    share === null ? t('library.noData') : t('library.shareOf', { share, numerator, denominator });
  return (
    <>
      <p>
        {Object.entries(states)
          .map(([state, count]) => `${PROJECT.states[state as keyof typeof PROJECT.states]} ${count}`)
          .join(t('list.pause')) || t('library.none')}
      </p>
      <dl className="life">
        <dt>{t('library.coverage')}</dt>
        <dd>{told(coverage)}</dd>
        <dt>{t('library.timeliness')}</dt>
        <dd>{timeliness ? told(timeliness) : t('library.noTerm')}</dd>
        <dt>{t('library.saving')}</dt>
        <dd>
          {saving.percent === null
            ? t('library.noData')
            : t('library.yuanOf', {
                share: saving.percent,
                cut: yuan(saving.numerator),
                asked: yuan(saving.denominator),
              })}
        </dd>
      </dl>
    </>
  );
}

function Settings({ place, settings }: { readonly place: number; readonly settings: LibraryBoard['settings'] }) {
  const t = useText();
  const [since, setSince] = useState(String(settings.sinceYear ?? ''));
  const [days, setDays] = useState(String(settings.reviewDays ?? ''));
  const { mutate, error, isPending } = useOfficeWrite();
  const numberOf = (text: string) => (text.trim() === '' ? null : Number(text));
  return (
    <details>
      <summary>{t('library.settings')}</summary>
      <form
        className="office-line"
        onSubmit={(event) => {
          event.preventDefault();
          const body = { sinceYear: numberOf(since), reviewDays: numberOf(days) };
          mutate({ method: 'PUT', path: `/library/${place}/settings`, body });
        }}
      >
        <Field label={t('library.since')} type="number" value={since} onChange={setSince} isRequired={false} />
        <Field label={t('library.days')} type="number" value={days} onChange={setDays} isRequired={false} />
        <button type="submit" className="button" disabled={isPending}>
          {t('library.save')}
        </button>
      </form>
      <Refused error={error} />
    </details>
  );
}

function Ranking({ ranking }: Pick<LibraryBoard, 'ranking'>) {
  const t = useText();
  return (
    <Card title={t('library.ranking')}>
      <DataTable
        caption={t('library.ranking')}
        stacks
        rows={ranking}
        rowKey={({ id }) => id}
        first={20}
        columns={[
          { key: 'place', title: t('library.place'), numeric: true, cell: ({ place }) => place },
          {
            key: 'project',
            title: t('library.project'),
            heads: true,
            cell: ({ id, unit, title }) => <ProjectLink id={id} title={`${unit} ${title}`} />,
          },
          { key: 'why', title: t('library.why'), cell: ({ why }) => why },
          {
            key: 'amount',
            title: t('library.amount'),
            numeric: true,
            cell: ({ amount }) => (amount === null ? '—' : yuan(amount)),
          },
          { key: 'sum', title: t('library.sum'), numeric: true, cell: ({ sum }) => yuan(sum) },
        ]}
      />
    </Card>
  );
}

function Projects({ path }: { readonly path: string }) {
  const t = useText();
  const [q, setQ] = useState('');
  const [state, setState] = useState('');
  const [after, setAfter] = useState(0);
  const query = { after, ...(q.trim() === '' ? {} : { q }), ...(state === '' ? {} : { state }) };
  const answer = useOfficeAnswer<readonly LibraryListed[]>(`${path}/projects`, query);
  const anew = (set: (text: string) => void) => (text: string) => {
    setAfter(0);
    set(text);
  };
  return (
    <Card title={t('library.list')}>
      <div className="office-line">
        <Field label={t('library.search')} type="search" value={q} onChange={anew(setQ)} isRequired={false} />
        <Choice label={t('work.state')} value={state} onChange={anew(setState)}>
          <option value="">{t('library.every')}</option>
          {Object.entries(PROJECT.states).map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choice>
      </div>
      <Answer of={answer}>
        {(projects) =>
          projects.length === 0 ? (
            <Nothing>{t('library.none')}</Nothing>
          ) : (
            <>
              <DataTable
                caption={t('library.list')}
                stacks
                rows={projects}
                rowKey={({ id }) => id}
                columns={[
                  {
                    key: 'project',
                    title: t('library.project'),
                    heads: true,
                    cell: ({ id, unit, title }) => <ProjectLink id={id} title={`${unit} ${title}`} />,
                  },
                  { key: 'code', title: t('library.code'), cell: ({ code }) => code ?? '—' },
                  { key: 'state', title: t('work.state'), cell: (project) => PROJECT.states[project.state] },
                  { key: 'asked', title: t('library.amount'), numeric: true, cell: ({ asked }) => yuan(asked) },
                ]}
              />
              {projects.length === PAGE && (
                <p className="more">
                  <button type="button" className="button" onClick={() => setAfter(projects.at(-1)!.id)}>
                    {t('perf.more')}
                  </button>
                </p>
              )}
            </>
          )
        }
      </Answer>
    </Card>
  );
}

function NewProject({ unitId, year }: { readonly unitId: number; readonly year: number }) {
  const t = useText();
  const [title, setTitle] = useState('');
  const { mutate, error, isPending } = useOfficeWrite();
  return (
    <Card title={t('library.new')}>
      <form
        className="office-line"
        onSubmit={(event) => {
          event.preventDefault();
          mutate(
            { method: 'POST', path: '/work', body: { process: 'project', unitId, year, title } },
            { onSuccess: () => setTitle('') },
          );
        }}
      >
        <Field label={t('library.name')} value={title} onChange={setTitle} />
        <button type="submit" className="button" disabled={isPending}>
          {t('work.create')}
        </button>
      </form>
      <Refused error={error} />
    </Card>
  );
}
