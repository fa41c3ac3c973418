import { useState } from 'react';
import { apiUrl } from '../../api/client.ts';
import type { Measured } from '../../api/types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { type Text, useText } from '../../i18n/index.tsx';
import { Field } from '../../office/field.tsx';
import { useOfficeWrite } from '../../office/queries.ts';
import { Refused } from '../office/refused.tsx';
import { IndicatorChoice } from './indicator-choice.tsx';
import { orNull } from './or-null.ts';

type Probe = Measured['probes'][number];

interface Props extends Pick<Measured, 'probes' | 'sites'> {
  readonly place: number;
  readonly year: number;
  readonly mayMake: boolean;
}

/** Sites that are watched: whether they open, where their links lead, whether their columns change, and how that stands before an inspection. */
export function Probes({ probes, sites, place, year, mayMake }: Props) {
  const t = useText();
  const [open, setOpen] = useState<number>();
  const opened = probes.find(({ id }) => id === open);
  const { mutate, error } = useOfficeWrite();
  return (
    <>
      <DataTable
        caption={t('measure.title')}
        stacks
        rows={probes}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', title: t('measure.name'), heads: true, cell: ({ name }) => name },
          { key: 'kind', title: t('measure.kind'), cell: (probe) => kindOf(probe, t) },
          {
            key: 'indicator',
            title: t('survey.indicator'),
            cell: ({ project, indicator }) => [project, indicator].filter(Boolean).join(' · ') || '—',
          },
          { key: 'rate', title: t('exec.rate'), numeric: true, cell: (probe) => rateOf(probe, t) },
          { key: 'found', title: t('measure.found'), cell: (probe) => <Found probe={probe} /> },
          {
            key: 'series',
            title: t('measure.series'),
            cell: ({ id, isOn }) => (
              <>
                <a href={apiUrl(`/probes/${id}/${year}/visits.csv`)}>CSV</a>{' '}
                {mayMake && (
                  <button type="button" className="link-button" onClick={() => setOpen(id)}>
                    {t('measure.change')}
                  </button>
                )}{' '}
                {mayMake && (
                  <button
                    type="button"
                    className="link-button"
                    onClick={() => mutate({ method: 'POST', path: `/probes/${id}`, body: { isOn: !isOn } })}
                  >
                    {t(isOn ? 'measure.off' : 'measure.on')}
                  </button>
                )}
              </>
            ),
          },
        ]}
      />
      {opened && <Told key={open} probe={opened} place={place} year={year} onDone={() => setOpen(undefined)} />}
      {sites.map(({ site, home, fails, ...counts }) => (
        <p key={site} className="small">
          {[t('measure.site', { site, ...counts }), home && t('measure.site.home'), fails && t('measure.site.fails')]
            .filter(Boolean)
            .join(t('list.semicolon'))}
        </p>
      ))}
      <p className="small faint">{t('measure.rules', { source: probes[0]!.rules.source })}</p>
      <Refused error={error} />
    </>
  );
}

interface ToldProps extends Pick<Props, 'place' | 'year'> {
  readonly probe: Probe;
  readonly onDone: () => void;
}

/** What a probe is called and measures, which a new budget may call otherwise. */
function Told({ probe, place, year, onDone }: ToldProps) {
  const t = useText();
  const { mutate, error, isPending } = useOfficeWrite();
  const [name, setName] = useState(probe.name);
  const [project, setProject] = useState(probe.project ?? '');
  const [indicator, setIndicator] = useState(probe.indicator ?? '');
  return (
    <form
      className="office-line"
      aria-label={t('measure.change')}
      onSubmit={(event) => {
        event.preventDefault();
        const body = { name, project: orNull(project), indicator: orNull(indicator) };
        mutate({ method: 'POST', path: `/probes/${probe.id}/told`, body }, { onSuccess: onDone });
      }}
    >
      <Field label={t('measure.name')} value={name} onChange={setName} />
      <IndicatorChoice
        place={place}
        year={year}
        onChoose={(chosen) => {
          setProject(chosen.project ?? '');
          setIndicator(chosen.name);
        }}
      />
      <Field label={t('exec.project')} value={project} onChange={setProject} isRequired={false} />
      <Field label={t('survey.indicator')} value={indicator} onChange={setIndicator} isRequired={false} />
      <button type="submit" className="button" disabled={isPending}>
        {t('perf.save')}
      </button>
      <Refused error={error} />
    </form>
  );
}

const kindOf = ({ kind, column }: Probe, t: Text): string =>
  [t(`measure.kind.${kind}`), column && t(`measure.column.${column}`)].filter(Boolean).join(' · ');

function rateOf({ opens, links, columns }: Probe, t: Text): string {
  if (opens) return `${opens.rate ?? '—'}${t('text.aside', { text: `${opens.opened} / ${opens.visits}` })}`;
  if (links) return `${links.rate ?? '—'}${t('text.aside', { text: `${links.open} / ${links.open + links.dead}` })}`;
  return columns
    ? `${columns.rate ?? '—'}${t('text.aside', { text: `${columns.updated} / ${columns.updated + columns.stale}` })}`
    : '—';
}

function Found({ probe: { opens, links, columns, note } }: { readonly probe: Probe }) {
  const t = useText();
  const told = [
    opens && `${t('measure.days')} ${opens.availableDays} / ${opens.days}`,
    opens && opens.failedWeeks.length > 0 && t('measure.failed', { weeks: opens.failedWeeks.join(t('list.comma')) }),
    links?.deadNow && t('measure.deadNow', { count: links.deadNow.length }),
    links && links.unknown > 0 && t('measure.notAsked', { count: links.unknown }),
    columns && columns.looks > 0 && t(`measure.state.${columns.state}`, { newest: columns.newest ?? '—' }),
    note,
  ].filter(Boolean);
  return (
    <>
      {told.join(t('list.semicolon')) || '—'}
      {links?.deadNow && links.deadNow.length > 0 && (
        <details>
          <summary>{t('measure.kind.links')}</summary>
          <ul>
            {links.deadNow.map(({ url, why }) => (
              <li key={url} className="small">
                {url}
                {t('text.aside', { text: why })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
