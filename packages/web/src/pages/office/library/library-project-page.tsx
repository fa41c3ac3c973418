/** A project of the library: where it stands, what it asks for, what was said of it, its amounts, where else it is. */
import { AMOUNT_NAMES } from '@mingsuan/core/library/amounts';
import { PROJECT } from '@mingsuan/core/process/projects';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { LibraryProject } from '../../../api/types.ts';
import { Card } from '../../../components/card.tsx';
import { DataTable } from '../../../components/data-table.tsx';
import { yuan } from '../../../components/money.tsx';
import { Answer } from '../../../components/state.tsx';
import { useText } from '../../../i18n/index.tsx';
import { Field } from '../../../office/field.tsx';
import { useOfficeAnswer, useOfficeWrite } from '../../../office/queries.ts';
import { AttachmentsCard } from '../attachments-card.tsx';
import { Desk } from '../desk.tsx';
import { useMoment } from '../moment.ts';
import { Refused } from '../refused.tsx';
import { StepButtons } from '../steps.tsx';
import { ApplicationForm } from './application-form.tsx';
import { ControlForm, InspectionCard, ReviewCard } from './review-card.tsx';
import { TargetsCard } from './targets-card.tsx';
import '../../../styles/performance.css';

const route = getRouteApi('/office/library/$id');
/** Steps that come with a form of their own. */
const WITH_FORMS = ['inspect'];

export function LibraryProjectPage() {
  const t = useText();
  return (
    <Desk title={t('library.project')} section="library">
      <Asked />
    </Desk>
  );
}

function Asked() {
  const { id } = route.useParams();
  const answer = useOfficeAnswer<LibraryProject>(`/projects/${id}`);
  return (
    <Answer of={answer}>
      {(project) => (
        <>
          <Standing project={project} />
          <TargetsCard project={project} />
          <ReviewCard project={project} />
          <ApplicationForm key={project.version} project={project} />
          <AttachmentsCard id={project.id} abouts={inspected(project)} />
          <Amounts project={project} />
          <InspectionCard project={project} />
          <Links project={project} />
          <History project={project} />
        </>
      )}
    </Answer>
  );
}

/** What whoever inspects may attach files to: each inspection by its day. */
function inspected({ may, inspections }: LibraryProject): readonly string[] | undefined {
  if (!may.inspect || inspections.length === 0) return undefined;
  return inspections.map(({ person, at }) => `检查 ${at.slice(0, 10)} ${person}`);
}

interface Props {
  readonly project: LibraryProject;
}

function Standing({ project }: Props) {
  const t = useText();
  const { unit, title, code, state, may } = project;
  return (
    <Card title={`${unit} ${title}`} lead={`${t('library.code')} ${code ?? '—'}`}>
      <ol className="track" aria-label={t('work.state')}>
        {Object.entries(PROJECT.states).map(([id, name]) => (
          <li key={id} aria-current={id === state ? 'step' : undefined}>
            {name}
          </li>
        ))}
      </ol>
      <Returned project={project} />
      <p className="actions">
        <StepButtons item={{ ...project, process: 'project' }} skip={WITH_FORMS} />
      </p>
      {may.rank && <Priority project={project} />}
    </Card>
  );
}

/** Why it is with the unit again, until it is applied for anew. */
function Returned({ project: { state, history } }: Props) {
  const t = useText();
  const last = history.findLast(({ event }) => event !== 'edit');
  if (state !== PROJECT.initial || last?.event !== 'return') return null;
  return (
    <p role="status">
      <strong>
        {last.name}
        {t('text.colon')}
        {last.reason}
      </strong>
      {t('text.aside', { text: `${last.person}${t('list.pause')}${last.at.slice(0, 10)}` })}
    </p>
  );
}

function Priority({ project: { id, priority } }: Props) {
  const t = useText();
  const [text, setText] = useState(String(priority ?? ''));
  const { mutate, error, isPending } = useOfficeWrite();
  return (
    <form
      className="office-line"
      onSubmit={(event) => {
        event.preventDefault();
        const body = { priority: text.trim() === '' ? null : Number(text) };
        mutate({ method: 'PUT', path: `/projects/${id}/priority`, body });
      }}
    >
      <Field label={t('library.priority')} type="number" value={text} onChange={setText} isRequired={false} />
      <button type="submit" className="button" disabled={isPending}>
        {t('library.save')}
      </button>
      <Refused error={error} />
    </form>
  );
}

/** All that was ever asked for, reviewed, controlled and given, with who said so and on what. */
function Amounts({ project }: Props) {
  const t = useText();
  const { given, may } = project;
  if (given.length === 0 && !may.control) return null;
  return (
    <Card title={t('library.amounts')}>
      <DataTable
        caption={t('library.amounts')}
        stacks
        rows={given}
        rowKey={({ kind, at, year }) => `${year} ${kind} ${at}`}
        columns={[
          {
            key: 'kind',
            title: t('library.amounts'),
            heads: true,
            cell: ({ year, kind }) => `${year} ${AMOUNT_NAMES[kind]}`,
          },
          { key: 'amount', title: t('library.yuan'), numeric: true, cell: ({ fen }) => yuan(fen) },
          {
            key: 'why',
            title: t('work.reason'),
            cell: ({ reason, documentNumber, sourceId }) => (
              <>
                {[reason, documentNumber].filter(Boolean).join(t('list.semicolon')) || '—'}{' '}
                {sourceId !== null && (
                  <Link to="/office/performance/$id" params={{ id: String(sourceId) }}>
                    {t('perf.process.evaluation')}
                  </Link>
                )}
              </>
            ),
          },
          {
            key: 'who',
            title: t('work.who'),
            cell: ({ person, at }) => `${person}${t('list.pause')}${at.slice(0, 10)}`,
          },
        ]}
      />
      <ControlForm project={project} />
    </Card>
  );
}

function Links({ project: { unitId, year, title, budgets, procurement, tasks } }: Props) {
  const t = useText();
  return (
    <Card title={t('library.links')}>
      <dl className="life">
        <dt>{t('library.budgets')}</dt>
        <dd>
          {budgets.length === 0
            ? '—'
            : budgets.map(({ id, year: of }) => (
                <Link key={id} to="/office/work/$id" params={{ id: String(id) }}>
                  {of}{' '}
                </Link>
              ))}
        </dd>
        <dt>{t('library.procurement')}</dt>
        <dd>
          {procurement
            .map(({ year: of, item, quantity, fen }) => `${of} ${item} ${quantity} ${yuan(fen)}`)
            .join(t('list.semicolon')) || '—'}
        </dd>
        <dt>{t('library.life')}</dt>
        <dd>
          <Link
            to="/office/project/$unit/$year"
            params={{ unit: String(unitId), year: String(budgets.at(0)?.year ?? year) }}
            search={{ project: title }}
          >
            {t('perf.life')}
            {t('text.aside', { text: tasks.length })}
          </Link>
        </dd>
        <dt>{t('library.portal')}</dt>
        <dd>
          <Link to="/" search={{ q: title }}>
            {title}
          </Link>
        </dd>
      </dl>
    </Card>
  );
}

function History({ project: { history } }: Props) {
  const t = useText();
  const moment = useMoment();
  return (
    <Card title={t('work.history')}>
      <DataTable
        caption={t('work.history')}
        stacks
        rows={[...history].reverse()}
        rowKey={({ number }) => number}
        columns={[
          { key: 'what', title: t('work.what'), heads: true, cell: ({ name }) => name },
          { key: 'when', title: t('work.when'), cell: ({ at }) => moment(at) },
          { key: 'who', title: t('work.who'), cell: ({ person }) => person },
          { key: 'why', title: t('work.reason'), cell: ({ reason }) => reason ?? '—' },
        ]}
      />
    </Card>
  );
}
