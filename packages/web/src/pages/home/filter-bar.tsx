/** Narrowing a search: by year, region, level, kind of item and amount. Every choice goes into the address. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import { regions } from '../../api/queries.ts';
import type { SearchAnswer } from '../../api/types.ts';
import { useText } from '../../i18n/index.tsx';
import { type HomeSearch, ITEM_KINDS } from './filters.ts';

const route = getRouteApi('/');

export function FilterBar({ chosen, years }: { readonly chosen: HomeSearch; readonly years: SearchAnswer['years'] }) {
  const t = useText();
  const navigate = route.useNavigate();
  const known = useQuery(regions()).data ?? [];
  const set = (change: { [K in keyof HomeSearch]?: HomeSearch[K] | undefined }) =>
    void navigate({ search: (old) => ({ ...old, ...change }) as HomeSearch, replace: true, resetScroll: false });
  const asYears = [
    ...new Set([...known.flatMap((region) => region.years), ...(chosen.year ? [chosen.year] : [])]),
  ].sort((a, b) => b - a);
  const countOf = (year: number) => years?.find((one) => one.year === year)?.count;
  const isOfLines = chosen.kind === 'line' || chosen.kind === 'item';
  return (
    <div className="filter-bar">
      <Choice
        label={t('filter.year')}
        value={chosen.year?.toString() ?? ''}
        onChange={(value) => set({ year: value === '' ? undefined : Number(value) })}
      >
        {asYears.map((year) => (
          <option key={year} value={year}>
            {countOf(year) === undefined ? year : t('filter.counted', { name: year, count: countOf(year)! })}
          </option>
        ))}
      </Choice>
      <Choice
        label={t('filter.region')}
        value={chosen.region ?? ''}
        onChange={(value) => set({ region: value || undefined })}
      >
        {known
          .filter(({ code }) => code !== null)
          .map(({ code, name }) => (
            <option key={code} value={code!}>
              {name ?? code}
            </option>
          ))}
      </Choice>
      <Choice
        label={t('filter.level')}
        value={chosen.level ?? ''}
        onChange={(value) => set({ level: (value || undefined) as HomeSearch['level'] })}
      >
        {(['department', 'unit'] as const).map((level) => (
          <option key={level} value={level}>
            {t(`level.${level}`)}
          </option>
        ))}
      </Choice>
      {isOfLines && (
        <Choice
          label={t('filter.item')}
          value={chosen.item ?? ''}
          onChange={(value) => set({ item: (value || undefined) as HomeSearch['item'] })}
        >
          {ITEM_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`item.kind.${kind}`)}
            </option>
          ))}
        </Choice>
      )}
      {chosen.kind === 'line' && (
        <>
          <Amount label={t('filter.from')} value={chosen.from} onChange={(from) => set({ from })} />
          <Amount label={t('filter.to')} value={chosen.to} onChange={(to) => set({ to })} />
          <label className="filter">
            <span>{t('filter.sort')}</span>
            <select
              className="select"
              value={chosen.sort ?? ''}
              onChange={({ target }) => set({ sort: target.value === 'amount' ? 'amount' : undefined })}
            >
              <option value="">{t('filter.sort.newest')}</option>
              <option value="amount">{t('filter.sort.amount')}</option>
            </select>
          </label>
        </>
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: ReactNode;
}

function Choice({ label, value, onChange, children }: ChoiceProps) {
  const t = useText();
  return (
    <label className="filter">
      <span>{label}</span>
      <select className="select" value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{t('filter.all')}</option>
        {children}
      </select>
    </label>
  );
}

interface AmountProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
}

function Amount({ label, value, onChange }: AmountProps) {
  const id = useId();
  return (
    <span className="filter">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="select filter-amount"
        inputMode="numeric"
        defaultValue={value ?? ''}
        key={value}
        onBlur={({ target }) => {
          const wan = target.value.trim() === '' ? undefined : Math.round(Number(target.value));
          if (wan !== value) onChange(Number.isFinite(wan) ? wan : undefined);
        }}
        onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.blur()}
      />
    </span>
  );
}
