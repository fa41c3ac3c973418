import { FINDING_NAMES, type Finding, VERDICT_NAMES, type Verdict } from '@mingsuan/core/library/opinions';
import { parseAmount } from '@mingsuan/core/money';
import { useState } from 'react';
import type { LibraryProject } from '../../../api/types.ts';
import { Card } from '../../../components/card.tsx';
import { DataTable } from '../../../components/data-table.tsx';
import { yuan } from '../../../components/money.tsx';
import { useText } from '../../../i18n/index.tsx';
import { Choice, Field } from '../../../office/field.tsx';
import { useOfficeWrite } from '../../../office/queries.ts';
import { Refused } from '../refused.tsx';

interface Props {
  readonly project: LibraryProject;
}

/** Opinions as far as the person may see them, and what the person may add: an expert, an opinion, an amount. */
export function ReviewCard({ project }: Props) {
  const t = useText();
  const { reviews, may } = project;
  if (reviews.length === 0 && !may.assign) return null;
  return (
    <Card title={t('library.review')}>
      {reviews.length > 0 && (
        <DataTable
          caption={t('library.review')}
          stacks
          rows={reviews}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'who',
              title: t('library.expert'),
              heads: true,
              cell: ({ person }) => person ?? t('library.expert'),
            },
            { key: 'due', title: t('library.due'), cell: ({ due }) => due ?? '—' },
            {
              key: 'verdict',
              title: t('library.verdict'),
              cell: ({ opinion, isGiven }) =>
                opinion
                  ? `${VERDICT_NAMES[opinion.verdict]}${t('text.colon')}${opinion.reason}`
                  : t(isGiven ? 'library.hidden' : 'library.waiting'),
            },
            {
              key: 'amount',
              title: t('library.amount'),
              numeric: true,
              cell: ({ opinion }) => (opinion ? yuan(opinion.fen) : '—'),
            },
            { key: 'score', title: t('perf.score'), numeric: true, cell: ({ opinion }) => opinion?.score ?? '—' },
          ]}
        />
      )}
      {may.assign && <Assign project={project} />}
      {may.opine && <Opine id={project.id} />}
      {may.amount && <AmountForm id={project.id} />}
    </Card>
  );
}

function Assign({ project: { id, experts } }: Props) {
  const t = useText();
  const [chosen, setChosen] = useState('');
  const [due, setDue] = useState('');
  const { mutate, error, isPending } = useOfficeWrite();
  const [first] = experts;
  if (!first) return null;
  return (
    <form
      className="office-line"
      onSubmit={(event) => {
        event.preventDefault();
        const body = { personId: Number(chosen || first.personId), due: due === '' ? null : due };
        mutate({ method: 'POST', path: `/projects/${id}/reviewers`, body }, { onSuccess: () => setChosen('') });
      }}
    >
      <Choice label={t('library.expert')} value={chosen || String(first.personId)} onChange={setChosen}>
        {experts.map(({ personId, person }) => (
          <option key={personId} value={personId}>
            {person}
          </option>
        ))}
      </Choice>
      <Field label={t('library.due')} type="date" value={due} onChange={setDue} isRequired={false} />
      <button type="submit" className="button" disabled={isPending}>
        {t('library.assign')}
      </button>
      <Refused error={error} />
    </form>
  );
}

/** What an amount that somebody writes comes to, or where it cannot be read. */
function useAmount() {
  const t = useText();
  const [text, setText] = useState('');
  const fen = parseAmount(text, '元')?.fen;
  const isWrong = text !== '' && (fen === undefined || fen < 0);
  const field = (
    <>
      <Field label={t('library.yuan')} value={text} onChange={setText} />
      {isWrong && (
        <p role="alert" className="field-error">
          {t('library.badAmount', { text })}
        </p>
      )}
    </>
  );
  return { field, fen: isWrong ? undefined : fen };
}

function Opine({ id }: { readonly id: number }) {
  const t = useText();
  const [verdict, setVerdict] = useState<string>('store');
  const [score, setScore] = useState('');
  const [reason, setReason] = useState('');
  const { field, fen } = useAmount();
  const { mutate, error, isPending } = useOfficeWrite();
  return (
    <form
      className="office-line"
      onSubmit={(event) => {
        event.preventDefault();
        const body = { verdict, fen, score: Number(score), reason };
        mutate({ method: 'POST', path: `/projects/${id}/opinions`, body });
      }}
    >
      <Choice label={t('library.verdict')} value={verdict} onChange={setVerdict}>
        {Object.entries(VERDICT_NAMES).map(([of, name]: [string, string]) => (
          <option key={of} value={of as Verdict}>
            {name}
          </option>
        ))}
      </Choice>
      {field}
      <Field label={t('library.score')} type="number" value={score} onChange={setScore} />
      <Field label={t('library.reason')} value={reason} onChange={setReason} />
      <button type="submit" className="button button-strong" disabled={isPending || fen === undefined}>
        {t('library.give')}
      </button>
      <Refused error={error} />
    </form>
  );
}

function AmountForm({ id }: { readonly id: number }) {
  const t = useText();
  const [reason, setReason] = useState('');
  const { field, fen } = useAmount();
  const { mutate, error, isPending } = useOfficeWrite();
  return (
    <form
      className="office-line"
      onSubmit={(event) => {
        event.preventDefault();
        mutate({ method: 'POST', path: `/projects/${id}/reviewed`, body: { fen, reason } });
      }}
    >
      {field}
      <Field label={t('library.reason')} value={reason} onChange={setReason} />
      <button type="submit" className="button" disabled={isPending || fen === undefined}>
        {t('library.setAmount')}
      </button>
      <Refused error={error} />
    </form>
  );
}

/** At most what the project may be given in a year. */
export function ControlForm({ project: { id, year: first, may } }: Props) {
  const t = useText();
  const [year, setYear] = useState(String(first));
  const [reason, setReason] = useState('');
  const [number, setNumber] = useState('');
  const [date, setDate] = useState('');
  const { field, fen } = useAmount();
  const { mutate, error, isPending } = useOfficeWrite();
  if (!may.control) return null;
  return (
    <form
      className="office-line"
      onSubmit={(event) => {
        event.preventDefault();
        const body = { year: Number(year), fen, reason, document: { number, date } };
        mutate({ method: 'POST', path: `/projects/${id}/control`, body });
      }}
    >
      <Field label={t('work.year')} type="number" value={year} onChange={setYear} />
      {field}
      <Field label={t('library.reason')} value={reason} onChange={setReason} />
      <Field label={t('work.documentNumber')} value={number} onChange={setNumber} />
      <Field label={t('work.documentDate')} type="date" value={date} onChange={setDate} />
      <button type="submit" className="button" disabled={isPending || fen === undefined}>
        {t('library.control')}
      </button>
      <Refused error={error} />
    </form>
  );
}

const ASPECTS = ['scope', 'effect', 'sharing'] as const;

/** What was found once it runs, and a form for who inspects it. */
export function InspectionCard({ project: { id, revision, inspections, may } }: Props) {
  const t = useText();
  const [found, setFound] = useState<Readonly<Record<string, string>>>({
    scope: 'yes',
    effect: 'yes',
    sharing: 'none',
  });
  const [note, setNote] = useState('');
  const { mutate, error, isPending } = useOfficeWrite();
  if (inspections.length === 0 && !may.inspect) return null;
  return (
    <Card title={t('library.inspections')}>
      <ul>
        {inspections.map((each) => (
          <li key={each.at}>
            {ASPECTS.map(
              (aspect) => `${t(`library.${aspect}`)}${t('text.colon')}${FINDING_NAMES[each[aspect] as Finding]}`,
            ).join(t('list.pause'))}
            {t('list.semicolon')}
            {each.note}
            {t('text.aside', { text: [each.person, each.at.slice(0, 10)].join(t('list.pause')) })}
          </li>
        ))}
      </ul>
      {may.inspect && (
        <form
          className="office-line"
          onSubmit={(event) => {
            event.preventDefault();
            mutate({ method: 'POST', path: `/projects/${id}/inspections`, body: { revision, ...found, note } });
          }}
        >
          {ASPECTS.map((aspect) => (
            <Choice
              key={aspect}
              label={t(`library.${aspect}`)}
              value={found[aspect]!}
              onChange={(of) => setFound({ ...found, [aspect]: of })}
            >
              {Object.entries(FINDING_NAMES).map(([of, name]) => (
                <option key={of} value={of}>
                  {name}
                </option>
              ))}
            </Choice>
          ))}
          <Field label={t('library.reason')} value={note} onChange={setNote} />
          <button type="submit" className="button" disabled={isPending}>
            {t('library.inspect')}
          </button>
          <Refused error={error} />
        </form>
      )}
    </Card>
  );
}
