/** Lines of money by themselves: codes, signs, sections that do not go with the nature or the item. */

import { ancestors, lookup } from '../../classification/index.ts';
import { wan } from '../../money.ts';
import { APPROPRIATIONS, type Ledger } from '../ledger.ts';
import { guessOf } from '../unconfirmed.ts';
import { isOfOtherBudget } from './funds.ts';
import { fundName, KIND_NAMES, type LedgerProblem, type Placed, placedLines, problem, total } from './problem.ts';

/** What is wrong with single lines of money; one message a line and cause. */
export function lineProblems(ledger: Ledger): LedgerProblem[] {
  return [
    ...negativeAmounts(ledger),
    ...placedLines(ledger).flatMap((placed) => codeProblems(ledger, placed)),
    ...basicProblems(ledger),
    ...contributionProblems(ledger),
    ...academicProblems(ledger),
    ...sameLines(ledger),
    ...otherProblems(ledger),
    ...projectProblems(ledger),
  ];
}

function negativeAmounts(ledger: Ledger): LedgerProblem[] {
  const { revenue, procurement, projects, agencyOperating = 0, year } = ledger;
  const told = (path: string, name: string) =>
    problem('negative-amount', path, `${name}是负数：金额不能小于零，请改正。`);
  return [
    ...revenue.flatMap(({ fund, fen }, i) =>
      fen < 0 ? [told(`revenue[${i}].fen`, `${fundName(fund)}（${wan(fen)}）`)] : [],
    ),
    ...placedLines(ledger).flatMap(({ line, path, name }) => (line.fen < 0 ? [told(`${path}.fen`, name)] : [])),
    ...procurement.flatMap(({ item, amounts }, i) =>
      amounts.flatMap(({ fen }, a) =>
        fen < 0 ? [told(`procurement[${i}].amounts[${a}].fen`, `采购“${item}”（${wan(fen)}）`)] : [],
      ),
    ),
    ...projects.flatMap(({ name, later = [] }, i) =>
      later.flatMap((each) => {
        const path = `projects[${i}].${each.year === year + 1 ? 'second' : 'third'}`;
        return each.fen < 0 ? [told(path, `项目“${name}”${each.year} 年的金额（${wan(each.fen)}）`)] : [];
      }),
    ),
    ...(agencyOperating < 0 ? [told('agencyOperating', `机关运行经费（${wan(agencyOperating)}）`)] : []),
  ];
}

const LISTS = {
  item: { list: 'function', digits: 7, says: '功能分类科目', level: '项级编码：请填 7 位编码' },
  economic: { list: 'economic', digits: 5, says: '经济分类科目', level: '款级编码：请填 5 位编码' },
} as const;

function codeProblems(ledger: Ledger, { line, path, name }: Placed): LedgerProblem[] {
  const { year, names } = ledger;
  return (['item', 'economic'] as const).flatMap((field) => {
    const code = line[field];
    const { list, digits, says, level } = LISTS[field];
    if (code === undefined) return [];
    const at = `${path}.${field}`;
    if (!/^\d+$/.test(code) || code.length !== digits)
      return [problem('code-level', at, `${name}的${says}“${code}”不是${level}。`)];
    if (names?.[code] || isOfYear(list, code, year)) return [];
    // A code of a class that there is may be a new one that our lists do not have yet; one of no class cannot be.
    if (isOfYear(list, code.slice(0, 3), year)) {
      // That another budget has it is told by itself.
      if (field === 'item' && isOfOtherBudget(ledger, line)) return [];
      return [
        problem(
          'code-not-listed',
          at,
          `${name}的${says} ${code} 不在程序的科目表里：请核对编码，并在“自设科目”写明名称。`,
        ),
      ];
    }
    return [problem('unknown-code', at, `${name}的${says} ${code} 不是 ${year} 年的科目：请核对编码。`)];
  });
}

/** The code, its section and its class are all of the year. */
function isOfYear(list: 'function' | 'economic', code: string, year: number): boolean {
  return [...ancestors(code), code].every((each) => {
    const entry = lookup(list, each, year);
    return entry !== undefined && year >= (entry.from ?? year) && year <= (entry.to ?? year);
  });
}

/** Contributions and the items that they are spent under. */
const CONTRIBUTIONS: readonly (readonly [economic: string, item: RegExp, name: string])[] = [
  ['30108', /^20805(?!06)/, '机关事业单位基本养老保险缴费支出（2080505）'],
  ['30109', /^20805(?!05)/, '机关事业单位职业年金缴费支出（2080506）'],
  ['30110', /^21011/, '行政事业单位医疗（21011）'],
  ['30111', /^21011/, '公务员医疗补助（2101103）'],
  ['30113', /^2210201/, '住房公积金（2210201）'],
  ['30301', /^20805/, '行政事业单位养老支出（20805）'],
  ['30302', /^20805/, '行政事业单位养老支出（20805）'],
];

/** Items of nothing but contributions. */
const OF_CONTRIBUTIONS = /^(?:208050[56]|210110[123]|2210201)$/;

/** Money that only persons get: wages, bonuses and contributions for them, pensions. */
const WAGES = /^(?:301(?:0[1-9]|1[0-3])|3030[12])$/;
const RUNNING = /^302(?:0[1-9]|1[1-8])$/;
/** Debts, buildings and things: no money that persons get. */
const CAPITAL = /^(?:307|309|31[0-3])/;

function basicProblems({ basic }: Ledger): LedgerProblem[] {
  return basic.flatMap((line, i) => {
    const { fund, economic, nature, item, fen } = line;
    const kind = nature === 'personnel' ? '人员经费' : '公用经费';
    const what = `基本支出（${item} ${kind} ${wan(fen)}）`;
    if (economic === undefined)
      return fund === 'general-public'
        ? [
            problem(
              'economic-missing',
              `basic[${i}].economic`,
              `${what}没有经济分类科目：一般公共预算基本支出要按经济分类列示，请补填。`,
            ),
          ]
        : [];
    const name = lookup('economic', economic)?.name ?? economic;
    if (nature === 'operating' && WAGES.test(economic))
      return [
        problem(
          'nature-of-section',
          `basic[${i}].nature`,
          `${what}的经济科目是 ${economic} ${name}，属于人员经费：请改性质或科目。`,
        ),
      ];
    if (nature === 'personnel' && RUNNING.test(economic))
      return [
        problem(
          'nature-of-section',
          `basic[${i}].nature`,
          `${what}的经济科目是 ${economic} ${name}，属于公用经费：请改性质或科目。`,
        ),
      ];
    if (nature === 'personnel' && CAPITAL.test(economic))
      return [
        problem(
          'nature-of-section',
          `basic[${i}].nature`,
          `${what}的经济科目是 ${economic} ${name}，不是人员经费：请改性质或科目。`,
        ),
      ];
    // Where nobody has said yet that it is spent there, that it waits for a person is told.
    const rule = guessOf(line) ? undefined : CONTRIBUTIONS.find(([code]) => code === economic);
    const ofOthers = guessOf(line) ? undefined : OF_CONTRIBUTIONS.exec(item);
    if (ofOthers && PAY.test(economic))
      return [
        problem(
          'item-of-contribution',
          `basic[${i}].item`,
          `${what}是 ${economic} ${name}，功能科目 ${item} 却只列缴费、补助和公积金：请核对功能科目。`,
        ),
      ];
    return rule && !rule[1].test(item)
      ? [
          problem(
            'item-of-contribution',
            `basic[${i}].item`,
            `${what}是 ${economic} ${name}，一般列在${rule[2]}：请核对功能科目。`,
          ),
        ]
      : [];
  });
}

/** 基本工资, 津贴补贴, 奖金, 绩效工资: what contributions are reckoned from. */
const PAY = /^301(?:0[1237])$/;

/** 工会经费, 2 % of pay by law (工会法). */
const UNION_FEES = '30228';
/** The contributions are at most about a sixth of pay, in percent of which they are told: a digit too many is more than that. */
const MOST = { contribution: 50, [UNION_FEES]: 10 } as const;

/** What is a share of pay, and far more of it than it can be: a digit too many. */
function contributionProblems({ basic }: Ledger): LedgerProblem[] {
  const paid = basic.filter(({ economic = '' }) => PAY.test(economic));
  const pay = total(paid);
  const isBelowZero = paid.some(({ fen }) => fen < 0);
  return basic.flatMap(({ economic = '', fen }, i) => {
    const isContribution = CONTRIBUTIONS.some(([code]) => code === economic && code.startsWith('301'));
    const most = economic === UNION_FEES ? MOST[UNION_FEES] : isContribution ? MOST.contribution : undefined;
    if (most === undefined || pay <= 0 || isBelowZero || fen * 100 <= pay * most) return [];
    const name = lookup('economic', economic)?.name ?? economic;
    const than = fen > pay ? '还多' : `的 ${most}% 还多`;
    const message = `${economic} ${name} ${wan(fen)}，比工资、津贴补贴、奖金、绩效工资合起来（${wan(pay)}）${than}：请核对金额。`;
    return [problem('contribution-above-pay', `basic[${i}].fen`, message)];
  });
}

/** Only overseas travel is told apart by who travels. */
const OVERSEAS = '30212';

function academicProblems(ledger: Ledger): LedgerProblem[] {
  return placedLines(ledger).flatMap(({ line, path, name }) => {
    if (!line.academic || line.economic === undefined || line.economic === OVERSEAS) return [];
    const message = `${name}不是因公出国（境）费用（${OVERSEAS}），“教学科研出国”却填了“是”：请清空，或改经济科目。`;
    return [problem('academic-of-section', `${path}.academic`, message)];
  });
}

/** Lines of basic expenditure or of a project that are the same in all: one may have been entered twice. */
function sameLines(ledger: Ledger): LedgerProblem[] {
  const seen = new Set<string>();
  return placedLines(ledger).flatMap(({ line, path, name }) => {
    if (line.economic === undefined) return [];
    const told = Object.entries(line).flatMap(([field, each]) =>
      each && field !== 'unconfirmed' ? `${field}=${each}` : [],
    );
    const key = `${path.slice(0, path.lastIndexOf('['))} ${told.sort().join(' ')}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const message = `${name}与前面一行的科目、来源、金额都相同：请核对是不是填了两次。`;
    return [problem('same-line', `${path}.fen`, message)];
  });
}

function otherProblems({ other }: Ledger): LedgerProblem[] {
  return other.flatMap(({ fund, kind, fen }, i) => {
    if (!APPROPRIATIONS.includes(fund)) return [];
    const message = `${KIND_NAMES[kind]} ${wan(fen)}的来源是${fundName(fund)}：财政拨款不能用于${KIND_NAMES[kind]}，请改资金来源或改列项目支出。`;
    return [problem('other-from-appropriation', `other[${i}].fund`, message)];
  });
}

const SHOWN = 5;

function projectProblems({ projects }: Ledger): LedgerProblem[] {
  const twins = projects.flatMap(({ code, name }, i): LedgerProblem[] => {
    const first = projects.findIndex((other) => code !== undefined && other.code === code);
    const message = `项目“${name}”和“${projects[first]?.name}”的编码都是 ${code}：请改正其中一个。`;
    return first >= 0 && first < i ? [problem('project-code', `projects[${i}].code`, message)] : [];
  });
  const unnumbered = projects.flatMap(({ code, name }, i): LedgerProblem[] => {
    const other = projects.find((each, at) => at !== i && each.name === name);
    if (code !== undefined || other?.code === undefined) return [];
    const message = `有两个项目都叫“${name}”，一个有编码（${other.code}），这一个没有：请补填编码，其他各表里也写编码，才分得清是哪一个。`;
    return [problem('project-uncoded', `projects[${i}].code`, message)];
  });
  const unclear = new Set(unnumbered.map(({ path }) => projects[Number(/\d+/.exec(path)?.[0])]?.name));
  const without = projects.flatMap(({ name, lines }, i) =>
    total(lines) === 0 && !unclear.has(name) ? [{ name, i }] : [],
  );
  const told = without.slice(0, SHOWN).map(({ name, i }) => {
    const message = `项目“${name}”没有填金额：请补填功能分类、资金来源和金额，或删去项目。`;
    return problem('project-without-money', `projects[${i}].lines`, message);
  });
  const more = without.slice(SHOWN);
  const rest = `还有 ${more.length} 个项目没有填金额：${more.map(({ name }) => `“${name}”`).join('、')}。`;
  return [
    ...twins,
    ...unnumbered,
    ...told,
    ...(more[0] ? [problem('project-without-money', `projects[${more[0].i}].lines`, rest)] : []),
  ];
}
