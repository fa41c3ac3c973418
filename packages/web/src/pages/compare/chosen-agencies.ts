import { useQueries } from '@tanstack/react-query';
import { agency } from '../../api/queries.ts';
import type { AgencyLevel } from '../../api/types.ts';

export interface ChosenAgency {
  readonly id: number;
  readonly name: string;
  readonly level: AgencyLevel | undefined;
  readonly region: string | undefined;
  readonly regionName: string | undefined;
}

/** The agencies of the address with their names, as soon as they are known. */
export function useChosenAgencies(ids: readonly number[]): readonly ChosenAgency[] {
  const answers = useQueries({ queries: ids.map((id) => agency(id)) });
  const named = ids.map((id, i): ChosenAgency => {
    const own = answers[i]?.data?.agency;
    return {
      id,
      name: own?.name ?? String(id),
      level: own?.level,
      region: own?.region ?? undefined,
      regionName: own?.regionName ?? undefined,
    };
  });
  // A department and its own office often have the same name.
  return named.map((one) =>
    named.some((other) => other.id !== one.id && other.name === one.name)
      ? { ...one, name: `${one.name}（${answers[ids.indexOf(one.id)]?.data?.agency.code ?? one.id}）` }
      : one,
  );
}
