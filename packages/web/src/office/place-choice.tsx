import { type ReactNode, useState } from 'react';
import type { Account, OfficeUnit } from '../api/types.ts';
import { useText } from '../i18n/index.tsx';
import { Choice, Field } from './field.tsx';
import { useAccount, useOfficeAnswer } from './queries.ts';

type HeldRole = NonNullable<Account['person']>['roles'][number]['roles'][number];

export interface ChosenPlace {
  readonly place: OfficeUnit;
  readonly year: number;
  /** What the person has there. */
  readonly roles: readonly HeldRole[];
}

const ORDER = ['region', 'department', 'unit'];

/** A place that a person has a role at, the widest first, and a year; what is shown of them stands below. */
export function PlaceChoice({ children }: { readonly children: (chosen: ChosenPlace) => ReactNode }) {
  const t = useText();
  const account = useAccount();
  const units = useOfficeAnswer<readonly OfficeUnit[]>('/office-units');
  const [year, setYear] = useState(String(new Date().getFullYear()));
  const [chosen, setChosen] = useState('');
  const held = account.data?.person?.roles ?? [];
  const places = (units.data ?? [])
    .filter(({ id }) => held.some(({ unitId }) => unitId === id))
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  const place = places.find(({ id }) => String(id) === chosen) ?? places[0];
  if (!place) return null;
  const roles = held.find(({ unitId }) => unitId === place.id)?.roles ?? [];
  return (
    <>
      <div className="office-line">
        <Choice label={t('perf.place')} value={String(place.id)} onChange={setChosen}>
          {places.map(({ id, code, name }) => (
            <option key={id} value={id}>
              {code} {name}
            </option>
          ))}
        </Choice>
        <Field label={t('work.year')} type="number" value={year} onChange={setYear} />
      </div>
      {/^\d{4}$/.test(year) && children({ place, year: Number(year), roles })}
    </>
  );
}
