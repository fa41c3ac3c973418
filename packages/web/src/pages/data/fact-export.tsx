import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { regions } from '../../api/queries.ts';
import { FACT_FORMATS, factsExport } from '../../api/urls.ts';
import { Card } from '../../components/card.tsx';
import { useText } from '../../i18n/index.tsx';

export function FactExport() {
  const t = useText();
  const id = useId();
  const all = useQuery(regions()).data ?? [];
  const [region, setRegion] = useState('');
  const [year, setYear] = useState('');
  const years = [...new Set(all.flatMap((one) => one.years))].sort((a, b) => b - a);
  const filter = { region: region || undefined, year: year === '' ? undefined : Number(year) };
  return (
    <Card title={t('data.all')}>
      <p className="lead">{t('data.allLead')}</p>
      <div className="filters export-filters">
        <div className="field">
          <label htmlFor={`${id}r`}>{t('data.region')}</label>
          <select id={`${id}r`} className="select" value={region} onChange={({ target }) => setRegion(target.value)}>
            <option value="">{t('data.anyRegion')}</option>
            {all.flatMap(({ code, name }) =>
              code === null ? (
                []
              ) : (
                <option key={code} value={code}>
                  {name ?? code}
                </option>
              ),
            )}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}y`}>{t('data.year')}</label>
          <select id={`${id}y`} className="select" value={year} onChange={({ target }) => setYear(target.value)}>
            <option value="">{t('data.anyYear')}</option>
            {years.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </div>
      </div>
      <ul className="download-list">
        {FACT_FORMATS.map((format) => (
          <li key={format}>
            <a className="button" href={factsExport(format, filter)} download>
              {format.toUpperCase()}
            </a>
            <span className="faint small">{t(`data.${format}`)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
