/** What a person gives beside the money: wholes against their parts, codes, names, last year's figures. */
import { lookup, regionPath } from '../../classification/index.ts';
import { isWhole, thingOf } from '../../model/quantity.ts';
import { formatAmount } from '../../money.ts';
import { foldWidth, squeeze, unspaced } from '../../text/fold.ts';
import { columnIdOf, conceptById, partsOf } from '../../vocabulary/index.ts';
import type { Ledger } from '../ledger.ts';
import { type LedgerProblem, problem } from './problem.ts';

/** Contradictions among counts, last year's figures, codes and names. */
export const givenProblems = (ledger: Ledger): LedgerProblem[] => [
  ...countProblems(ledger),
  ...negativeLastYear(ledger),
  ...lastYearProblems(ledger),
  ...farWhole(ledger),
  ...aboveWhole(ledger),
  ...whoProblems(ledger),
];

function negativeLastYear({ lastYear }: Ledger): LedgerProblem[] {
  return Object.entries(lastYear).flatMap(([key, fen]) => {
    if (fen >= 0) return [];
    const path = `lastYear[${key.replace(/:(?:executed|initial|adjusted)$/, '')}]`;
    return [problem('negative-amount', path, `上年数 ${formatAmount(fen, '元')} 元是负数，请改正。`)];
  });
}

/** Codes of the region, of the unit, of its projects and of its own items. */
function whoProblems({ region, names = {}, agency, projects, year }: Ledger): LedgerProblem[] {
  const isRegion = region === undefined || /^\d{6}(?:\d{3}|\d{6})?$/.test(region.code);
  const wrong = Object.keys(names).filter((code) => !OWN_CODE.test(code));
  return [
    ...(isRegion
      ? regionProblems(region)
      : [problem('region-code', 'regionCode', `行政区划代码“${region.code}”不是六位数字，请改正。`)]),
    ...codeProblems(agency.code, 'code', '单位编码'),
    ...projects.flatMap(({ code }, i) => codeProblems(code, `projects[${i}].code`, '项目编码')),
    ...projects.flatMap(({ name, code }, i) => ownCodeProblems(name, code, agency.code, i)),
    ...projects.flatMap(({ name }, i) =>
      squeeze(name) === squeeze(agency.name)
        ? [problem('project-name-unit', `projects[${i}].name`, `项目名称写的是单位名称“${name}”：请写项目自己的名称。`)]
        : [],
    ),
    ...wrong.map((code) =>
      problem(
        'code-level',
        `names[${code}]`,
        `自设科目的编码“${code}”不是${/^\d+$/.test(code) ? '三位、五位或七位' : '数字'}编码，请改正。`,
      ),
    ),
    ...knownNames(names, year),
  ];
}

/** A class, section or item of three, five or seven digits, or an entry of the purchase catalogue. */
const OWN_CODE = /^(?:\d{3}|\d{5}|\d{7}|[A-C]\d{2,10})$/;

/** Names of one's own for codes that the lists of the year have under others. */
function knownNames(names: NonNullable<Ledger['names']>, year: number): LedgerProblem[] {
  return Object.entries(names).flatMap(([code, name]) => {
    const known = (['function', 'economic', 'procurement'] as const).flatMap(
      (list) => lookup(list, code, year)?.name ?? [],
    );
    const isOfClass = ['function', 'economic'].some((list) => lookup(list as 'function', code.slice(0, 3), year));
    if (known.length === 0 && /^\d{5,}$/.test(code) && !isOfClass && names[code.slice(0, 3)] === undefined)
      return [
        problem(
          'unknown-code',
          `names[${code}]`,
          `自设科目 ${code} 的类级编码 ${code.slice(0, 3)} 不是 ${year} 年的科目：请核对编码；类也是自设的，另写一行。`,
        ),
      ];
    if (known.length === 0 || known.some((each) => squeeze(each) === squeeze(name))) return [];
    const message = `编码 ${code} 是科目表里的“${known[0]}”，这里写的是“${name}”：科目表里有的不用自设，请删去或改编码。`;
    return [problem('own-code-known', `names[${code}]`, message)];
  });
}

/** A code of no province; a region's name against its code, where our list has the code. */
function regionProblems(region: Ledger['region']): LedgerProblem[] {
  const own = region && regionPath(region.code.slice(0, 6));
  if (region && !own && !regionPath(`${region.code.slice(0, 2)}0000`))
    return [problem('region-code', 'regionCode', `行政区划代码 ${region.code} 不属于任何省份：请核对。`)];
  if (!own || !region.name || isPlaceOf(squeeze(region.name), squeeze(own))) return [];
  const message = `行政区划代码 ${region.code} 是${own}，名称写的是“${region.name}”：请核对，改正其中一个。`;
  return [problem('region-name', 'regionCode', message)];
}

const isPlaceOf = (name: string, path: string): boolean => path.includes(name) || name.includes(path);

/** A code that a spreadsheet took for a number: 1.3E+11, or without its zeros at the front. */
function codeProblems(code: string | undefined, path: string, what: string): LedgerProblem[] {
  if (code === undefined) return [];
  if (/^\d(?:\.\d+)?E\+?\d+$/i.test(code)) {
    const message = `${what}“${code}”被表格软件改成了科学计数，原来的编码看不出了：请把这一格设为文本，重新填写。`;
    return [problem('code-as-number', path, message)];
  }
  const plain = unspaced(foldWidth(code));
  if (what === '项目编码' && code !== plain) {
    const message = `项目编码“${code}”中间有空格或全角字符：会照样印出来，别的表也按它找项目，请改成“${plain}”。`;
    return [problem('project-code-spaced', path, message)];
  }
  // Codes of units are three digits a level.
  if (what !== '单位编码' || !/^[1-9]\d*$/.test(code) || code.length % 3 !== 2) return [];
  const message = `单位编码“${code}”是 ${code.length} 位，像是丢了开头的 0：请核对，应有 0 的把这一格设为文本再填。`;
  return [problem('code-lost-zero', path, message)];
}

/** A project under the code of its unit, or whose name begins with the code of an item: another column was filled in. */
function ownCodeProblems(name: string, code: string | undefined, unit: string | undefined, i: number): LedgerProblem[] {
  const [item] = /^(?:\d{5}|\d{7})(?=[\s\p{Script=Han}])/u.exec(name) ?? [];
  return [
    ...(code !== undefined && code === unit
      ? [
          problem(
            'project-code-unit',
            `projects[${i}].code`,
            `项目“${name}”的编码写的是单位编码 ${unit}：请写项目自己的编码，没有的清空。`,
          ),
        ]
      : []),
    ...(item === undefined
      ? []
      : [
          problem(
            'project-name-code',
            `projects[${i}].name`,
            `项目名称“${name}”以 ${item} 开头，像是科目编码：名称会照样印出来，请只写名称，科目写在“项目支出”表。`,
          ),
        ]),
  ];
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

/** The whole of last year is not many times its two main parts: a digit too many. */
const TIMES = 8;

function farWhole({ lastYear }: Ledger): LedgerProblem[] {
  const all = lastYear[ALL];
  const [basic, projects] = [lastYear['expenditure[total].basic'], lastYear['expenditure[total].project']];
  if (all === undefined || basic === undefined || projects === undefined) return [];
  const sum = basic + projects;
  if (sum <= 0 || all < TIMES * sum) return [];
  const message = `上年收支总数 ${formatAmount(all, '元')} 元，基本支出、项目支出相加只有 ${formatAmount(sum, '元')} 元：请核对是不是多写了一位。`;
  return [problem('last-year-far', `lastYear[${ALL}]`, message)];
}

/** What all of last year's money was made of, one beside the other. */
const OF_ALL = [
  ['revenue[total].appropriation', '财政拨款收入'],
  ['general-public[total].total', '一般公共预算支出'],
  ['government-fund[total].total', '政府性基金预算支出'],
  ['state-capital[total].total', '国有资本经营预算支出'],
] as const;

/** A part of last year's money above all of it, rounded to a hundredth of 万元; one told in 万元 is told by itself. */
function aboveWhole({ lastYear }: Ledger): LedgerProblem[] {
  const all = lastYear[ALL];
  if (all === undefined) return [];
  return OF_ALL.flatMap(([key, name]) => {
    const part = lastYear[key] ?? 0;
    if (part <= all + 10_000 || part > all * FAR) return [];
    const message = `上年${name} ${formatAmount(part, '元')} 元，比上年收支总数 ${formatAmount(all, '元')} 元还多：请核对。`;
    return [problem('last-year-above', `lastYear[${key}]`, message)];
  });
}

/** All of both sides: what was carried on is in it, besides the expenditure. */
const ALL = 'balance[总计]';

const FAR = 1000;

/** The figures of last year that a whole told wrong is made of: what they lack follows from it. */
export const partsOfWrongWhole = (path: string): readonly string[] =>
  SUMS.find(([whole]) => path === `lastYear[${whole}]`)?.[2].map((part) => `lastYear[${part}]`) ?? [];

/** A whole of last year that its given parts exceed, or that they all together are not. */
function lastYearProblems({ lastYear }: Ledger): LedgerProblem[] {
  return SUMS.flatMap(([whole, name, parts]) => {
    const isAll = whole === 'balance[本年支出合计]' && lastYear[whole] === undefined;
    const all = lastYear[whole] ?? (isAll ? lastYear[ALL] : undefined);
    const given = parts.flatMap((part) => lastYear[part] ?? []);
    const sum = given.reduce((total, fen) => total + fen, 0);
    // A whole that is told in 万元 is told by itself.
    if (isAll && all !== undefined && sum > all * FAR) return [];
    if (all === undefined || (sum <= all && (isAll || given.length < parts.length)) || sum === all) return [];
    const message = `上年${isAll ? '收支总数' : name} ${formatAmount(all, '元')} 元，各项相加是 ${formatAmount(sum, '元')} 元：请核对。`;
    return [problem('last-year-whole', `lastYear[${isAll ? ALL : whole}]`, message)];
  });
}
