import { apiUrl } from '../../api/client.ts';
import type { Measured } from '../../api/types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { type Text, useText } from '../../i18n/index.tsx';
import { useOfficeWrite } from '../../office/queries.ts';
import { Refused } from '../office/refused.tsx';

type Probe = Measured['probes'][number];

interface Props extends Pick<Measured, 'probes' | 'sites'> {
  readonly year: number;
  readonly mayMake: boolean;
}

/** Sites that are watched: whether they open, where their links lead, whether their columns change, and how that stands before an inspection. */
export function Probes({ probes, sites, year, mayMake }: Props) {
  const t = useText();
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
          { key: 'indicator', title: t('survey.indicator'), cell: ({ indicator }) => indicator ?? '—' },
          { key: 'rate', title: t('exec.rate'), numeric: true, cell: (probe) => rateOf(probe, t) },
          { key: 'found', title: t('measure.found'), cell: (probe) => <Found probe={probe} /> },
          {
            key: 'series',
            title: t('measure.series'),
            cell: ({ id, isOn }) => (
              <>
                <a href={apiUrl(`/probes/${id}/${year}/visits.csv`)}>CSV</a>{' '}
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
