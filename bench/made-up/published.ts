/**
 * Whole disclosures as a province's agencies publish them, made up: agencies of several districts, departments and their
 * units, several years each, with words, projects, procurement and assets beside the tables.
 */

import { lookup } from '@mingsuan/core/classification/index';
import type { Disclosure, ExplanationSection, Region } from '@mingsuan/core/disclosure';
import { figure } from '@mingsuan/core/figures/index';
import type { AssetRow, PerformanceTarget, ProcurementRow } from '@mingsuan/core/kinds/index';
import { ASSETS, ORGANIZATION, PERFORMANCE, PROCUREMENT } from '@mingsuan/core/kinds/index';
import { addressOf } from '@mingsuan/core/model/quantity';
import { tablesFrom } from '@mingsuan/core/model/tables';
import { formatAmount } from '@mingsuan/core/money';
import { generate, randomOf } from '../generate.ts';

const FIELDS =
  '财政 教育 民政 司法行政 人力资源 自然资源 生态环境 住房建设 交通运输 水利 农业农村 商务 文化旅游 卫生健康 应急管理 审计 市场监督 统计 医疗保障 数据资源'.split(
    ' ',
  );
const TASKS =
  '信息系统运行维护 办公设备购置 基层法律服务 道路养护 水库除险加固 学前教育补助 图书馆免费开放 重大疫病防控 农产品质量检测 安全生产检查 困难群众救助 人才引进补贴'.split(
    ' ',
  );
const ITEMS = [
  ['台式计算机', 'A02010105', '台'],
  ['便携式计算机', 'A02010108', '台'],
  ['复印机', 'A02020100', '台'],
  ['物业管理服务', 'C21040000', '项'],
] as const;
const UNITS_OF_DEPARTMENT = 2;
const FIRST_REGION = 130100;

const regions: Region[] = [];

/** The districts and counties of Hebei, one after the other. */
function regionAt(index: number): Region {
  for (let code = FIRST_REGION + regions.length; regions.length <= index && code < 140000; code++) {
    const known = regions.some((region) => region.code === String(code));
    const entry = known ? undefined : lookup('region', String(code));
    if (entry) regions.push({ code: entry.code, name: entry.name });
    if (regions.length > index) break;
  }
  return regions[index % regions.length]!;
}

export interface PublishedOptions {
  /** Which agency: every region has `FIELDS` departments, each followed by its units. */
  readonly agency: number;
  readonly year: number;
  /** Fields of work: 7 make some 600 figures, the default some 350. */
  readonly functions?: number;
  /** Another drawing of the figures. */
  readonly draw?: number;
}

export const AGENCIES_OF_REGION = FIELDS.length * (1 + UNITS_OF_DEPARTMENT);

export function published({ agency, year, functions = 3, draw = 0 }: PublishedOptions): Disclosure {
  const seed = agency * 100 + (year % 100) + draw * 1_000_003 + 1;
  const random = randomOf(seed);
  const base = generate({ seed, shape: agency % 2 ? 'shanghai' : 'hebei', functions });
  const region = regionAt(Math.floor(agency / AGENCIES_OF_REGION));
  const inRegion = agency % AGENCIES_OF_REGION;
  const department = Math.floor(inRegion / (1 + UNITS_OF_DEPARTMENT));
  const unit = inRegion % (1 + UNITS_OF_DEPARTMENT);
  const code = String(301 + department);
  const name = `${region.name}${FIELDS[department]}局`;
  const projects = Array.from({ length: 4 + Math.floor(random() * 6) }, (_, i) => projectOf(i, random));
  return {
    ...base,
    agency:
      unit === 0
        ? { code, name, level: 'department' }
        : { code: `${code}00${unit}`, name: unit === 1 ? `${name}本级` : `${name}服务中心`, level: 'unit' },
    region,
    year,
    explanation: explanationOf(base, name, year, random),
    tables: [
      ...tablesFrom(
        PROCUREMENT,
        projects.flatMap(({ project }, i) => (i % 2 ? [] : [procurementOf(project!, random)])),
        { title: PROCUREMENT.name, unit: '万元' },
      ),
      ...tablesFrom(ASSETS, assetsOf(random), { title: ASSETS.name, unit: '万元' }),
      ...tablesFrom(
        ORGANIZATION,
        [{ unit: name, nature: '行政', rank: '正科级', funding: '财政拨款', origin: { line: 880 } }],
        { title: ORGANIZATION.name },
      ),
      ...tablesFrom(PERFORMANCE, projects),
    ],
  };
}

function assetsOf(random: () => number): AssetRow[] {
  const parts = ['房屋（平方米）', '车辆（台、辆）', '单价在20万元以上的设备', '其他固定资产'].map((key) => ({
    key,
    fen: Math.round(random() * 1e5) * 10_000,
  }));
  const total = parts.reduce((sum, { fen }) => sum + fen, 0);
  return [{ key: '资产总额', fen: total }, ...parts].map(({ key, fen }, i) => {
    const origin = { line: 900 + i };
    return {
      key,
      label: i === 0 ? key : `${i}、${key}`,
      value: { fen, text: formatAmount(fen, '万元'), origin },
      origin,
    };
  });
}

function projectOf(i: number, random: () => number): PerformanceTarget {
  const task = TASKS[Math.floor(random() * TASKS.length)]!;
  const indicators = ['数量指标', '质量指标', '时效指标', '成本指标', '社会效益指标', '服务对象满意度指标'].map(
    (level2, k) => ({
      level1: k < 4 ? '产出指标' : k === 4 ? '效益指标' : '满意度指标',
      level2,
      level3: `${task}${['完成数量', '合格率', '按期完成率', '总成本', '受益人次', '群众满意度'][k]}`,
      description: `反映${task}工作的${level2.replace('指标', '')}情况`,
      target: [
        `≥${10 + Math.floor(random() * 90)}项`,
        '≥95%',
        '≥98%',
        `≤${1 + Math.floor(random() * 50)}万元`,
        '≥500人次',
        '≥92%',
      ][k]!,
      origin: { line: 600 + i * 10 + k },
    }),
  );
  return {
    title: `${task}项目绩效目标表`,
    project: `${task}经费（${i + 1}）`,
    goal: `保障${task}工作按计划开展，完成年度任务，资金使用规范，群众满意。`,
    indicators,
    origin: { line: 600 + i * 10 },
  };
}

function procurementOf(project: string, random: () => number): ProcurementRow {
  const [item, code, unit] = ITEMS[Math.floor(random() * ITEMS.length)]!;
  const fen = (1 + Math.floor(random() * 500)) * 10_000;
  const origin = { line: 800 };
  return {
    kind: 'item',
    label: project,
    project,
    item,
    code,
    unit,
    quantity: { units: 1, scale: 0, text: '1', origin },
    unitPrice: { fen, text: formatAmount(fen, '万元'), origin },
    cells: { total: { fen, text: formatAmount(fen, '万元'), origin } },
    origin,
  };
}

/** Some two thousand characters; the figures are the tables' own. */
function explanationOf(base: Disclosure, name: string, year: number, random: () => number): ExplanationSection[] {
  const amount = (quantity: string) => formatAmount(figure(base, addressOf(quantity)).figure?.fen ?? 0, '万元');
  const change = formatAmount(Math.round(random() * 1000) * 10_000, '万元');
  const duties = TASKS.map(
    (task, i) =>
      `（${i + 1}）负责本行政区域内${task}的组织、指导、协调和监督管理工作，拟订有关规划和年度计划并组织实施。`,
  );
  return [
    section('一', '部门职责及机构设置情况', [`${name}的主要职责是：`, ...duties]),
    section('二', '部门预算安排的总体情况', [
      `${year}年预算收入${amount('balance[收入总计]')}万元，其中：一般公共预算收入${amount('general-public[total].total')}万元。`,
      `${year}年部门支出预算为${amount('balance[支出总计]')}万元，其中基本支出${amount('expenditure[total].basic')}万元，项目支出${amount('expenditure[total].project')}万元。`,
      `${year}年预算收支安排${amount('balance[支出总计]')}万元，较${year - 1}年预算增加${change}万元。`,
    ]),
    section('三', '机关运行经费安排情况', [
      `${year}年，机关运行经费共计安排${amount('expenditure[total].operating')}万元，主要用于办公、差旅、会议、水电等日常支出。`,
    ]),
    section('四', '财政拨款“三公”经费预算情况', [
      `${year}年“三公”经费预算数为${amount('three-publics[total]')}万元，较上年持平。`,
    ]),
    section(
      '五',
      '预算绩效信息',
      duties.map((duty) => `围绕${duty}明确目标，细化措施，压实责任，确保完成。`),
    ),
  ];
}

function section(number: string, title: string, paragraphs: readonly string[]): ExplanationSection {
  const origin = { page: 3, line: 400 };
  return {
    number,
    title,
    text: paragraphs.join('\n'),
    paragraphs: paragraphs.map((text) => ({ text, origin })),
    origin,
  };
}
