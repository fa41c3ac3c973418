/** The ledgers of this browser, and the ways to begin one. */
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useTitle } from '../../components/title.ts';
import { useLanguage } from '../../i18n/index.tsx';
import { BlankForm } from './blank-form.tsx';
import { FileChooser } from './file-chooser.tsx';
import { bookOf, titleOf } from './state/book.ts';
import { askWorker } from './work/ask.ts';
import type { Questions } from './work/questions.ts';
import { newLedgerId, removeLedger, type SavedLedger, savedLedgers, saveLedger } from './work/saved.ts';
import '../../styles/ledger.css';

type Rows = SavedLedger['rows'];

export function StartPage() {
  const { t, language } = useLanguage();
  const navigate = useNavigate();
  const [saved, setSaved] = useState<readonly SavedLedger[]>();
  const [leaving, setLeaving] = useState<SavedLedger>();
  useTitle(t('ledger.title'));
  useEffect(() => {
    savedLedgers().then(setSaved, () => setSaved([]));
  }, []);

  const begin = async (rows: Rows) => {
    const id = newLedgerId();
    await saveLedger({ id, title: titleOf(bookOf(rows)), rows }, 0);
    await navigate({ to: '/ledger/$id', params: { id } });
  };
  const form = async (asks: Questions['form']['asks']) => begin(await askWorker('form', asks));
  const year = new Date().getFullYear() + 1;

  return (
    <>
      <div className="page-head">
        <h1>{t('ledger.title')}</h1>
        <p className="lead">{t('ledger.lead')}</p>
        <p className="small">
          {t('ledger.inOffice')}{' '}
          <Link to="/office/$section" params={{ section: 'work' }}>
            {t('ledger.toOffice')}
          </Link>
        </p>
      </div>
      {saved && saved.length > 0 && (
        <section className="card ledger-list" aria-labelledby="ledger-yours">
          <h2 id="ledger-yours">{t('ledger.yours')}</h2>
          <ul>
            {saved.map((ledger) => (
              <li key={ledger.id}>
                <Link to="/ledger/$id" params={{ id: ledger.id }}>
                  {ledger.title || t('ledger.untitled')}
                </Link>
                <time className="faint small">
                  {t('ledger.savedOn', {
                    when: new Date(ledger.savedAt).toLocaleString(language === 'zh' ? 'zh-CN' : 'en', {
                      dateStyle: 'medium',
                      timeStyle: 'short',
                    }),
                  })}
                </time>
                <button
                  type="button"
                  className="quiet"
                  aria-label={t('text.labelled', { label: t('ledger.remove'), text: ledger.title })}
                  onClick={() => setLeaving(ledger)}
                >
                  {t('ledger.remove')}
                </button>
              </li>
            ))}
          </ul>
          <p className="faint small">{t('ledger.privacy')}</p>
        </section>
      )}
      <section aria-labelledby="ledger-start">
        <h2 id="ledger-start" className="ledger-start-title">
          {t('ledger.start')}
        </h2>
        <div className="ledger-starts">
          <div className="card">
            <h3>{t('ledger.start.last')}</h3>
            <p className="faint small">{t('ledger.start.lastHint')}</p>
            <p className="actions">
              <FileChooser
                label={t('ledger.choose')}
                purpose={t('ledger.start.last')}
                accept=".pdf,.docx,.doc,.wps,.odt,.xlsx,.xls,.et,.ods,.ofd,.html,.htm,.txt,.json"
                nextYear
                isStrong
                onTake={(rows) => void begin(rows)}
              />
            </p>
          </div>
          <div className="card">
            <h3>{t('ledger.start.file')}</h3>
            <p className="faint small">{t('ledger.start.fileHint')}</p>
            <p className="actions">
              <FileChooser
                label={t('ledger.choose')}
                purpose={t('ledger.start.file')}
                accept=".xlsx,.xls,.et,.ods,.json"
                nextYear={false}
                onTake={(rows) => void begin(rows)}
              />
            </p>
          </div>
          <div className="card">
            <h3>{t('ledger.start.blank')}</h3>
            <p className="faint small">{t('ledger.start.blankHint')}</p>
            <BlankForm year={year} onCreate={form} />
          </div>
          <div className="card">
            <h3>{t('ledger.start.example')}</h3>
            <p className="faint small">{t('ledger.start.exampleHint')}</p>
            <p className="actions">
              <button type="button" className="button" onClick={() => void form({ example: true, year, name: '' })}>
                {t('ledger.open')}
              </button>
            </p>
          </div>
        </div>
        {saved?.length === 0 && <p className="faint small">{t('ledger.privacy')}</p>}
      </section>
      {leaving && (
        <FormDialog
          title={t('ledger.removeTitle')}
          go={t('ledger.remove')}
          onCancel={() => setLeaving(undefined)}
          onSubmit={() =>
            void removeLedger(leaving.id).then(async () => {
              setLeaving(undefined);
              setSaved(await savedLedgers());
            })
          }
        >
          <p>{t('ledger.removeAsk', { title: leaving.title || t('ledger.untitled') })}</p>
        </FormDialog>
      )}
    </>
  );
}
