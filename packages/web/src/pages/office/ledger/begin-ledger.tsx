/** The ways to begin a unit's ledger: with last year's, with a published document or a workbook, or blank. */
import { columnOf, type SheetRows } from '@mingsuan/core/ledger/sheet-rows';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ask } from '../../../api/client.ts';
import type { WorkAnswer, WorkContent, WorkListed } from '../../../api/types.ts';
import { Sentence } from '../../../components/state.tsx';
import { useText } from '../../../i18n/index.tsx';
import { useOfficeAnswer } from '../../../office/queries.ts';
import { FileChooser } from '../../ledger/file-chooser.tsx';
import { askWorker } from '../../ledger/work/ask.ts';

interface Props {
  readonly item: WorkAnswer;
  readonly onBegin: (rows: SheetRows) => void;
}

const ANY = '.pdf,.docx,.doc,.wps,.odt,.xlsx,.xls,.et,.ods,.ofd,.html,.htm,.txt,.json';

export function BeginLedger({ item, onBegin }: Props) {
  const t = useText();
  const items = useOfficeAnswer<readonly WorkListed[]>('/work');
  const [error, setError] = useState<unknown>();
  const before = items.data?.find(
    ({ process, unitId, year, version }) =>
      process === 'round' && unitId === item.unitId && year === item.year - 1 && version > 0,
  );
  const begin = (rows: SheetRows | undefined) => {
    if (rows) onBegin(ofItem(rows, item));
    else setError(new Error('held'));
  };
  const goOnFrom = async ({ id, version }: WorkListed) => {
    try {
      const { content } = await ask<WorkContent>(`/work/${id}/versions/${version}`);
      begin(await askWorker('after', { content }));
    } catch (failure) {
      setError(failure);
    }
  };
  const blank = async () => begin(await askWorker('form', { year: item.year, name: item.unit, code: item.unitCode }));
  return (
    <section className="card office-begin" aria-labelledby="work-begin">
      <p className="small">
        <Link to="/office/work/$id" params={{ id: String(item.id) }}>
          {item.unit} {item.title}
        </Link>
      </p>
      <h1 id="work-begin">{t('work.begin')}</h1>
      <p className="actions">
        {before && (
          <button type="button" className="button button-strong" onClick={() => void goOnFrom(before)}>
            {t('work.begin.last', { year: item.year - 1 })}
          </button>
        )}
        <FileChooser
          label={t('work.begin.document')}
          purpose={t('work.begin.document')}
          accept={ANY}
          nextYear
          isStrong={!before}
          onTake={begin}
        />
        <FileChooser
          label={t('work.begin.workbook')}
          purpose={t('work.begin.workbook')}
          accept=".xlsx,.xls,.et,.ods,.json"
          nextYear={false}
          onTake={begin}
        />
        <button type="button" className="button" onClick={() => void blank()}>
          {t('work.begin.blank')}
        </button>
      </p>
      <p className="faint small">{t('work.begin.hint')}</p>
      {error !== undefined && (
        <p role="alert" className="field-error">
          <Sentence error={error} />
        </p>
      )}
    </section>
  );
}

/** The rows as those of the item's unit and year, whoever's they were. */
function ofItem(rows: SheetRows, { unitCode, unit, year }: WorkAnswer): SheetRows {
  const told = { code: unitCode, name: unit, level: '单位', year: String(year) };
  const cells = Object.entries(told).reduce<readonly string[]>(
    (all, [field, text]) => all.with(columnOf('unit', field), text),
    rows.unit[0] ?? [],
  );
  return { ...rows, unit: [cells] };
}
