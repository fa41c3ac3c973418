/** `profile.yaml`: whose folder it is, whose it follows, and the thresholds of the place, each from a year on. */
import type { Stage } from '../disclosure.ts';
import type { Faults } from '../user-file/faults.ts';
import { fieldsOf, integerOf, itemOf, listOf, neededText, textOf } from '../user-file/fields.ts';

/** The days at which cars and assets are counted, as sentences print them: 8月31日. */
export interface Counted {
  /** First budget year in which they hold. */
  readonly from: number;
  /** Of the year before. */
  readonly budget?: string;
  readonly 'final-accounts'?: string;
}

export interface Profile {
  readonly name: string;
  /** First digits of the codes of its regions; absent for the whole country. */
  readonly region?: string;
  /** Id of the jurisdiction whose sentences, terms and plans this one goes on from. */
  readonly extends?: string;
  readonly counted: readonly Counted[];
}

const DAY = /^(?:1[0-2]|[1-9])月(?:3[01]|[12]\d|[1-9])日$/;

/** What `profile.yaml` says; `id` names the place where the file does not. */
export function profileOf(data: unknown, id: string, faults: Faults): Profile {
  const fields = fieldsOf(data, [], ['name', 'region', 'extends', 'counted'], faults) ?? {};
  const region = textOf(fields, 'region', [], faults);
  if (region !== undefined && !/^\d{2}(?:\d{2}){0,2}$/.test(region))
    faults.at(['region'], `“region”应为行政区划代码的前两位、四位或六位，不能是“${region}”。`);
  const extended = textOf(fields, 'extends', [], faults);
  return {
    name: neededText(fields, 'name', [], '地区的名称', faults) ?? id,
    ...(region === undefined ? {} : { region }),
    ...(extended === undefined ? {} : { extends: extended }),
    counted: listOf(fields.counted, ['counted'], faults).flatMap((item, i) => countedOf(item, i, faults) ?? []),
  };
}

function countedOf(item: unknown, i: number, faults: Faults): Counted | undefined {
  const path = ['counted', i];
  const fields = itemOf(item, path, ['from', 'budget', 'final-accounts'], faults);
  if (!fields) return undefined;
  const from = integerOf(fields, 'from', path, faults);
  if (fields.from === undefined) faults.at(path, '缺少“from”，请写明自哪个预算年度起。');
  const day = (stage: Stage) => {
    const text = textOf(fields, stage, path, faults);
    if (text !== undefined && !DAY.test(text)) faults.at([...path, stage], `“${stage}”应为一天，例如 12月31日。`);
    return text === undefined ? {} : { [stage]: text };
  };
  return { from: from ?? 0, ...day('budget'), ...day('final-accounts') };
}

/** What holds in a year: the latest that began by then, else the first. */
export function countedIn(counted: readonly Counted[], stage: Stage, year: number): string | undefined {
  const told = counted.filter((each) => each[stage] !== undefined).sort((a, b) => a.from - b.from);
  return (told.findLast(({ from }) => from <= year) ?? told[0])?.[stage];
}
