/** The office's unit that a ledger is of, for who is signed in; undefined for others and where there is none. */
import { columnOf, type SheetRows } from '@mingsuan/core/ledger/sheet-rows';
import type { OfficeUnit } from '../../api/types.ts';
import { useAccount, useOfficeAnswer } from '../../office/queries.ts';

export function usePlace({ unit: [first] }: SheetRows): OfficeUnit | undefined {
  const isSignedIn = Boolean(useAccount().data?.person);
  const { data: units = [] } = useOfficeAnswer<readonly OfficeUnit[]>('/office-units', {}, isSignedIn);
  const [code, name] = ['code', 'name'].map((field) => first?.[columnOf('unit', field)]?.trim() ?? '');
  return units.find((unit) => unit.code === code && unit.name === name) ?? units.find((unit) => unit.code === code);
}
