/** Valid ledgers of all kinds, made up: what `ledgerProblems` has nothing to say of. */

import fc from 'fast-check';
import { ancestors, lookup } from '../../src/classification/index.ts';
import { conceptsOf } from '../../src/classification/lookup.ts';
import { allAnswered } from '../../src/ledger/areas.ts';
import { budgetOfItem } from '../../src/ledger/checks/funds.ts';
import { scaleProblems } from '../../src/ledger/checks/scale.ts';
import {
  APPROPRIATIONS,
  type BasicLine,
  FUNDS,
  type Fund,
  type IndicatorLine,
  type Ledger,
  type OtherLine,
  type ProcurementItem,
  type Project,
  type RevenueLine,
  type Source,
  type SpendingLine,
} from '../../src/ledger/ledger.ts';
import { type Fen, formatAmount } from '../../src/money.ts';
import type { Template } from '../../src/templates/index.ts';

/** Contributions and the functional items that they are paid from: domain C9. */
const PAIRED: readonly (readonly [item: string, economic: string])[] = [
  ['2080505', '30108'],
  ['2080506', '30109'],
  ['2101101', '30110'],
  ['2101102', '30110'],
  ['2101103', '30111'],
  ['2210201', '30113'],
];
const PERSONNEL = ['30101', '30102', '30103', '30107', '30112', '30199', '30304', '30305', '30307', '30399'];
const OPERATING = [
  '30201',
  '30202',
  '30207',
  '30211',
  '30212',
  '30215',
  '30216',
  '30217',
  '30228',
  '30231',
  '30239',
  '30299',
  '31002',
  '31013',
];
const PROJECT = [
  '30201',
  '30212',
  '30213',
  '30217',
  '30226',
  '30227',
  '30231',
  '30299',
  '31002',
  '31007',
  '31013',
  '30913',
  '39999',
];
const OWN_FUNDS = FUNDS.filter((fund) => !APPROPRIATIONS.includes(fund));

const pairedItems = new Set(PAIRED.map(([item]) => item));

/** Every item of a year whose section and class are known, but for the paired ones. */
function itemsOf(year: number): readonly string[] {
  return [...conceptsOf('function').keys()].filter((code) => {
    if (code.length !== 7 || pairedItems.has(code)) return false;
    return [...ancestors(code), code].every((each) => {
      const entry = lookup('function', each, year);
      return entry && entry.trust !== 'stale' && year >= (entry.from ?? year) && year <= (entry.to ?? year);
    });
  });
}

/** 万元 with two decimals as most are, and any other amount; none so small that 万元 prints it as nothing. */
const amounts: fc.Arbitrary<Fen> = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 500_000 }).map((steps) => steps * 10_000) },
  { weight: 2, arbitrary: fc.integer({ min: 10_000, max: 50_000_000_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 10_000, max: 99_999 }) },
);

const INDICATORS: readonly IndicatorLine[] = [
  ['产出指标', '数量指标', '印制宣传材料', '≥500份'],
  ['产出指标', '质量指标', '印制合格率', '≥98%'],
  ['产出指标', '时效指标', '完成时间', '12月底前'],
  ['产出指标', '成本指标', '总成本', ''],
  ['效益指标', '社会效益指标', '群众知晓率', '≥85%'],
  ['满意度指标', '服务对象满意度指标', '群众满意度', '≥90%'],
].map(([level1, level2, level3, target]) => ({
  level1: level1!,
  level2: level2!,
  level3: level3!,
  target: target!,
  description: `${level3}按年初工作计划考核`,
  basis: '年度工作计划',
}));

/** What 机构设置 calls a unit of each nature. */
const NATURES: Readonly<Record<Ledger['nature'], string>> = {
  administrative: '行政',
  'civil-service-managed': '参公事业单位',
  institution: '事业',
};

/** A line that is another one again is worth a look. */
const hasSameLines = ({ basic }: Ledger): boolean =>
  new Set(basic.map((line) => JSON.stringify(Object.entries(line).sort()))).size < basic.length;

const PROJECT_NAMES = ['业务宣传费', '设备更新购置', '办公场所维修', '信息系统运行维护', '专项检查经费'];

/** Goods of both editions of the procurement catalogue, by what they cost at most. */
const GOODS: Readonly<Record<'old' | 'new', readonly string[]>> = {
  old: ['A02010104', 'A0201060102', 'A020204', 'C0205'],
  new: ['A02010105', 'A02021003', 'A05010201', 'C16070000'],
};

const sourceKey = ({ fund, carried }: Source) => `${fund}/${carried ?? false}`;
const total = (lines: readonly { readonly fen: Fen }[]) => lines.reduce((sum, { fen }) => sum + fen, 0);

/** What brings in all that the lines spend: one line for each source. */
export function revenueFor(lines: readonly SpendingLine[]): RevenueLine[] {
  const bySource = new Map<string, RevenueLine>();
  for (const line of lines) {
    const { fund, carried } = line;
    const known = bySource.get(sourceKey(line));
    bySource.set(sourceKey(line), { fund, ...(carried ? { carried } : {}), fen: (known?.fen ?? 0) + line.fen });
  }
  return [...bySource.values()];
}

function arbitraryOf(year: number): fc.Arbitrary<Ledger> {
  const known = itemsOf(year);
  const items = fc.constantFrom(...known);
  const generalItems = fc.constantFrom(
    ...known.filter((item) => (budgetOfItem(item, year) ?? 'general-public') === 'general-public'),
  );
  /** An item of a fund's or of state capital's own budget is paid by that, any other by neither. */
  const fitting = (item: string, fund: Fund): Fund => {
    const own = budgetOfItem(item, year);
    if (own === undefined) return fund;
    if (own !== 'general-public') return own;
    return fund === 'government-fund' || fund === 'state-capital' ? own : fund;
  };
  const carried = fc.oneof(
    { weight: 5, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.constant({ carried: true }) },
  );
  const fund: fc.Arbitrary<Fund> = fc.oneof(
    { weight: 6, arbitrary: fc.constant<Fund>('general-public') },
    { weight: 3, arbitrary: fc.constantFrom(...FUNDS) },
  );
  const spending = (
    funds: fc.Arbitrary<Fund>,
    economic: fc.Arbitrary<string | undefined>,
    ofItems = items,
  ): fc.Arbitrary<SpendingLine> =>
    fc
      .tuple(ofItems, funds, carried, economic, amounts, fc.boolean())
      .map(([item, own, from, code, fen, academic]) => ({
        item,
        fund: fitting(item, own),
        ...from,
        ...(code ? { economic: code } : {}),
        ...(code === '30212' && academic ? { academic } : {}),
        fen,
      }));
  const nature = fc.constantFrom('personnel' as const, 'operating' as const);
  const basicLine: fc.Arbitrary<BasicLine> = nature.chain((own) =>
    spending(fund, fc.constantFrom(...(own === 'personnel' ? PERSONNEL : OPERATING))).map((line) => ({
      ...line,
      nature: own,
    })),
  );
  const paired: fc.Arbitrary<BasicLine> = fc
    .tuple(fc.constantFrom(...PAIRED), amounts)
    .map(([[item, economic], fen]) => ({ item, economic, fund: 'general-public', nature: 'personnel', fen }));
  const other: fc.Arbitrary<OtherLine> = fc
    .tuple(
      spending(fc.constantFrom(...OWN_FUNDS), fc.constant(undefined), generalItems),
      fc.constantFrom('business' as const, 'remittance' as const, 'affiliate-subsidy' as const),
    )
    .map(([line, kind]) => ({ ...line, kind }));
  const project = (name: string): fc.Arbitrary<Project> =>
    fc
      .tuple(
        fc.array(spending(fund, fc.option(fc.constantFrom(...PROJECT), { nil: undefined })), {
          minLength: 1,
          maxLength: 3,
        }),
        fc.constantFrom('operation' as const, 'specific' as const),
      )
      .map(([lines, category]) => ({
        name,
        category,
        lines,
        basis: '年度工作计划',
        goal: `完成${name}的年度任务，保证各项工作按期开展。`,
        indicators: INDICATORS.map((line) => ({
          ...line,
          level3: `${name}${line.level3}`,
          target: line.target || `≤${formatAmount(Math.floor(total(lines) / 10_000) * 10_000, '万元')}万元`,
        })),
      }));
  const projects = fc
    .subarray(PROJECT_NAMES)
    .chain((names) => fc.tuple(...names.map(project)) as unknown as fc.Arbitrary<Project[]>);
  return fc
    .record({
      nature: fc.constantFrom('administrative' as const, 'civil-service-managed' as const, 'institution' as const),
      basic: fc
        .tuple(fc.array(basicLine, { maxLength: 6 }), fc.array(paired, { maxLength: 4 }))
        .map((both) => both.flat()),
      projects,
      other: fc.oneof(
        { weight: 3, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.array(other, { maxLength: 2 }) },
      ),
      left: fc.oneof(
        { weight: 3, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.array(spending(fund, fc.constant(undefined)), { maxLength: 2 }) },
      ),
      choices: fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 24, maxLength: 24 }),
      assets: fc.array(
        fc.integer({ min: 0, max: 900_000 }).map((steps) => steps * 10_000),
        { minLength: 4, maxLength: 4 },
      ),
    })
    .map(({ choices, assets, ...parts }): Ledger => {
      const lines = [...parts.basic, ...parts.projects.flatMap((each) => each.lines), ...parts.other, ...parts.left];
      const [house, cars, devices, rest] = assets as [Fen, Fen, Fen, Fen];
      return {
        agency: { code: '302001', name: '某市某局', level: 'unit' },
        region: { code: '130100', name: '石家庄市' },
        year,
        ...parts,
        revenue: revenueFor(lines),
        procurement: procurementOf(parts.projects, year, choices),
        assets: [
          { label: '房屋', quantity: '1200.5', value: house },
          { label: '办公用房', partOf: '房屋', quantity: '800', value: Math.floor(house / 2) },
          { label: '车辆', quantity: '3', value: cars },
          { label: '单价在20万元以上的设备', quantity: '2', value: devices + 40_000_000 },
          { label: '其他固定资产', value: rest },
        ],
        organization: [{ unit: '某市某局', nature: NATURES[parts.nature], rank: '正处级', funding: '财政拨款' }],
        counts: {},
        lastYear: {},
        texts: { duties: ['负责本市有关工作。'], reasons: {} },
      };
    })
    .map((ledger) => {
      const answers = allAnswered(ledger, ['last-year', 'vehicles']);
      return { ...ledger, ...(Object.keys(answers).length > 0 ? { answers } : {}) };
    })
    .filter((ledger) => scaleProblems(ledger).length === 0 && !hasSameLines(ledger));
}

/** At most one purchase from each line of a project, within its money. */
function procurementOf(projects: readonly Project[], year: number, choices: readonly number[]): ProcurementItem[] {
  const goods = GOODS[year < 2023 ? 'old' : 'new'];
  const lines = projects.flatMap(({ name, lines }) => lines.map((line) => ({ name, line })));
  return lines.flatMap(({ name, line }, i): ProcurementItem[] => {
    const choice = choices[i % choices.length]!;
    const quantity = 1 + (choice % 12);
    const unitPrice = Math.floor(line.fen / quantity / (1 + (choice % 3)));
    if (choice % 2 === 0 || unitPrice < 100_000) return [];
    const code = goods[choice % goods.length]!;
    const entry = lookup('procurement', code, year);
    const { fund, carried } = line;
    const fen = unitPrice * quantity;
    return [
      {
        project: name,
        item: entry?.name ?? '办公用品',
        ...(entry ? { code } : {}),
        unit: code.startsWith('C') ? '项' : '台',
        quantity: String(quantity),
        unitPrice,
        amounts: [{ fund, ...(carried ? { carried } : {}), fen }],
        sme: Math.floor((fen * (choice % 4)) / 4),
      },
    ];
  });
}

const YEARS = [2021, 2022, 2023, 2024, 2025, 2026] as const;
const byYear = new Map(YEARS.map((year) => [year as number, arbitraryOf(year)]));

/** A valid ledger of a year from 2021 to 2026, or of the year given. */
export function arbitraryLedger(year?: number): fc.Arbitrary<Ledger> {
  if (year === undefined) return fc.constantFrom(...YEARS).chain((own) => byYear.get(own)!);
  return byYear.get(year) ?? arbitraryOf(year);
}

/** The same with a section on every line, as a place asks for that prints all expenditure by economic class. */
export function withSections(ledger: Ledger): Ledger {
  const placed = <T extends SpendingLine>(line: T): T => ({ economic: '30299', ...line });
  const { projects, other } = ledger;
  return {
    ...ledger,
    projects: projects.map((project) => ({ ...project, lines: project.lines.map(placed) })),
    other: other.map(placed),
  };
}

/** Valid ledgers that leave nothing open which the template prints. */
export const ledgersFor = ({ forms }: Template): fc.Arbitrary<Ledger> =>
  forms.some(({ form, sides }) => form === 'general-economic' || sides?.includes('economic'))
    ? arbitraryLedger().map(withSections)
    : arbitraryLedger();
