import { parseAmount } from '@mingsuan/core/money';
import { useState } from 'react';
import type { ExecutionAnswer } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { yuan } from '../../components/money.tsx';
import { useText } from '../../i18n/index.tsx';
import { Choice, Field } from '../../office/field.tsx';
import { useOfficeWrite } from '../../office/queries.ts';
import { Refused } from '../office/refused.tsx';

/** What the monthly report says of a project beside its money: last year's, what will be paid by the year's end, and why it is slow. */
export function ExplainCard({ path, execution }: { readonly path: string; readonly execution: ExecutionAnswer }) {
  const t = useText();
  const { rows, item } = execution;
  const [chosen, setChosen] = useState(rows[0]?.project ?? '');
  const row = rows.find(({ project }) => project === chosen);
  if (!row || !item) return null;
  return (
    <Card title={t('exec.explain')} lead={t('exec.explainLead')}>
      <div className="office-line">
        <Choice label={t('exec.project')} value={chosen} onChange={setChosen}>
          {rows.map(({ project }) => (
            <option key={project} value={project}>
              {project}
            </option>
          ))}
        </Choice>
      </div>
      <Words key={chosen} path={path} row={row} revision={item.revision} />
    </Card>
  );
}

const shown = (fen: number | undefined) => (fen === undefined ? '' : yuan(fen));

function Words({
  path,
  row,
  revision,
}: {
  readonly path: string;
  readonly row: ExecutionAnswer['rows'][number];
  readonly revision: number;
}) {
  const t = useText();
  const [lastYear, setLastYear] = useState(shown(row.lastYear));
  const [forecast, setForecast] = useState(shown(row.forecast));
  const [cause, setCause] = useState(row.cause ?? '');
  const { mutate, error, isPending, isSuccess } = useOfficeWrite();
  const fenOf = (text: string) => (text.trim() === '' ? undefined : parseAmount(text, '元')?.fen);
  const isWrong = [lastYear, forecast].some((text) => text.trim() !== '' && fenOf(text) === undefined);
  const words = { project: row.project, lastYear: fenOf(lastYear), forecast: fenOf(forecast), cause };
  return (
    <form
      className="office-line"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        mutate({ method: 'POST', path: `${path}/words`, body: { revision, words: [words] } });
      }}
    >
      <Field label={t('exec.lastYear')} value={lastYear} onChange={setLastYear} isRequired={false} />
      <Field label={t('exec.forecast')} value={forecast} onChange={setForecast} isRequired={false} />
      <Field label={t('exec.cause')} value={cause} onChange={setCause} isRequired={false} />
      <button type="submit" className="button" disabled={isPending || isWrong}>
        {t('perf.save')}
      </button>
      {isWrong && (
        <p role="alert" className="field-error">
          {t('exec.notAmount')}
        </p>
      )}
      {isSuccess && <p role="status">{t('exec.explained')}</p>}
      <Refused error={error} />
    </form>
  );
}
