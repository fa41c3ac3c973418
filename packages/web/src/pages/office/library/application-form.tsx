import { FUNDS } from '@mingsuan/core/ledger/ledger';
import type { ProjectApplication } from '@mingsuan/core/library/application';
import { PROJECT_CLASSES } from '@mingsuan/core/library/classes';
import { conceptById } from '@mingsuan/core/vocabulary/index';
import { type ReactNode, useState } from 'react';
import type { LibraryProject } from '../../../api/types.ts';
import { Card } from '../../../components/card.tsx';
import { useText } from '../../../i18n/index.tsx';
import { Choice, Field } from '../../../office/field.tsx';
import { useOfficeWrite } from '../../../office/queries.ts';
import { Refused } from '../refused.tsx';
import {
  type ApplicationDraft,
  applicationOfDraft,
  BLANK_INDICATOR,
  blankPlan,
  draftOf,
  type IndicatorRow,
  type PlanRow,
  type TextField,
} from './application-draft.ts';

const LINES: readonly TextField[] = ['leader', 'telephone', 'implementer'];
const WORDS: readonly TextField[] = ['summary', 'basis', 'scheme', 'goal'];

/** What a project is applied for with; read only where the person may not save. */
export function ApplicationForm({ project }: { readonly project: LibraryProject }) {
  const t = useText();
  const { id, year, revision, may, faults } = project;
  const [draft, setDraft] = useState(() => draftOf(project.application as Partial<ProjectApplication> | null, year));
  const [unread, setUnread] = useState('');
  const { mutate, error, isPending } = useOfficeWrite();
  const set = (change: Partial<ApplicationDraft>) => setDraft({ ...draft, ...change });
  const save = () => {
    const read = applicationOfDraft(draft);
    setUnread('unread' in read ? read.unread : '');
    if ('application' in read)
      mutate({
        method: 'POST',
        path: `/projects/${id}/application`,
        body: { revision, application: read.application },
      });
  };
  return (
    <Card title={t('library.application')}>
      {faults.length > 0 && project.state === 'candidate' && (
        <>
          <p>{t('library.faults')}</p>
          <ul className="office-errors">
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <fieldset disabled={!may.save} className="answer">
          <legend className="unseen">{t('library.application')}</legend>
          <div className="office-line">
            <Choice label={t('library.class')} value={draft.class} onChange={(of) => set({ class: of })}>
              {Object.entries(PROJECT_CLASSES).map(([of, { code, name }]) => (
                <option key={of} value={of}>
                  {code} {name}
                </option>
              ))}
            </Choice>
            <Choice
              label={t('library.kind')}
              value={draft.isNew ? 'new' : ''}
              onChange={(kind) => set({ isNew: kind === 'new' })}
            >
              <option value="new">{t('library.isNew')}</option>
              <option value="">{t('library.continued')}</option>
            </Choice>
            <Field label={t('library.from')} type="number" value={draft.from} onChange={(from) => set({ from })} />
            <Field label={t('library.to')} type="number" value={draft.to} onChange={(to) => set({ to })} />
            {LINES.map((field) => (
              <Field
                key={field}
                label={t(`library.${field}` as 'library.leader')}
                value={draft[field]}
                onChange={(text) => set({ [field]: text })}
                isRequired={false}
              />
            ))}
          </div>
          {WORDS.map((field) => (
            <label key={field} className="field">
              {t(`library.${field}` as 'library.goal')}
              <textarea
                className="text-input"
                rows={2}
                value={draft[field]}
                onChange={({ target }) => set({ [field]: target.value })}
              />
            </label>
          ))}
          <Plan rows={draft.plan} year={year} onChange={(plan) => set({ plan })} />
          <Indicators rows={draft.indicators} onChange={(indicators) => set({ indicators })} />
        </fieldset>
        {unread !== '' && (
          <p role="alert" className="field-error">
            {t('library.badAmount', { text: unread })}
          </p>
        )}
        {may.save && (
          <p className="actions">
            <button type="submit" className="button button-strong" disabled={isPending}>
              {t('library.save')}
            </button>
          </p>
        )}
        <Refused error={error} />
      </form>
    </Card>
  );
}

/** Rows under each other, each with a button that takes it away. */
function Rows<Row>({
  title,
  rows,
  blank,
  onChange,
  children,
}: {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly blank: Row;
  readonly onChange: (rows: readonly Row[]) => void;
  readonly children: (row: Row, set: (change: Partial<Row>) => void) => ReactNode;
}) {
  const t = useText();
  return (
    <>
      <h3>{title}</h3>
      {rows.map((row, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows keep their places while they are written
        <div key={i} className="office-line">
          {children(row, (change) => onChange(rows.with(i, { ...row, ...change })))}
          <button type="button" className="link-button" onClick={() => onChange(rows.toSpliced(i, 1))}>
            {t('library.takeRow')}
          </button>
        </div>
      ))}
      <p>
        <button type="button" className="button" onClick={() => onChange([...rows, blank])}>
          {t('library.addRow')}
        </button>
      </p>
    </>
  );
}

function Plan(props: {
  readonly rows: readonly PlanRow[];
  readonly year: number;
  readonly onChange: (rows: readonly PlanRow[]) => void;
}) {
  const t = useText();
  return (
    <Rows title={t('library.plan')} rows={props.rows} blank={blankPlan(props.year)} onChange={props.onChange}>
      {(row, set) => (
        <>
          <Field label={t('work.year')} type="number" value={row.year} onChange={(year) => set({ year })} />
          <Field label={t('library.item')} value={row.item} onChange={(item) => set({ item })} />
          <Field
            label={t('library.economic')}
            value={row.economic}
            onChange={(economic) => set({ economic })}
            isRequired={false}
          />
          <Choice label={t('library.fund')} value={row.fund} onChange={(fund) => set({ fund })}>
            {FUNDS.map((fund) => (
              <option key={fund} value={fund}>
                {conceptById(fund).name}
              </option>
            ))}
          </Choice>
          <Field label={t('library.yuan')} value={row.amount} onChange={(amount) => set({ amount })} />
        </>
      )}
    </Rows>
  );
}

const INDICATOR_FIELDS = ['level1', 'level2', 'level3', 'description', 'target', 'basis', 'office'] as const;

function Indicators(props: {
  readonly rows: readonly IndicatorRow[];
  readonly onChange: (rows: readonly IndicatorRow[]) => void;
}) {
  const t = useText();
  return (
    <Rows title={t('library.indicators')} rows={props.rows} blank={BLANK_INDICATOR} onChange={props.onChange}>
      {(row, set) =>
        INDICATOR_FIELDS.map((field) => (
          <Field
            key={field}
            label={t(field === 'basis' ? 'library.valueBasis' : (`library.${field}` as 'library.target'))}
            value={row[field]}
            onChange={(text) => set({ [field]: text })}
            isRequired={false}
          />
        ))
      }
    </Rows>
  );
}
