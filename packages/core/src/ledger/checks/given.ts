/** What a person gives beside the money: wholes against their parts, and what does not go with the unit's nature. */
import { isWhole, thingOf } from '../../model/quantity.ts';
import { formatAmount } from '../../money.ts';
import { columnIdOf, conceptById, partsOf } from '../../vocabulary/index.ts';
import type { Ledger } from '../ledger.ts';
import { type LedgerProblem, problem, wan } from './problem.ts';

/** Contradictions among counts, last year's figures and the unit's nature. */
export const givenProblems = (ledger: Ledger): LedgerProblem[] => [
  ...natureProblems(ledger),
  ...countProblems(ledger),
  ...negativeLastYear(ledger),
  ...lastYearProblems(ledger),
  ...whoProblems(ledger),
];

function negativeLastYear({ lastYear }: Ledger): LedgerProblem[] {
  return Object.entries(lastYear).flatMap(([key, fen]) => {
    if (fen >= 0) return [];
    const path = `lastYear[${key.replace(/:(?:executed|initial|adjusted)$/, '')}]`;
    return [problem('negative-amount', path, `上年数 ${formatAmount(fen, '元')} 元是负数，请改正。`)];
  });
}

/** Codes of the region and of the unit's own items, and what the unit is in two places. */
function whoProblems({ region, names = {}, nature, organization, agency, agencyOperating }: Ledger): LedgerProblem[] {
  const isRegion = region === undefined || /^\d{6}(?:\d{3}|\d{6})?$/.test(region.code);
  const wrong = Object.keys(names).filter((code) => !/^[A-C]?\d{3,10}$/.test(code));
  const own = organization.find(({ unit }) => unit === agency.name)?.nature;
  const isInstitution = own !== undefined && /事业/.test(own) && !/参/.test(own);
  // An institution with operating expenses is told by them.
  const differs =
    agency.level === 'unit' &&
    own !== undefined &&
    agencyOperating === undefined &&
    isInstitution !== (nature === 'institution');
  return [
    ...(isRegion ? [] : [problem('region-code', 'regionCode', `行政区划代码“${region.code}”不是六位数字，请改正。`)]),
    ...wrong.map((code) => problem('code-level', `names[${code}]`, `自设科目的编码“${code}”不是数字编码，请改正。`)),
    ...(differs
      ? [problem('nature-differs', 'nature', `单位性质与“机构设置”里写的“${own}”不一致：请核对，改正其中一个。`)]
      : []),
  ];
}

function natureProblems({ nature, agencyOperating, agency }: Ledger): LedgerProblem[] {
  if (nature !== 'institution' || !agencyOperating || agency.level === 'department') return [];
  const message = `单位性质是事业单位，没有机关运行经费，却填了 ${wan(agencyOperating)}：请改单位性质或删去。`;
  return [problem('operating-of-institution', 'agencyOperating', message)];
}

function countProblems({ counts }: Ledger): LedgerProblem[] {
  return Object.entries(counts).flatMap(([name, whole]) => {
    if (!isWhole(name)) return [];
    const parts = Object.entries(counts).filter(([other]) => other !== name && thingOf(other) === thingOf(name));
    const sum = parts.reduce((all, [, count]) => all + count, 0);
    if (parts.length === 0 || sum === whole) return [];
    const message = `车辆合计 ${whole} 辆，按用途相加是 ${sum} 辆：请核对。`;
    return [problem('counts-whole', `counts[${name}]`, message)];
  });
}

const SUMS: readonly (readonly [whole: string, name: string, parts: readonly string[]])[] = [
  ['three-publics[total]', '“三公”经费', partsOf('three-publics').map((id) => `three-publics[${id}]`)],
  ['three-publics[vehicles]', '公务用车购置及运行费', partsOf('vehicles').map((id) => `three-publics[${id}]`)],
  [
    'balance[本年支出合计]',
    '支出合计',
    partsOf('year-expenditure').map((id) => `expenditure[total].${columnIdOf(conceptById(id))}`),
  ],
];

/** A whole of last year that its given parts exceed, or that they all together are not. */
function lastYearProblems({ lastYear }: Ledger): LedgerProblem[] {
  return SUMS.flatMap(([whole, name, parts]) => {
    const all = lastYear[whole];
    const given = parts.flatMap((part) => lastYear[part] ?? []);
    const sum = given.reduce((total, fen) => total + fen, 0);
    if (all === undefined || (sum <= all && given.length < parts.length) || sum === all) return [];
    const message = `上年${name} ${formatAmount(all, '元')} 元，各项相加是 ${formatAmount(sum, '元')} 元：请核对。`;
    return [problem('last-year-whole', `lastYear[${whole}]`, message)];
  });
}
