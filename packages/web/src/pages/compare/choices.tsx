import { STAGES } from '@mingsuan/core/model/document-kinds';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Segmented, Select } from 'antd';
import { useDeferredValue, useId, useState } from 'react';
import { agencies as findAgencies, regions } from '../../api/queries.ts';
import type { Measure } from '../../api/types.ts';
import { useNames } from '../../components/names.ts';
import { useText } from '../../i18n/index.tsx';
import { type Choice, type CompareSearch, MEASURED_BY } from './choice.ts';
import { type ChosenAgency, publicIdOf } from './chosen-agency.ts';

const route = getRouteApi('/compare');

interface Props {
  readonly choice: Choice;
  readonly agencies: readonly Pick<ChosenAgency, 'publicId' | 'name' | 'region' | 'regionName'>[];
  readonly known: readonly Measure[];
}

export function Choices({ choice, agencies, known }: Props) {
  const t = useText();
  const id = useId();
  const names = useNames();
  const { measures, years, stage, peers, like, by, view } = choice;
  const places = new Map(
    agencies.flatMap(({ region, regionName }) => (region ? [[region, regionName ?? region]] : [])),
  );
  const navigate = route.useNavigate();
  const published = [...new Set(useQuery(regions()).data?.flatMap((region) => region.years) ?? [])].sort(
    (a, b) => b - a,
  );
  const set = (change: CompareSearch) =>
    void navigate({ search: (old) => ({ ...old, ...change }), replace: true, resetScroll: false });
  return (
    <section className="card choices" aria-label={t('compare.title')}>
      <AgencyChoice agencies={agencies} choose={(chosen) => set({ agencies: chosen.join(',') })} />
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
          value={view === 'phases' ? 'phases' : stage}
          aria-label={t('compare.stage')}
          options={[
            ...STAGES.map((value) => ({ value, label: t(`stage.${value}`) })),
            { value: 'phases' as const, label: t('compare.phases') },
          ]}
          onChange={(value) =>
            set(value === 'phases' ? { view: value } : { view: '', stage: STAGES.find((one) => one === value)! })
          }
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}b`}>{t('compare.by')}</label>
        <select
          id={`${id}b`}
          className="select"
          value={by}
          onChange={({ target }) => set({ by: MEASURED_BY.find((one) => one === target.value) ?? 'amount' })}
        >
          {MEASURED_BY.map((one) => (
            <option key={one} value={one}>
              {t(`compare.by.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}l`}>{t('compare.like')}</label>
        <select
          id={`${id}l`}
          className="select"
          value={like ?? ''}
          onChange={({ target }) => set({ like: target.value === 'level' ? 'level' : '' })}
        >
          <option value="">{t('compare.likeKind')}</option>
          <option value="level">{t('compare.likeLevel')}</option>
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}p`}>{t('compare.peersOf')}</label>
        <select
          id={`${id}p`}
          className="select"
          value={peers ?? ''}
          onChange={({ target }) => set({ peers: target.value })}
        >
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

interface AgencyChoiceProps {
  readonly agencies: Props['agencies'];
  readonly choose: (publicIds: readonly string[]) => void;
}

function AgencyChoice({ agencies, choose }: AgencyChoiceProps) {
  const t = useText();
  const names = useNames();
  const id = useId();
  const [typed, setTyped] = useState('');
  const found = useQuery({ ...findAgencies(useDeferredValue(typed)), placeholderData: keepPreviousData });
  const options = [
    ...agencies.map(({ publicId, name }) => ({ value: publicId, label: names.agency(name) })),
    ...(found.data ?? [])
      .filter((item) => !agencies.some(({ publicId }) => publicId === publicIdOf(item)))
      .map((item) => ({
        value: publicIdOf(item),
        label: [names.agency(item.title), item.code, item.regionName, t(`level.${item.level}`)]
          .filter(Boolean)
          .join(' · '),
      })),
  ];
  return (
    <div className="field">
      <label htmlFor={id}>{t('compare.agencies')}</label>
      <Select
        id={id}
        mode="multiple"
        value={agencies.map(({ publicId }) => publicId)}
        options={options}
        placeholder={t('compare.agenciesHint')}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        loading={found.isFetching}
        maxCount={12}
        notFoundContent={t('home.noHits', { q: typed })}
        onChange={choose}
      />
    </div>
  );
}
