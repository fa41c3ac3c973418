/**
 * Makes samples/portal: budgets of made-up agencies of a made-up city, complete with words, targets, purchases and assets, as PDF files
 * that a first start of the portal shows. Their names say that they are examples. Run by hand: npx tsx scripts/make-examples.ts
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDocuments } from '@mingsuan/core/check';
import { discloseLedger } from '@mingsuan/core/disclose';
import { exampleLedger } from '@mingsuan/core/ledger/example';
import type { Ledger, Project } from '@mingsuan/core/ledger/ledger';
import { type Fen, formatAmount } from '@mingsuan/core/money';
import { templateById } from '@mingsuan/core/templates/index';
import { readDocument } from '@mingsuan/documents/read';
import { writeDocument } from '@mingsuan/documents/write';

const FOLDER = join(import.meta.dirname, '../samples/portal');
const TEMPLATE = templateById('hebei-2023')!;
const REGION = { code: '990100', name: '示例市' };
/** The first year is known from the words of the next only. */
const YEARS = [2023, 2024, 2025];
const PUBLISHED = YEARS.slice(1);

interface Example {
  readonly code: string;
  readonly name: string;
  readonly duties: readonly string[];
  /** What its running and its projects are for, by function. */
  readonly running: string;
  readonly works: string;
  /** Of its staff, against the example's. */
  readonly size: number;
  readonly project: { readonly name: string; readonly goal: string; readonly factor: number };
  readonly reason: string;
}

const EXAMPLES: readonly Example[] = [
  {
    code: '302',
    name: '示例市数据服务局',
    duties: ['负责政务数据的汇聚、共享和开放。', '负责政务数据共享平台的运行和维护。'],
    running: '2010301',
    works: '2010302',
    size: 1,
    project: {
      name: '政务数据共享平台运行维护',
      goal: '保障共享平台全年稳定运行，满足各部门数据共享的需要。',
      factor: 1,
    },
    reason: '共享平台扩容后运行维护费增加',
  },
  {
    code: '335',
    name: '示例市水务局',
    duties: ['负责全市水资源的统一管理和保护。', '负责水利工程的建设、运行和防汛抗旱。'],
    running: '2130301',
    works: '2130305',
    size: 2.6,
    project: { name: '中小河流治理', goal: '完成年度河道治理任务，提高沿岸村镇防洪能力。', factor: 14 },
    reason: '新开工两条河道治理',
  },
  {
    code: '348',
    name: '示例市交通运输局',
    duties: ['负责全市公路、水路运输行业的管理。', '负责农村公路的建设和养护。'],
    running: '2140101',
    works: '2140106',
    size: 4.4,
    project: { name: '农村公路养护', goal: '完成年度养护里程，保障农村公路安全畅通。', factor: 9.5 },
    reason: '养护里程增加',
  },
];

const GROWTH: Readonly<Record<number, number>> = { 2023: 1, 2024: 1.043, 2025: 1.021 };

/** Cents of 万元, as budgets are printed. */
const rounded = (fen: number): Fen => Math.round(fen / 10_000) * 10_000;

const cumulated = (year: number): number =>
  YEARS.filter((one) => one <= year).reduce((product, one) => product * GROWTH[one]!, 1);

function ledgerOf(example: Example, year: number): Ledger {
  const base = exampleLedger(year);
  const growth = cumulated(year);
  const item = (code: string) => (code === '2010301' ? example.running : code === '2010302' ? example.works : code);
  const basic = base.basic.map((line) => {
    // 过紧日子：receptions and cars cost less each year, as the reasons say.
    const change = line.economic === '30217' || line.economic === '30231' ? 0.97 ** (year - YEARS[0]!) : growth;
    return { ...line, item: item(line.item), fen: rounded(line.fen * example.size * change) };
  });
  const projects = base.projects.map((project, i): Project => {
    const factor = i === 0 ? example.project.factor * growth ** 2 : 1;
    const lines = project.lines.map((line) => ({ ...line, item: item(line.item), fen: rounded(line.fen * factor) }));
    if (i > 0) return { ...project, lines };
    const cost = formatAmount(
      lines.reduce((sum, { fen }) => sum + fen, 0),
      '万元',
    );
    const named = (text: string) =>
      text
        .replace('维护系统', '完成任务')
        .replace('系统可用率', '质量合格率')
        .replace('故障响应时间', '任务按时完成天数')
        .replace('运行维护成本', '项目总成本')
        .replace('提供共享数据的部门数', '受益单位数')
        .replace('使用部门满意度', '服务对象满意度');
    return {
      ...project,
      name: example.project.name,
      goal: example.project.goal,
      basis: '年度工作计划',
      lines,
      indicators: project.indicators.map((one) => ({
        ...one,
        level3: named(one.level3),
        description: named(one.description ?? one.level3),
        target:
          one.level2 === '成本指标'
            ? `≤${cost}万元`
            : one.level3 === '故障响应时间'
              ? '≤300天'
              : one.target === '3套'
                ? '≥3项'
                : one.target,
        basis: '年度工作计划',
      })),
    };
  });
  const spent = [...basic, ...projects.flatMap(({ lines }) => lines)].reduce((sum, { fen }) => sum + fen, 0);
  return {
    ...base,
    agency: { code: example.code, name: example.name, level: 'department' },
    region: REGION,
    revenue: [{ fund: 'general-public', fen: spent }],
    basic,
    projects,
    organization: [{ unit: example.name, nature: '行政', rank: '正处级', funding: '财政拨款' }],
  };
}

/** With what the year before printed, and reasons for what changed. */
function complete(example: Example, year: number): Ledger {
  const own = ledgerOf(example, year);
  const last = sumsOf(ledgerOf(example, year - 1));
  last['balance[总计]'] = last['expenditure[total].basic']! + last['expenditure[total].project']!;
  last['revenue[total].appropriation'] = last['balance[总计]'];
  last['general-public[total].total'] = last['balance[总计]'];
  return {
    ...own,
    lastYear: { ...own.lastYear, ...last },
    texts: {
      ...own.texts,
      duties: [...example.duties],
      reasons: {
        ...own.texts.reasons,
        'balance[总计]': `人员增资，${example.reason}`,
        'expenditure[total].project': example.reason,
      },
      sections: {
        'performance-goal': [example.project.goal],
        'performance-parts': [
          `完成${example.project.name}，质量合格率不低于99.5%；完成办公设备更新，验收合格率达到100%。`,
        ],
        'performance-measures': ['健全内部管理制度，按季度监控预算执行和绩效目标完成情况，发现偏差及时纠正。'],
      },
    },
  };
}

function sumsOf({ basic, projects }: Ledger): Record<string, Fen> {
  const sum = (lines: readonly { readonly fen: Fen }[]) => lines.reduce((total, { fen }) => total + fen, 0);
  const economic = (...codes: readonly string[]) => sum(basic.filter((line) => codes.includes(line.economic ?? '')));
  return {
    'expenditure[total].basic': sum(basic),
    'expenditure[total].project': sum(projects.flatMap(({ lines }) => lines)),
    'agency-operating': sum(basic.filter(({ nature }) => nature === 'operating')),
    'three-publics[total]': economic('30217', '30231'),
    'three-publics[vehicles]': economic('30231'),
    'three-publics[vehicle-running]': economic('30231'),
    'three-publics[hospitality]': economic('30217'),
  };
}

mkdirSync(FOLDER, { recursive: true });
for (const name of readdirSync(FOLDER)) if (name.endsWith('.pdf')) rmSync(join(FOLDER, name));
const index: object[] = [];
for (const example of EXAMPLES)
  for (const year of PUBLISHED) {
    const { disclosure, problems } = discloseLedger(complete(example, year), TEMPLATE);
    const name = `${example.name}${year}年部门预算（示例）.pdf`;
    const bytes = await writeDocument([disclosure], 'pdf');
    const reading = await readDocument(name, bytes);
    const [checked] = checkDocuments([reading]);
    const found = checked!.findings.filter(({ severity }) => severity !== 'notice');
    console.log(
      name,
      bytes.length,
      problems.map(({ message }) => message),
      found.map(({ message }) => message),
    );
    writeFileSync(join(FOLDER, name), bytes);
    const { code, name: agency } = example;
    index.push({
      file: name,
      agency: { code, name: agency, level: 'department' },
      region: REGION,
      year,
      stage: 'budget',
    });
  }
writeFileSync(join(FOLDER, 'index.json'), `${JSON.stringify(index, null, 2)}\n`);
