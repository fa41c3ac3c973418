/** Whose ledger a blank one is to be: enough for the form to have its rows ready. */
import { type FormEvent, useEffect, useState } from 'react';
import { useText } from '../../i18n/index.tsx';
import { askWorker } from './work/ask.ts';
import type { Questions, TemplateChoice } from './work/questions.ts';

interface Props {
  readonly year: number;
  readonly onCreate: (asks: Questions['form']['asks']) => Promise<void>;
}

export function BlankForm({ year: first, onCreate }: Props) {
  const t = useText();
  const [templates, setTemplates] = useState<readonly TemplateChoice[]>([]);
  const [year, setYear] = useState(String(first));
  useEffect(() => {
    void askWorker('templates', {}).then(setTemplates);
  }, []);
  const fitting = templates.filter(({ years: [from, to] }) => from <= Number(year) && Number(year) <= (to ?? Infinity));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const text = (name: string) => String(given.get(name) ?? '').trim();
    void onCreate({
      name: text('name'),
      year: Number(text('year')),
      ...(text('code') === '' ? {} : { code: text('code') }),
      ...(text('template') === '' ? {} : { template: text('template') }),
    });
  };
  return (
    <form className="ledger-blank" onSubmit={submit}>
      <div className="field">
        <label htmlFor="blank-name">{t('ledger.field.name')}</label>
        <input id="blank-name" name="name" className="text-input" required maxLength={80} autoComplete="organization" />
      </div>
      <div className="field">
        <label htmlFor="blank-code">{t('ledger.field.code')}</label>
        <input id="blank-code" name="code" className="text-input" maxLength={20} autoComplete="off" />
      </div>
      <div className="field">
        <label htmlFor="blank-year">{t('ledger.field.year')}</label>
        <input
          id="blank-year"
          name="year"
          className="text-input"
          required
          inputMode="numeric"
          pattern="20\d\d"
          value={year}
          onChange={({ target }) => setYear(target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor="blank-template">{t('ledger.field.template')}</label>
        <select id="blank-template" name="template" className="text-input">
          {fitting.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="button button-strong">
        {t('ledger.create')}
      </button>
    </form>
  );
}
