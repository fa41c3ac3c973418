/** Cells that two people wrote: each with both texts, for one to be chosen. Nothing is saved before. */
import type { CellPlace } from '@mingsuan/core/ledger/review';
import { useText } from '../../../i18n/index.tsx';
import { fieldName } from '../../ledger/state/fields.ts';
import type { OpenWork } from './use-work-ledger.ts';

interface Props {
  readonly work: Pick<OpenWork, 'conflicts' | 'decide' | 'merged'>;
  readonly onGo: (place: CellPlace) => void;
}

export function Conflicts({ work: { conflicts, decide, merged }, onGo }: Props) {
  const t = useText();
  if (merged === undefined && conflicts.length === 0) return null;
  return (
    <section className="ledger-saving ledger-unsaved office-conflicts" role="status" aria-label={t('work.conflicts')}>
      <p>{t(conflicts.length > 0 ? 'work.conflicts.lead' : 'work.merged', { person: merged ?? '' })}</p>
      <ul>
        {conflicts.map((conflict) => (
          <li key={`${conflict.sheet} ${conflict.row} ${conflict.column ?? ''}`}>
            <button type="button" className="quiet" onClick={() => onGo(conflict)}>
              {fieldName(conflict)}
            </button>
            {conflict.column === undefined ? (
              <span>{t('work.conflicts.row', { text: conflict.mine || conflict.theirs })}</span>
            ) : null}
            <span className="actions">
              <button type="button" className="button" onClick={() => decide(conflict, false)}>
                {conflict.column === undefined
                  ? t('work.conflicts.seen')
                  : t('work.conflicts.mine', { text: conflict.mine || '—' })}
              </button>
              {conflict.column !== undefined && (
                <button type="button" className="button" onClick={() => decide(conflict, true)}>
                  {t('work.conflicts.theirs', { text: conflict.theirs || '—' })}
                </button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
