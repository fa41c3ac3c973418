/** `performance.yaml`: a list of profiles by which performance is scored and watched, each from a year on. */
import {
  AT_MOST,
  type ExecutionRules,
  GROUPS,
  type Grade,
  type Lights,
  type MonitoringTerm,
  type PerformanceProfile,
  type Plausibility,
  USES,
  type Use,
  type Warnings,
  type Weights,
} from '../performance/profile.ts';
import type { Faults, Path } from '../user-file/faults.ts';
import {
  adviceFor,
  type Fields,
  fieldsOf,
  integerOf,
  itemOf,
  listOf,
  neededText,
  oneOf,
  textOf,
} from '../user-file/fields.ts';

const NAMES = [
  'id',
  'name',
  'from',
  'source',
  'extends',
  'weights',
  'personnel-weights',
  'at-most',
  'words',
  'grades',
  'decimals',
  'lights',
  'explain-below',
  'warnings',
  'execution',
  'monitoring',
  'plausibility',
  'use',
  'unrectified',
  'choose',
];

/** The profiles of a file; what one does not write it has from the one that it extends, its own file's or `base`'s. */
export function performanceOf(
  data: unknown,
  base: readonly PerformanceProfile[],
  faults: Faults,
): readonly PerformanceProfile[] {
  const found: PerformanceProfile[] = [];
  for (const [i, item] of listOf(data, [], faults).entries()) {
    const fields = itemOf(item, [i], NAMES, faults);
    const profile = fields && profileAt(fields, [i], [...base, ...found], faults);
    if (profile) found.push(profile);
  }
  return found;
}

function profileAt(
  fields: Fields,
  path: Path,
  known: readonly PerformanceProfile[],
  faults: Faults,
): PerformanceProfile | undefined {
  const before = faults.errors.length;
  const id = neededText(fields, 'id', path, '口径的编号', faults);
  if (known.some((each) => each.id === id)) faults.at([...path, 'id'], `口径编号“${id}”已经用过，请换一个。`);
  const extended = textOf(fields, 'extends', path, faults);
  const base = known.find((each) => each.id === extended);
  if (extended !== undefined && !base) {
    const ids = known.map((each) => each.id);
    faults.at(
      [...path, 'extends'],
      `没有口径“${extended}”，${adviceFor(extended, ids)}已有的是 ${ids.join('、') || '（没有）'}。`,
    );
  }
  const personnel =
    fields['personnel-weights'] === undefined
      ? base?.personnelWeights
      : weightsAt(fields, 'personnel-weights', path, faults);
  const grades = gradesAt(fields, path, faults) ?? base?.grades;
  const use = useAt(fields, path, grades ?? [], faults) ?? base?.use;
  const plausibility = plausibilityAt(fields, path, faults) ?? base?.plausibility;
  const unrectified = oneOf(fields, 'unrectified', path, ['hold'] as const, faults) ?? base?.unrectified;
  const choose = oneOf(fields, 'choose', path, ['by-cost'] as const, faults);
  const profile = {
    id: id ?? '',
    name: neededText(fields, 'name', path, '口径的名称', faults) ?? '',
    from: needed(fields, 'from', path, '自哪一年起', faults, integerOf(fields, 'from', path, faults)),
    source: neededText(fields, 'source', path, '依据的文件', faults) ?? '',
    weights: needed(
      fields,
      'weights',
      path,
      '各类分值',
      faults,
      weightsAt(fields, 'weights', path, faults),
      base?.weights,
    ),
    ...(personnel ? { personnelWeights: personnel } : {}),
    atMost: needed(
      fields,
      'at-most',
      path,
      '上限指标怎样计分',
      faults,
      oneOf(fields, 'at-most', path, AT_MOST, faults),
      base?.atMost,
    ),
    words: needed(
      fields,
      'words',
      path,
      '定性指标两档的最低百分比',
      faults,
      wordsAt(fields, path, faults),
      base?.words,
    ),
    grades: needed(fields, 'grades', path, '各等级的最低分', faults, grades),
    decimals: percentAt(fields, 'decimals', path, faults, 4) ?? base?.decimals ?? 2,
    lights: needed(
      fields,
      'lights',
      path,
      '红、黄、蓝灯的百分比',
      faults,
      lightsAt(fields, path, faults),
      base?.lights,
    ),
    explainBelow: percentAt(fields, 'explain-below', path, faults) ?? base?.explainBelow ?? 0,
    warnings: warningsAt(fields, path, faults) ?? base?.warnings ?? { dates: [] },
    execution: executionAt(fields, path, faults) ?? base?.execution ?? {},
    monitoring: monitoringAt(fields, path, faults) ?? base?.monitoring ?? [],
    ...(plausibility ? { plausibility } : {}),
    ...(use ? { use } : {}),
    ...(unrectified ? { unrectified } : {}),
    ...(choose ? { choose } : {}),
  };
  return faults.errors.length > before ? undefined : (profile as PerformanceProfile);
}

/** The own value, else the base's; neither, and nothing written that was faulty, is a fault of its own. */
function needed<T>(
  fields: Fields,
  name: string,
  path: Path,
  what: string,
  faults: Faults,
  own: T | undefined,
  base?: T,
): T | undefined {
  const value = own ?? (fields[name] === undefined ? base : undefined);
  if (value === undefined && fields[name] === undefined) faults.at(path, `缺少“${name}”，请写明${what}。`);
  return value;
}

function percentAt(fields: Fields, name: string, path: Path, faults: Faults, most = 100): number | undefined {
  const value = integerOf(fields, name, path, faults);
  if (value === undefined || (value >= 0 && value <= most)) return value;
  return faults.at([...path, name], `“${name}”应在 0 到 ${most} 之间，不能是 ${value}。`);
}

function weightsAt(fields: Fields, name: string, path: Path, faults: Faults): Weights | undefined {
  const at = [...path, name];
  const given = fieldsOf(fields[name], at, GROUPS, faults);
  if (!given) return undefined;
  const weights: Weights = Object.fromEntries(
    GROUPS.flatMap((group) => {
      const value = percentAt(given, group, at, faults);
      return value === undefined ? [] : [[group, value] as const];
    }),
  );
  const sum = Object.values(weights).reduce((a, b) => a + b, 0);
  if (sum !== 100) return faults.at(at, `各类分值合计应为 100，现在是 ${sum}。`);
  return weights;
}

function wordsAt(fields: Fields, path: Path, faults: Faults): PerformanceProfile['words'] | undefined {
  const at = [...path, 'words'];
  const given = fieldsOf(fields.words, at, ['reached', 'partly'], faults);
  if (!given) return undefined;
  const [reached, partly] = [percentAt(given, 'reached', at, faults), percentAt(given, 'partly', at, faults)];
  if (reached === undefined || partly === undefined || partly >= reached)
    return faults.at(at, '“words”应写 reached（达成）和 partly（部分达成）的最低百分比，前者较大。');
  return { reached, partly };
}

function gradesAt(fields: Fields, path: Path, faults: Faults): readonly Grade[] | undefined {
  if (fields.grades === undefined) return undefined;
  const at = [...path, 'grades'];
  const grades = listOf(fields.grades, at, faults).flatMap((item, i): readonly Grade[] => {
    const given = itemOf(item, [...at, i], ['name', 'from'], faults);
    const name = given && neededText(given, 'name', [...at, i], '等级的名称', faults);
    const from = given && percentAt(given, 'from', [...at, i], faults);
    return name === undefined || from === undefined ? [] : [{ name, from }];
  });
  const falls = grades.every(({ from }, i) => i === 0 || from < grades[i - 1]!.from);
  if (falls && grades.at(-1)?.from === 0) return grades;
  return faults.at(at, '各等级应从高到低写最低分，最后一级从 0 起，使每个分数恰有一个等级。');
}

function lightsAt(fields: Fields, path: Path, faults: Faults): Lights | undefined {
  const at = [...path, 'lights'];
  const given = fieldsOf(fields.lights, at, ['red', 'yellow', 'blue'], faults);
  if (!given) return undefined;
  const [red, yellow, blue] = ['red', 'yellow', 'blue'].map((name) => percentAt(given, name, at, faults, 1000));
  if (red === undefined || yellow === undefined || blue === undefined || red >= yellow || yellow > 100 || blue < 100)
    return faults.at(at, '“lights”应写 red、yellow、blue 三个百分比：红灯低于黄灯，黄灯不超过 100，蓝灯不低于 100。');
  return { red, yellow, blue };
}

function warningsAt(fields: Fields, path: Path, faults: Faults): Warnings | undefined {
  const at = [...path, 'warnings'];
  const given = fieldsOf(fields.warnings, at, ['dates', 'gap', 'answer-days'], faults);
  if (!given) return undefined;
  const dates = listOf(given.dates, [...at, 'dates'], faults).flatMap((item, i) => {
    const here = [...at, 'dates', i];
    const date = itemOf(item, here, ['month', 'least'], faults);
    const month = date && percentAt(date, 'month', here, faults, 12);
    const least = date && percentAt(date, 'least', here, faults);
    if (month && least !== undefined) return [{ month, least }];
    if (date) faults.at(here, '这一项应写 month（月份）和 least（支出进度的最低百分比）。');
    return [];
  });
  const gap = percentAt(given, 'gap', at, faults);
  const answerDays = percentAt(given, 'answer-days', at, faults);
  return { dates, ...(gap === undefined ? {} : { gap }), ...(answerDays === undefined ? {} : { answerDays }) };
}

function executionAt(fields: Fields, path: Path, faults: Faults): ExecutionRules | undefined {
  const at = [...path, 'execution'];
  const given = fieldsOf(fields.execution, at, ['refined-by', 'pay-days', 'pay-working-days', 'provisional'], faults);
  if (!given) return undefined;
  const refinedBy = percentAt(given, 'refined-by', at, faults, 12);
  const [days, working] = [percentAt(given, 'pay-days', at, faults), percentAt(given, 'pay-working-days', at, faults)];
  if (days !== undefined && working !== undefined)
    return faults.at(at, '付款期限只写一个：pay-days（日历日）或 pay-working-days（工作日）。');
  const payWithin =
    working !== undefined
      ? ({ days: working, count: 'working-days' } as const)
      : days !== undefined && ({ days, count: 'days' } as const);
  const provisional = textOf(given, 'provisional', at, faults);
  return {
    ...(refinedBy ? { refinedBy } : {}),
    ...(payWithin ? { payWithin } : {}),
    ...(provisional === undefined ? {} : { provisional }),
  };
}

function plausibilityAt(fields: Fields, path: Path, faults: Faults): Plausibility | undefined {
  const at = [...path, 'plausibility'];
  const given = fieldsOf(fields.plausibility, at, ['ahead', 'unspent'], faults);
  if (!given) return undefined;
  const [ahead, unspent] = [percentAt(given, 'ahead', at, faults), percentAt(given, 'unspent', at, faults)];
  if (ahead === undefined || unspent === undefined)
    return faults.at(at, '“plausibility”应写 ahead（指标得分率最多高出多少）和 unspent（结余最多多少）两个百分比。');
  return { ahead, unspent };
}

const DAY_OF_YEAR = /^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

function monitoringAt(fields: Fields, path: Path, faults: Faults): readonly MonitoringTerm[] | undefined {
  if (fields.monitoring === undefined) return undefined;
  const at = [...path, 'monitoring'];
  return listOf(fields.monitoring, at, faults).flatMap((item, i): readonly MonitoringTerm[] => {
    const here = [...at, i];
    const given = itemOf(item, here, ['month', 'due'], faults);
    const month = given && percentAt(given, 'month', here, faults, 12);
    const due = given && textOf(given, 'due', here, faults);
    if (month && due !== undefined && DAY_OF_YEAR.test(due)) return [{ month, due }];
    if (given) faults.at(here, '这一项应写 month（监控到几月底）和 due（几月几日前报送，写成 08-31）。');
    return [];
  });
}

/** One use for each of the profile's grades. */
function useAt(fields: Fields, path: Path, grades: readonly Grade[], faults: Faults): PerformanceProfile['use'] {
  const at = [...path, 'use'];
  const names = grades.map(({ name }) => name);
  const given = fieldsOf(fields.use, at, names, faults);
  if (!given) return undefined;
  const uses = names.flatMap((name): readonly (readonly [string, Use])[] => {
    const use = oneOf(given, name, at, USES, faults);
    return use ? [[name, use]] : [];
  });
  if (uses.length === names.length) return Object.fromEntries(uses);
  return faults.at(at, `“use”应给每个等级（${names.join('、')}）写一种用法：${USES.join('、')}。`);
}
