/** 结果应用: a year's grades become control figures of the next one, looked at project by project before it is done. */
import { parseAmount } from '@mingsuan/core/money';
import { useState } from 'react';
import type { ProposedControls, ResultsUsed } from '../../../api/types.ts';
import { Card } from '../../../components/card.tsx';
import { DataTable } from '../../../components/data-table.tsx';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { yuan } from '../../../components/money.tsx';
import { Answer, Nothing } from '../../../components/state.tsx';
import { useText } from '../../../i18n/index.tsx';
import { Field } from '../../../office/field.tsx';
import { useOfficeAnswer, useOfficeWrite } from '../../../office/queries.ts';
import { Refused } from '../refused.tsx';

interface Props {
  readonly place: number;
  /** That was evaluated; the figures are of the next. */
  readonly year: number;
}

/** For the budget office. */
export function ResultsCard({ place, year }: Props) {
  const t = useText();
  const path = `/library/${place}/${year}/results`;
  const answer = useOfficeAnswer<ProposedControls>(path);
  return (
    <Card title={t('library.results', { year, next: year + 1 })}>
      <Answer of={answer}>
        {({ controls, left }) => (
          <>
            {controls.length === 0 ? (
              <Nothing>{t('library.results.none')}</Nothing>
            ) : (
              <Controls path={path} next={year + 1} controls={controls} />
            )}
            <Left left={left} />
          </>
        )}
      </Answer>
    </Card>
  );
}

type Control = ProposedControls['controls'][number];

const keyOf = ({ unitId, project }: Pick<Control, 'unitId' | 'project'>): string => `${unitId} ${project}`;

function Controls({
  path,
  next,
  controls,
}: Pick<ProposedControls, 'controls'> & { readonly path: string; readonly next: number }) {
  const t = useText();
  const [cuts, setCuts] = useState<Readonly<Record<string, string>>>({});
  const [isAsking, setAsking] = useState(false);
  const { mutate, error, data, isPending } = useOfficeWrite<ResultsUsed>();
  /** What it becomes; undefined where a person has not written yet how far it is cut. */
  const becomes = (control: Control): number | undefined => {
    if (control.most !== null) return control.most;
    const fen = parseAmount(cuts[keyOf(control)] ?? '', '元')?.fen;
    return fen === undefined || fen < 0 ? undefined : Math.min(fen, control.last);
  };
  const changed = controls.flatMap((control) => {
    const fen = becomes(control);
    return fen === undefined ? [] : [{ ...control, fen }];
  });
  const use = (document: { readonly number: string; readonly date: string }) => {
    setAsking(false);
    const body = {
      document,
      cuts: changed.flatMap(({ most, unitId, project, fen }) => (most === null ? [{ unitId, project, fen }] : [])),
    };
    mutate({ method: 'POST', path, body });
  };
  return (
    <>
      <DataTable
        caption={t('library.control')}
        stacks
        rows={controls}
        rowKey={keyOf}
        columns={[
          {
            key: 'project',
            title: t('library.project'),
            heads: true,
            cell: ({ unit, project }) => `${unit} ${project}`,
          },
          { key: 'grade', title: t('perf.grade'), cell: ({ grade }) => grade },
          { key: 'use', title: t('perf.use'), cell: ({ name }) => name },
          { key: 'last', title: t('perf.last'), numeric: true, cell: ({ last }) => yuan(last) },
          {
            key: 'now',
            title: t('library.results.now'),
            numeric: true,
            cell: ({ now }) => (now === null ? '—' : yuan(now)),
          },
          {
            key: 'most',
            title: t('perf.most'),
            numeric: true,
            cell: (control) =>
              control.most === null ? (
                <input
                  className="text-input"
                  aria-label={t('library.results.cut', { project: control.project })}
                  value={cuts[keyOf(control)] ?? ''}
                  onChange={({ target }) => setCuts({ ...cuts, [keyOf(control)]: target.value })}
                />
              ) : (
                yuan(control.most)
              ),
          },
        ]}
      />
      <p className="actions">
        <button
          type="button"
          className="button"
          disabled={isPending || changed.length === 0}
          onClick={() => setAsking(true)}
        >
          {t('library.results.go', { next, count: changed.length })}
        </button>
      </p>
      {isAsking && <Confirm next={next} changed={changed} onUse={use} onCancel={() => setAsking(false)} />}
      {data && <p role="status">{t('library.results.made', { count: data.made })}</p>}
      <Refused error={error} />
    </>
  );
}

interface ConfirmProps {
  readonly next: number;
  readonly changed: readonly (Control & { readonly fen: number })[];
  readonly onUse: (document: { readonly number: string; readonly date: string }) => void;
  readonly onCancel: () => void;
}

/** Says of each project what its figure is and becomes, and asks for the document that says so. */
function Confirm({ next, changed, onUse, onCancel }: ConfirmProps) {
  const t = useText();
  const [number, setNumber] = useState('');
  const [date, setDate] = useState('');
  return (
    <FormDialog
      title={t('library.results.go', { next, count: changed.length })}
      go={t('library.control')}
      onSubmit={() => onUse({ number, date })}
      onCancel={onCancel}
    >
      <ul className="small">
        {changed.map(({ unitId, unit, project, now, fen }) => (
          <li key={keyOf({ unitId, project })}>
            {t('library.results.change', {
              project: `${unit} ${project}`,
              was: now === null ? t('library.results.unset') : yuan(now),
              now: yuan(fen),
            })}
          </li>
        ))}
      </ul>
      <Field label={t('work.documentNumber')} value={number} onChange={setNumber} />
      <Field label={t('work.documentDate')} type="date" value={date} onChange={setDate} />
    </FormDialog>
  );
}

function Left({ left }: Pick<ProposedControls, 'left'>) {
  const t = useText();
  if (left.length === 0) return null;
  return (
    <details>
      <summary>{t('library.results.left', { count: left.length })}</summary>
      <ul className="small">
        {left.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </details>
  );
}
