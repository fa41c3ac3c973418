/** What a made-up department spends, exact to the fen, before anything is printed. */
import type { Fen } from '@mingsuan/core/money';

interface Section {
  readonly code: string;
  readonly name: string;
  readonly items: readonly (readonly [code: string, name: string])[];
}

export const CLASSES: readonly (readonly [code: string, name: string])[] = [
  ['201', '一般公共服务支出'],
  ['202', '外交支出'],
  ['203', '国防支出'],
  ['204', '公共安全支出'],
  ['205', '教育支出'],
  ['206', '科学技术支出'],
  ['207', '文化旅游体育与传媒支出'],
  ['208', '社会保障和就业支出'],
  ['209', '社会保险基金支出'],
  ['210', '卫生健康支出'],
  ['211', '节能环保支出'],
  ['212', '城乡社区支出'],
  ['213', '农林水支出'],
  ['214', '交通运输支出'],
  ['215', '资源勘探工业信息等支出'],
  ['216', '商业服务业等支出'],
  ['217', '金融支出'],
  ['219', '援助其他地区支出'],
  ['220', '自然资源海洋气象等支出'],
  ['221', '住房保障支出'],
  ['222', '粮油物资储备支出'],
  ['223', '国有资本经营预算支出'],
  ['224', '灾害防治及应急管理支出'],
  ['227', '预备费'],
  ['229', '其他支出'],
  ['230', '转移性支出'],
  ['231', '债务还本支出'],
  ['232', '债务付息支出'],
  ['233', '债务发行费用支出'],
  ['234', '抗疫特别国债安排的支出'],
];

const WORK: readonly Section[] = [
  section('20103', '政府办公厅（室）及相关机构事务', '01 行政运行 02 一般行政管理事务 03 机关服务 50 事业运行'),
  section('20106', '财政事务', '01 行政运行 02 一般行政管理事务 07 信息化建设 08 财政委托业务支出'),
  section('20131', '党委办公厅（室）及相关机构事务', '01 行政运行 02 一般行政管理事务 05 专项业务'),
  section('20406', '司法', '01 行政运行 04 基层司法业务 05 普法宣传 07 公共法律服务'),
  section('20502', '普通教育', '01 学前教育 02 小学教育 03 初中教育'),
  section('20701', '文化和旅游', '01 行政运行 04 图书馆 09 群众文化'),
  section('21301', '农业农村', '01 行政运行 04 事业运行 08 病虫害控制'),
];
const PENSION = section(
  '20805',
  '行政事业单位养老支出',
  '01 行政单位离退休 05 机关事业单位基本养老保险缴费支出 06 机关事业单位职业年金缴费支出',
);
const MEDICAL = section('21011', '行政事业单位医疗', '01 行政单位医疗 02 事业单位医疗 03 公务员医疗补助');
const HOUSING = section('22102', '住房改革支出', '01 住房公积金 03 购房补贴');
const LAND = section('21208', '国有土地使用权出让收入安排的支出', '01 征地和拆迁补偿支出 03 城市建设支出');

const SALARIES = ['30101 基本工资', '30102 津贴补贴', '30103 奖金', '30107 绩效工资', '30199 其他工资福利支出'];
const GOODS = [
  '30201 办公费',
  '30207 邮电费',
  '30211 差旅费',
  '30216 培训费',
  '30228 工会经费',
  '30229 福利费',
  '30239 其他交通费用',
  '30299 其他商品和服务支出',
];
export const ECONOMIC_CLASSES = new Map([
  ['301', '工资福利支出'],
  ['302', '商品和服务支出'],
  ['303', '对个人和家庭的补助'],
]);

function section(code: string, name: string, items: string): Section {
  return { code, name, items: [...items.matchAll(/(\d\d) (\S+)/g)].map((m) => [`${code}${m[1]}`, m[2]!] as const) };
}

/** A small deterministic generator (mulberry32): numbers in [0, 1). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Exact amounts of one code: columns to fen. */
export type Amounts = Record<string, Fen>;

export interface Item {
  readonly code: string;
  readonly name: string;
  readonly amounts: Amounts;
}

export interface Base {
  readonly items: readonly Item[];
  readonly fundItems: readonly Item[];
  readonly economic: readonly Item[];
  readonly sections: ReadonlyMap<string, string>;
  readonly other: Fen;
  readonly carryover: Fen;
}

/** `functions`: how many fields of work the department has; one to three without. */
export function draw(random: () => number, functions?: number): Base {
  const amount = (scale: number) =>
    Math.round(Math.exp(random() * 4) * scale * 10_000) * 10 + Math.floor(random() * 10);
  const sections = new Map<string, string>();
  const items: Item[] = [];
  const add = (from: Section, scale: number, kind: 'work' | 'basic') => {
    sections.set(from.code, from.name);
    for (const [code, name] of from.items) {
      if (kind === 'work' && items.some((item) => item.code.startsWith(from.code)) && random() < 0.25) continue;
      const basic = kind === 'basic' || random() < 0.6 ? amount(scale) : 0;
      const project = kind === 'work' && (basic === 0 || random() < 0.5) ? amount(scale * 2) : 0;
      items.push({ code, name, amounts: { total: basic + project, basic, project } });
    }
  };
  const work = [...WORK].sort(() => random() - 0.5).slice(0, functions ?? 1 + Math.floor(random() * 3));
  for (const each of work) add(each, 60, 'work');
  for (const each of [PENSION, MEDICAL, HOUSING]) add(each, 8, 'basic');
  items.sort((a, b) => (a.code < b.code ? -1 : 1));
  const fundItems: Item[] = [];
  if (random() < 0.3) {
    sections.set(LAND.code, LAND.name);
    for (const [code, name] of LAND.items) {
      const project = amount(100);
      fundItems.push({ code, name, amounts: { total: project, basic: 0, project } });
    }
  }
  const economic = drawEconomic(items, random);
  const hasOther = random() < 0.3;
  return {
    items,
    fundItems,
    economic,
    sections,
    other: hasOther ? amount(20) : 0,
    carryover: random() < 0.2 ? amount(10) : 0,
  };
}

/** Splits the basic expenditure: contributions equal their functional items, the rest is shared out. */
function drawEconomic(items: readonly Item[], random: () => number): readonly Item[] {
  const of = (...codes: string[]) =>
    sum(items.filter((item) => codes.includes(item.code)).map((item) => item.amounts.basic!));
  const fixed: [string, Fen][] = [
    ['30108 机关事业单位基本养老保险缴费', of('2080505')],
    ['30109 职业年金缴费', of('2080506')],
    ['30110 职工基本医疗保险缴费', of('2101101', '2101102')],
    ['30111 公务员医疗补助缴费', of('2101103')],
    ['30113 住房公积金', of('2210201')],
    ['30302 退休费', of('2080501')],
  ];
  const rest = sum(items.map((item) => item.amounts.basic!)) - sum(fixed.map(([, fen]) => fen));
  const operating = Math.floor(rest * (0.1 + random() * 0.2));
  const drawn = [...share(SALARIES, rest - operating, random), ...share(GOODS, operating, random), ...fixed];
  return drawn
    .map(([name, total]) => {
      const isGoods = name.startsWith('302');
      const amounts = { total, personnel: isGoods ? 0 : total, operating: isGoods ? total : 0 };
      return { code: name.slice(0, 5), name: name.slice(6), amounts };
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

function share(names: readonly string[], whole: Fen, random: () => number): [string, Fen][] {
  const weights = names.map(() => random() + 0.05);
  let left = whole;
  return names.map((name, i) => {
    const part = i === names.length - 1 ? left : Math.floor((whole * weights[i]!) / sum(weights));
    left -= part;
    return [name, part];
  });
}

const sum = (values: readonly Fen[]): Fen => values.reduce((total, value) => total + value, 0);

/** Sums of each column. */
export function columnSums(items: readonly Item[]): Amounts {
  const sums: Amounts = {};
  for (const { amounts } of items) for (const [c, fen] of Object.entries(amounts)) sums[c] = (sums[c] ?? 0) + fen;
  return sums;
}

/** The same, for each class. */
export function byClass(items: readonly Item[]): ReadonlyMap<string, Amounts> {
  const codes = new Set(items.map((item) => item.code.slice(0, 3)));
  return new Map([...codes].map((code) => [code, columnSums(items.filter((item) => item.code.startsWith(code)))]));
}
