/** Whether the work is kept, and what to do where it is not. */
import { useNavigate } from '@tanstack/react-router';
import { useLanguage } from '../../i18n/index.tsx';
import { newLedgerId } from './work/saved.ts';
import type { Saving } from './work/use-book.ts';

interface Props {
  readonly saving: Saving;
  readonly onSaveAs: (id: string) => Promise<void>;
  readonly onReload: () => void;
}

export function SaveState({ saving, onSaveAs, onReload }: Props) {
  const { t, language } = useLanguage();
  const navigate = useNavigate();
  if (saving.state === 'elsewhere') {
    const saveCopy = async () => {
      const id = newLedgerId();
      await onSaveAs(id);
      await navigate({ to: '/ledger/$id', params: { id } });
    };
    return (
      <div role="alert" className="ledger-saving ledger-unsaved">
        <p>{t('ledger.savedElsewhere')}</p>
        <p className="actions">
          <button type="button" className="button button-strong" onClick={() => void saveCopy()}>
            {t('ledger.saveCopy')}
          </button>
          <button type="button" className="button" onClick={onReload}>
            {t('ledger.loadOther')}
          </button>
        </p>
      </div>
    );
  }
  if (saving.state === 'failed')
    return (
      <p role="alert" className="ledger-saving ledger-unsaved">
        {t('ledger.saveFailed')}
      </p>
    );
  const when =
    saving.state === 'saved' &&
    new Date(saving.at).toLocaleTimeString(language === 'zh' ? 'zh-CN' : 'en', { hour: '2-digit', minute: '2-digit' });
  return <p className="faint small ledger-saving">{when ? t('ledger.saved', { when }) : t('ledger.saving')}</p>;
}
