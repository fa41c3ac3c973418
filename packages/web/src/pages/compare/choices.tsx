import { STAGES } from '@mingsuan/core/model/document-kinds';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Segmented, Select } from 'antd';
import { useDeferredValue, useId, useState } from 'react';
import { agencies as findAgencies, regions } from '../../api/queries.ts';
import type { Measure, Stage } from '../../api/types.ts';
import { useNames } from '../../components/names.ts';
import { useText } from '../../i18n/index.tsx';
import type { ChosenAgency } from './chosen-agencies.ts';

const route = getRouteApi('/compare');

interface Props {
  readonly agencies: readonly ChosenAgency[];
  readonly measures: readonly string[];
  readonly years: readonly number[];
  readonly stage: Stage;
  /** The region whose agencies are peers; empty: all. */
  readonly peers: string;
  readonly known: readonly Measure[];
}

export function Choices({ agencies, measures, years, stage, peers, known }: Props) {
  const t = useText();
  const id = useId();
  const names = useNames();
  const places = new Map(
    agencies.flatMap(({ region, regionName }) => (region ? [[region, regionName ?? region]] : [])),
  );
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState('');
  const found = useQuery({ ...findAgencies(useDeferredValue(typed)), placeholderData: keepPreviousData });
  const published = [...new Set(useQuery(regions()).data?.flatMap((region) => region.years) ?? [])].sort(
    (a, b) => b - a,
  );
  const set = (change: Readonly<Record<string, string>>) =>
    void navigate({ search: (old) => ({ ...old, ...change }), replace: true, resetScroll: false });
  const options = [
    ...agencies.map(({ id: value, name }) => ({ value, label: name })),
    ...(found.data ?? [])
      .filter((item) => !agencies.some((one) => one.id === item.id))
      .map((item) => ({
        value: item.id,
        label: [item.name, item.code, item.regionName, t(`level.${item.level}`)].filter(Boolean).join(' · '),
      })),
  ];
  return (
    <section className="card choices" aria-label={t('compare.title')}>
      <div className="field">
        <label htmlFor={`${id}a`}>{t('compare.agencies')}</label>
        <Select
          id={`${id}a`}
          mode="multiple"
          value={agencies.map((one) => one.id)}
          options={options}
          placeholder={t('compare.agenciesHint')}
          showSearch={{ filterOption: false, onSearch: setTyped }}
          loading={found.isFetching}
          maxCount={12}
          notFoundContent={t('home.noHits', { q: typed })}
          onChange={(chosen) => set({ agencies: chosen.join(',') })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}m`}>{t('compare.measures')}</label>
        <Select
          id={`${id}m`}
          mode="multiple"
          value={[...measures]}
          options={known.map((one) => ({ value: one.id, label: names.measure(one) }))}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(chosen) => set({ measures: chosen.join(',') })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}y`}>{t('compare.years')}</label>
        <Select
          id={`${id}y`}
          mode="multiple"
          value={[...years]}
          options={published.map((year) => ({ value: year, label: String(year) }))}
          placeholder={t('compare.yearsHint')}
          onChange={(chosen) => set({ years: [...chosen].sort((a, b) => a - b).join(',') })}
        />
      </div>
      <div className="field">
        <span className="label">{t('compare.stage')}</span>
        <Segmented
          value={stage}
          aria-label={t('compare.stage')}
          options={STAGES.map((value) => ({ value, label: t(`stage.${value}`) }))}
          onChange={(value) => set({ stage: value })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}p`}>{t('compare.peersOf')}</label>
        <select id={`${id}p`} className="select" value={peers} onChange={({ target }) => set({ peers: target.value })}>
          <option value="">{t('data.anyRegion')}</option>
          {[...places].map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </div>
    </section>
  );
}
