/** Whether the office has what is written here, what others saved, and what may be done with the ledger as it stands. */
import { Link } from '@tanstack/react-router';
import type { WorkAnswer } from '../../../api/types.ts';
import { Sentence } from '../../../components/state.tsx';
import { useText } from '../../../i18n/index.tsx';
import { useOfficeAnswer } from '../../../office/queries.ts';
import { tableOf } from '../names.ts';
import { StepButtons } from '../steps.tsx';
import type { OpenWork } from './use-work-ledger.ts';

interface Props {
  readonly item: WorkAnswer;
  readonly work: OpenWork;
  readonly mayEdit: boolean;
  readonly fields: WorkAnswer['history'][number]['fields'];
}

/** How often it is asked whether somebody else saved, in milliseconds. */
const LOOK = 20_000;

export function WorkState({ item, work, mayEdit, fields }: Props) {
  const t = useText();
  const now = useOfficeAnswer<WorkAnswer>(`/work/${item.id}`, {}, true, LOOK).data ?? item;
  const newer = now.version > work.version ? now.versions.find(({ number }) => number === now.version) : undefined;
  const isOpen = work.conflicts.length > 0;
  return (
    <div className="ledger-saving office-state">
      <p className="small" role="status">
        <span className="tag">{tableOf(item.process).states[now.state]}</span>{' '}
        {work.version > 0 ? t('work.version', { number: work.version }) : t('work.noVersion')}
        {mayEdit && <span className="faint"> · {t(said(work))}</span>}
      </p>
      {newer && mayEdit && (
        <p className="ledger-unsaved">
          {t('work.newer', { person: newer.person, number: newer.number })}{' '}
          <button type="button" className="button" disabled={work.isSaving} onClick={() => void work.takeIn()}>
            {t('work.takeIn')}
          </button>
        </p>
      )}
      <p className="actions">
        {mayEdit && (
          <button
            type="button"
            className="button"
            disabled={work.isSaving || isOpen || !(work.isChanged || work.version === 0)}
            onClick={() => void work.save()}
          >
            {t('work.save')}
          </button>
        )}
        <StepButtons
          item={now}
          fields={fields}
          isHeld={work.isSaving || isOpen}
          before={
            mayEdit && (work.isChanged || work.version === 0)
              ? async () => (await work.save())?.revision
              : async () => now.revision
          }
        />
        <Link to="/office/work/$id" params={{ id: String(item.id) }} className="button">
          {t('work.item')}
        </Link>
      </p>
      {work.error !== undefined && (
        <p role="alert" className="field-error">
          <Sentence error={work.error} />
        </p>
      )}
    </div>
  );
}

function said({ isSaving, isChanged, saving, conflicts }: OpenWork) {
  if (isSaving) return 'ledger.saving';
  if (conflicts.length > 0) return 'work.conflicts';
  if (!isChanged) return 'work.saved';
  return saving.state === 'failed' ? 'work.unkept' : 'work.unsaved';
}
