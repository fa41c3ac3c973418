/** A made-up ledger of a small administrative unit: the filled example that a new workbook can be made with. */

import type { Region } from '../disclosure.ts';
import type { Fen } from '../money.ts';
import type { BasicLine, Ledger, Project } from './ledger.ts';

const wan = (amount: number): Fen => Math.round(amount * 100) * 10_000;

const FUND = 'general-public';
const basic = (item: string, economic: string, nature: BasicLine['nature'], amount: number): BasicLine => ({
  item,
  economic,
  nature,
  fund: FUND,
  fen: wan(amount),
});

const BASIC: readonly BasicLine[] = [
  basic('2010301', '30101', 'personnel', 96.4),
  basic('2010301', '30102', 'personnel', 128.75),
  basic('2010301', '30103', 'personnel', 8.03),
  basic('2010301', '30112', 'personnel', 1.96),
  basic('2080505', '30108', 'personnel', 36.2),
  basic('2101101', '30110', 'personnel', 18.1),
  basic('2101103', '30111', 'personnel', 6.5),
  basic('2210201', '30113', 'personnel', 27.15),
  basic('2010301', '30201', 'operating', 9.6),
  basic('2010301', '30207', 'operating', 2.4),
  basic('2010301', '30211', 'operating', 6),
  basic('2010301', '30217', 'operating', 0.8),
  basic('2010301', '30228', 'operating', 3.62),
  basic('2010301', '30231', 'operating', 4),
  basic('2010301', '30239', 'operating', 15.84),
];

const indicator = (level1: string, level2: string, level3: string, target: string, basis: string) => ({
  level1,
  level2,
  level3,
  description: `${level3}的完成情况`,
  target,
  basis,
});

const PROJECTS: readonly Project[] = [
  {
    name: '政务数据共享平台运行维护',
    code: '13010023P001',
    category: 'specific',
    lines: [
      { item: '2010302', economic: '30213', fund: FUND, fen: wan(120) },
      { item: '2010302', economic: '30227', fund: FUND, fen: wan(36.5) },
    ],
    basis: '政务数据共享管理办法',
    goal: '保障共享平台全年稳定运行，满足各部门数据共享的需要。',
    indicators: [
      indicator('产出指标', '数量指标', '维护系统数量', '3套', '运行维护合同'),
      indicator('产出指标', '质量指标', '系统可用率', '≥99.5%', '运行维护合同'),
      indicator('产出指标', '时效指标', '故障响应时间', '≤2小时', '运行维护合同'),
      indicator('产出指标', '成本指标', '运行维护成本', '≤156.50万元', '预算批复'),
      indicator('效益指标', '社会效益指标', '提供共享数据的部门数', '≥40个', '工作计划'),
      indicator('满意度指标', '服务对象满意度指标', '使用部门满意度', '≥90%', '问卷调查'),
    ],
  },
  {
    name: '办公设备更新',
    code: '13010023P002',
    category: 'operation',
    lines: [{ item: '2010302', economic: '31002', fund: FUND, fen: wan(12) }],
    basis: '办公设备配置标准',
    goal: '更新到期报废的办公设备，保障日常工作。',
    indicators: [
      indicator('产出指标', '数量指标', '购置台式计算机数量', '20台', '设备配置标准'),
      indicator('产出指标', '质量指标', '验收合格率', '100%', '采购合同'),
      indicator('产出指标', '时效指标', '购置完成时间', '9月底前', '工作计划'),
      indicator('产出指标', '成本指标', '购置总成本', '≤12万元', '预算批复'),
      indicator('效益指标', '社会效益指标', '设备更新后日常办公保障率', '≥98%', '工作计划'),
      indicator('满意度指标', '服务对象满意度指标', '使用人员满意度', '≥90%', '问卷调查'),
    ],
  },
];

const SHIJIAZHUANG: Region = { code: '130100', name: '石家庄市' };

/** A whole made-up ledger of a year in a region, amounts in fen, that compiles without problems. */
export function exampleLedger(year: number, code = '302001', region: Region = SHIJIAZHUANG): Ledger {
  const codeIn = (project: string) => project.replace(SHIJIAZHUANG.code, region.code);
  const spent = [...BASIC, ...PROJECTS.flatMap(({ lines }) => lines)].reduce((sum, { fen }) => sum + fen, 0);
  return {
    agency: { code, name: '示例市数据服务局', level: 'unit' },
    region,
    year,
    nature: 'administrative',
    answers: { other: 'none', left: 'none' },
    revenue: [{ fund: FUND, fen: spent }],
    basic: BASIC,
    projects: PROJECTS.map((project) => ({ ...project, code: codeIn(project.code!) })),
    other: [],
    left: [],
    procurement: [
      {
        project: codeIn('13010023P002'),
        item: '台式计算机',
        code: 'A02010105',
        unit: '台',
        quantity: '20',
        unitPrice: wan(0.6),
        amounts: [{ fund: FUND, fen: wan(12) }],
        sme: wan(12),
      },
    ],
    assets: [
      { label: '资产总额', value: wan(386.2) },
      { label: '1、房屋（平方米）', quantity: '0', value: 0 },
      { label: '2、车辆（台、辆）', quantity: '2', value: wan(36.8) },
      { label: '3、单价在20万元以上的设备', quantity: '4', value: wan(168.4) },
      { label: '4、其他固定资产', quantity: '215', value: wan(181) },
    ],
    organization: [{ unit: '示例市数据服务局', nature: '行政', rank: '正处级', funding: '财政拨款' }],
    counts: {
      'vehicles[total]': 2,
      'vehicles[机要通信用车]': 2,
      'equipment[large]': 0,
      'vehicles-purchase[total]': 0,
      'equipment-purchase[large]': 0,
    },
    lastYear: {
      'balance[总计]': wan(512.6),
      'expenditure[total].basic': wan(352.1),
      'expenditure[total].project': wan(160.5),
      'agency-operating': wan(41.3),
      'three-publics[total]': wan(5.3),
      'three-publics[vehicles]': wan(4.2),
      'three-publics[vehicle-running]': wan(4.2),
      'three-publics[hospitality]': wan(1.1),
      'revenue[total].appropriation': wan(512.6),
      'general-public[total].total': wan(512.6),
      'government-fund[total].total': 0,
      'state-capital[total].total': 0,
    },
    texts: {
      duties: ['负责政务数据的汇聚、共享和开放。', '负责政务数据共享平台的运行和维护。'],
      reasons: {
        'balance[总计]': '人员增资和共享平台运行维护费增加',
        'expenditure[total].basic': '在职人员按规定增加工资',
        'expenditure[total].project': '共享平台扩容后运行维护费增加',
        'agency-operating': '新增人员公用经费',
        'three-publics[total]': '落实过紧日子要求，压减公务接待和用车支出',
        'three-publics[vehicles]': '减少公务出行',
        'three-publics[vehicle-running]': '减少公务出行',
        'three-publics[hospitality]': '压减公务接待',
      },
      sections: {
        'performance-goal': ['推进政务数据共享和开放，保障共享平台稳定运行，提高数据服务能力。'],
        'performance-parts': [
          '完成政务数据共享平台的运行维护，系统可用率不低于99.5%；完成办公设备更新，验收合格率达到100%。',
        ],
        'performance-measures': ['健全内部管理制度，按季度监控预算执行和绩效目标完成情况，发现偏差及时纠正。'],
      },
    },
  };
}
