import { useState } from 'react';
import { apiUrl } from '../../api/client.ts';
import type { ClockDetail, Clocks } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Answer, Nothing } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { Choice, Field } from '../../office/field.tsx';
import { useOfficeAnswer, useOfficeWrite } from '../../office/queries.ts';
import { Refused } from '../office/refused.tsx';
import { CsvForm } from './csv-form.tsx';
import { IndicatorChoice } from './indicator-choice.tsx';
import { orNull } from './or-null.ts';

interface Props {
  readonly place: number;
  readonly year: number;
  readonly mayMake: boolean;
}

type Matter = ClockDetail['matters'][number];
const RULES = ['message', 'simple-message', 'fault', 'repair'] as const;

/** Messages and faults that are registered one by one, with how many were dealt with in time. */
export function ClocksCard({ place, year, mayMake }: Props) {
  const t = useText();
  const path = `/measured/${place}/${year}/clocks`;
  const answer = useOfficeAnswer<Clocks>(path);
  const [open, setOpen] = useState<number>();
  return (
    <Card title={t('clock.title')}>
      <Answer of={answer}>
        {(clocks) =>
          clocks.length === 0 ? (
            <Nothing>{t('clock.none')}</Nothing>
          ) : (
            <DataTable
              caption={t('clock.title')}
              stacks
              rows={clocks}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'name',
                  title: t('measure.name'),
                  heads: true,
                  cell: ({ id, name }) => (
                    <button type="button" className="link-button" onClick={() => setOpen(id)}>
                      {name}
                    </button>
                  ),
                },
                { key: 'rule', title: t('clock.rule'), cell: ({ rule }) => t(`clock.rule.${rule}`) },
                { key: 'indicator', title: t('survey.indicator'), cell: ({ indicator }) => indicator ?? '—' },
                {
                  key: 'rate',
                  title: t('clock.rate'),
                  numeric: true,
                  cell: ({ rate, numerator, denominator }) =>
                    rate === null ? '—' : `${rate}%${t('text.aside', { text: `${numerator} ÷ ${denominator}` })}`,
                },
                {
                  key: 'open',
                  title: t('clock.open'),
                  numeric: true,
                  cell: ({ counts }) => `${counts.overdue} / ${counts.running}`,
                },
                {
                  key: 'series',
                  title: t('measure.series'),
                  cell: ({ id }) => <a href={apiUrl(`/clocks/${id}/entries.csv`)}>CSV</a>,
                },
              ]}
            />
          )
        }
      </Answer>
      {open !== undefined && <Opened key={open} id={open} mayMake={mayMake} />}
      {mayMake && <NewClock path={path} place={place} year={year} />}
    </Card>
  );
}

function Opened({ id, mayMake }: { readonly id: number; readonly mayMake: boolean }) {
  const t = useText();
  const answer = useOfficeAnswer<ClockDetail>(`/clocks/${id}`);
  const [ending, setEnding] = useState<string>();
  return (
    <Answer of={answer}>
      {(clock) => (
        <>
          <h3>{clock.name}</h3>
          {clock.provisional && <p className="small">{t('clock.provisional')}</p>}
          {clock.matters.length > 0 && (
            <DataTable
              caption={clock.name}
              stacks
              rows={clock.matters}
              rowKey={({ number }) => number}
              columns={[
                { key: 'number', title: t('clock.number'), heads: true, cell: ({ number }) => number },
                { key: 'begun', title: t('clock.begun'), cell: ({ begun }) => shortMoment(begun) },
                { key: 'due', title: t('clock.due'), cell: ({ due }) => shortMoment(due) },
                { key: 'state', title: t('clock.state'), cell: ({ state }) => t(`clock.state.${state}`) },
                {
                  key: 'ended',
                  title: t('clock.ended'),
                  cell: ({ number, ended }) =>
                    ended === null ? (
                      mayMake ? (
                        <button type="button" className="link-button" onClick={() => setEnding(number)}>
                          {t('clock.end')}
                        </button>
                      ) : (
                        '—'
                      )
                    ) : (
                      shortMoment(ended)
                    ),
                },
                { key: 'source', title: t('measure.source'), cell: ({ source }: Matter) => source },
              ]}
            />
          )}
          {mayMake && (
            <Entry
              key={ending ?? ''}
              id={id}
              isTimed={clock.rule === 'repair'}
              ending={ending}
              onDone={() => setEnding(undefined)}
            />
          )}
          {mayMake && <Rows id={id} />}
        </>
      )}
    </Answer>
  );
}

/** `2026-03-02T08:30:00+08:00` → `2026-03-02 08:30`, in the country's time. */
function shortMoment(text: string): string {
  if (text.length === 10) return text;
  const here = new Date(Date.parse(text) + 8 * 3_600_000).toISOString();
  return `${here.slice(0, 10)} ${here.slice(11, 16)}`;
}

interface EntryProps {
  readonly id: number;
  /** Hours are counted from a moment, days from a day. */
  readonly isTimed: boolean;
  /** The matter that ends; none where a new one is registered. */
  readonly ending: string | undefined;
  readonly onDone: () => void;
}

function Entry({ id, isTimed, ending, onDone }: EntryProps) {
  const t = useText();
  const [given, setGiven] = useState({ number: ending ?? '', at: '', source: '' });
  const { mutate, error, isPending } = useOfficeWrite();
  const set = (name: keyof typeof given) => (text: string) => setGiven({ ...given, [name]: text });
  const send = (entry: object) =>
    mutate(
      { method: 'POST', path: `/clocks/${id}/entries`, body: { source: given.source, entries: [entry] } },
      {
        onSuccess: () => {
          setGiven({ number: '', at: '', source: given.source });
          onDone();
        },
      },
    );
  return (
    <form
      className="office-line"
      onSubmit={(event) => {
        event.preventDefault();
        send({ number: given.number, [ending === undefined ? 'begun' : 'ended']: given.at.replace('T', ' ') });
      }}
    >
      <Field label={t('clock.number')} value={given.number} onChange={set('number')} />
      <Field
        label={t(ending === undefined ? 'clock.begun' : 'clock.ended')}
        type={isTimed ? 'datetime-local' : 'date'}
        value={given.at}
        onChange={set('at')}
      />
      <Field label={t('measure.source')} value={given.source} onChange={set('source')} />
      <button type="submit" className="button" disabled={isPending}>
        {t(ending === undefined ? 'clock.begin' : 'clock.end')}
      </button>
      {ending !== undefined && (
        <button
          type="button"
          className="button"
          disabled={isPending || given.source === ''}
          onClick={() => send({ number: ending, struck: true })}
        >
          {t('clock.strike')}
        </button>
      )}
      <Refused error={error} />
    </form>
  );
}

function Rows({ id }: { readonly id: number }) {
  const t = useText();
  return (
    <details>
      <summary>{t('clock.import')}</summary>
      <CsvForm path={`/clocks/${id}/entries`} label={t('clock.csv')} submit={t('clock.import')} />
    </details>
  );
}

function NewClock({ path, place, year }: Omit<Props, 'mayMake'> & { readonly path: string }) {
  const t = useText();
  const [given, setGiven] = useState({ name: '', rule: 'message', project: '', indicator: '' });
  const { mutate, error, isPending } = useOfficeWrite();
  const set = (name: keyof typeof given) => (text: string) => setGiven({ ...given, [name]: text });
  return (
    <details>
      <summary>{t('clock.new')}</summary>
      <form
        className="office-line"
        onSubmit={(event) => {
          event.preventDefault();
          const { name, rule, project, indicator } = given;
          mutate({
            method: 'POST',
            path,
            body: { name, rule, project: orNull(project), indicator: orNull(indicator) },
          });
        }}
      >
        <Field label={t('measure.name')} value={given.name} onChange={set('name')} />
        <Choice label={t('clock.rule')} value={given.rule} onChange={set('rule')}>
          {RULES.map((rule) => (
            <option key={rule} value={rule}>
              {t(`clock.rule.${rule}`)}
            </option>
          ))}
        </Choice>
        <IndicatorChoice
          place={place}
          year={year}
          onChoose={({ project, name }) => setGiven({ ...given, project: project ?? '', indicator: name })}
        />
        <Field label={t('exec.project')} value={given.project} onChange={set('project')} isRequired={false} />
        <Field label={t('survey.indicator')} value={given.indicator} onChange={set('indicator')} isRequired={false} />
        <button type="submit" className="button" disabled={isPending}>
          {t('clock.new')}
        </button>
      </form>
      <Refused error={error} />
    </details>
  );
}
