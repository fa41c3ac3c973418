/** Probes and counters of a place: set, read, taken out as raw series. */
import { csvLine } from '@mingsuan/core/csv';
import { rateOf } from '@mingsuan/core/performance/counters';
import {
  addCounter,
  addProbe,
  addValues,
  type Counter,
  type CounterValue,
  getCounter,
  getProbe,
  listCounters,
  listProbes,
  type ProbeFields,
  type ProbeTold,
  renameProbe,
  type Store,
  switchProbe,
  valuesOf,
} from '@mingsuan/store';
import { Fault, found } from '../../fault.ts';
import { checkedUrl } from '../../links/fetch.ts';
import type { Visit } from '../accounts/service.ts';
import { scopeOf } from '../execution/scope.ts';
import { percentOf } from './percent.ts';
import { measuredProbes, seriesCsv, sitesOf } from './probes.ts';

const counterRate = ({ numerator, denominator }: Counter): string | null =>
  denominator === null || denominator < 0 || numerator < 0 ? null : percentOf(rateOf({ numerator, denominator }));

interface Told {
  readonly project: string | null;
  readonly indicator: string | null;
}

/** @throws Fault `missing` for what a person does not see; ChangeRefused for what may not be done */
export const measuring = (services: {
  readonly store: Store;
  readonly config: { readonly linkHosts: readonly string[] };
}) => {
  const { store, config } = services;
  const { db } = store;
  const unitIn = async (visit: Visit, id: number) => {
    const scope = await scopeOf(services, visit, id);
    if (scope.place.kind !== 'unit') throw new Fault('wrong', '请选一个单位。');
    return scope;
  };
  const probeIn = async (visit: Visit, id: number) => {
    const probe = found(await getProbe(db, id), '这项监测');
    return { probe, scope: await scopeOf(services, visit, probe.unitId) };
  };
  const counterIn = async (visit: Visit, id: number) => {
    const counter = found(await getCounter(db, id), '这个计数');
    return { counter, scope: await scopeOf(services, visit, counter.unitId) };
  };
  return {
    get: async (visit: Visit, placeId: number, year: number) => {
      const { units } = await scopeOf(services, visit, placeId);
      const ids = units.map(({ id }) => id);
      const [probes, counters] = await Promise.all([listProbes(db, ids), listCounters(db, ids, year)]);
      const measured = await measuredProbes(store, probes, year);
      return {
        probes: measured,
        sites: sitesOf(measured, year),
        counters: counters.map((counter) => ({ ...counter, rate: counterRate(counter) })),
      };
    },
    addProbe: async (visit: Visit, unitId: number, fields: Omit<ProbeFields, 'unitId'>) => {
      const { worker } = await unitIn(visit, unitId);
      if (config.linkHosts.length === 0)
        throw new Fault('forbidden', '没有开启网站监测：请管理员在 MINGSUAN_LINK_HOSTS 里写明可以访问的主机。');
      checkedUrl(fields.url, config.linkHosts);
      return { id: await addProbe(store, { unitId, ...fields }, worker) };
    },
    switchProbe: async (visit: Visit, id: number, isOn: boolean) => {
      const { probe, scope } = await probeIn(visit, id);
      await switchProbe(store, probe, isOn, scope.worker);
    },
    renameProbe: async (visit: Visit, id: number, told: ProbeTold) => {
      const { probe, scope } = await probeIn(visit, id);
      await renameProbe(store, probe, told, scope.worker);
    },
    addCounter: async (
      visit: Visit,
      unitId: number,
      year: number,
      fields: Told & { readonly name: string; readonly measure: string },
    ) => {
      const { worker } = await unitIn(visit, unitId);
      return { id: await addCounter(store, { unitId, year, ...fields }, worker) };
    },
    addValues: async (
      visit: Visit,
      id: number,
      {
        source,
        values = [],
        csv = '',
      }: {
        readonly source: string;
        readonly values?:
          | readonly { readonly day: string; readonly numerator: number; readonly denominator?: number | undefined }[]
          | undefined;
        readonly csv?: string | undefined;
      },
    ) => {
      const { counter, scope } = await counterIn(visit, id);
      const all = [
        ...values.map(({ denominator = null, ...value }): CounterValue => ({ ...value, denominator })),
        ...valuesIn(csv),
      ];
      if (all.length === 0) throw new Fault('wrong', '没有数可以记。');
      const other = all.find(({ day }) => !day.startsWith(`${counter.year}-`));
      if (other) throw new Fault('wrong', `${other.day} 不是 ${counter.year} 年的。`);
      await addValues(store, counter, all, source, scope.worker);
      return { values: all.length };
    },
    /** The raw series of a probe or a counter, for whoever opens a number down to its evidence. */
    visitsCsv: async (visit: Visit, id: number, year: number) => {
      const { probe } = await probeIn(visit, id);
      return { name: probe.name, text: await seriesCsv(store, probe, year) };
    },
    valuesCsv: async (visit: Visit, id: number) => {
      const { counter } = await counterIn(visit, id);
      const rows = await valuesOf(db, id);
      const lines = rows.map(({ day, numerator, denominator, source }) =>
        csvLine([day, numerator, denominator ?? '', source]),
      );
      return { name: counter.name, text: [csvLine(['日期', '分子', '分母', '来源']), ...lines].join('') };
    },
  };
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Lines of a day and one or two whole numbers; a header is passed over. @throws Fault with the number of the line */
function valuesIn(csv: string): readonly CounterValue[] {
  const lines = csv.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  return lines.flatMap((text, i): readonly CounterValue[] => {
    const [day = '', numerator = '', denominator] = text.split(/[,，\t]/).map((part) => part.trim());
    if (text.trim() === '' || (i === 0 && !DAY.test(day))) return [];
    const numbers = [numerator, ...(denominator ? [denominator] : [])].map(Number);
    if (!DAY.test(day) || numerator === '' || !numbers.every(Number.isSafeInteger))
      throw new Fault('wrong', `第 ${i + 1} 行应是“2026-03-02,数”或“2026-03-02,分子,分母”。`);
    return [{ day, numerator: numbers[0]!, denominator: numbers[1] ?? null }];
  });
}
