import type { Disclosure, TableFormId } from '@mingsuan/core/disclosure';
import type { AssetRow, PerformanceTarget, ProcurementRow, RowsByProperty } from '@mingsuan/core/kinds/index';
import { type PublishedDisclosure, tablesOfPublished } from '@mingsuan/core/model/published';
import type { Template } from '@mingsuan/core/templates/index';
import { lineKey } from '@mingsuan/core/text/numbering';
import fc from 'fast-check';
import { amount, amounts } from './arbitrary.ts';

type Records = Pick<PublishedDisclosure, 'tables'> & RowsByProperty;

/** The tables that are no statements, of the forms that a template prints. */
export function records(template: Template, fill: (text: string) => string): fc.Arbitrary<Pick<Disclosure, 'tables'>> {
  const has = (form: TableFormId) => template.forms.find((candidate) => candidate.form === form);
  const part = <K extends keyof Records>(form: TableFormId, key: K, rows: fc.Arbitrary<Records[K]>) =>
    has(form) ? rows.map((found): Partial<Records> => ({ [key]: found })) : fc.constant<Partial<Records>>({});
  const funds =
    has('procurement')
      ?.columns.slice(7)
      .map(([id]) => id) ?? [];
  const forms = (['organization', 'duty-performance', 'procurement', 'assets'] as const).filter(has);
  const tables = forms.map((form) => ({
    form,
    title: fill(has(form)!.title),
    ...(form === 'organization' ? {} : { unit: '万元' as const }),
    ...(form === 'assets' ? { asOf: '2020-12-31' } : {}),
    origin: {},
  }));
  return fc
    .tuple(
      part('organization', 'organization', organization),
      part('duty-performance', 'dutyPerformance', duties),
      part('procurement', 'procurement', procurement(funds)),
      part('assets', 'assets', assets),
      part('performance', 'performance', fc.array(target, { maxLength: 3 }).map(numbered)),
    )
    .map((parts) => ({ tables: tablesOfPublished(Object.assign({ tables }, ...parts) as Records) }));
}

const organization = fc.array(
  fc
    .constantFrom('机关本级', '第一中学', '服务中心')
    .map((unit) => ({ unit, nature: '事业', rank: '正科级', origin: {} })),
  { minLength: 1, maxLength: 3 },
);

const duties = fc.array(
  amount('万元').map((cell) => ({
    duty: '一、规划管理',
    amount: cell,
    content: '编制规划，组织评审。',
    goal: '规划按期完成',
    indicator: '完成率',
    excellent: '≥95%',
    good: '≥90%',
    origin: {},
  })),
  { minLength: 1, maxLength: 3 },
);

function procurement(funds: readonly string[]): fc.Arbitrary<ProcurementRow[]> {
  const item = fc
    .record({ cells: amounts(funds, '万元'), unitPrice: amount('万元'), count: fc.integer({ min: 1, max: 9999 }) })
    .map(({ cells, unitPrice, count }): ProcurementRow => {
      const quantity = { units: count, scale: 0, text: String(count), origin: {} };
      const names = {
        label: '办公设备购置',
        project: '办公设备购置',
        item: '台式计算机',
        code: 'A02010104',
        unit: '台',
      };
      return { kind: 'item', ...names, quantity, unitPrice, cells, origin: {} };
    });
  const total = amounts(funds, '万元').map(
    (cells): ProcurementRow => ({ kind: 'total', label: '合计', cells, origin: {} }),
  );
  return fc.tuple(total, fc.array(item, { minLength: 1, maxLength: 3 })).map(([sum, items]) => [sum, ...items]);
}

const ASSETS = ['资产总额', '1、房屋（平方米）', '其中：办公用房（平方米）', '2、车辆（台、辆）', '4、其他固定资产'];

const assets: fc.Arbitrary<AssetRow[]> = fc.tuple(...ASSETS.map(() => amount('万元'))).map((values) =>
  ASSETS.map((label, i) => ({
    key: lineKey(label),
    label,
    ...(label.startsWith('其中') ? { partOf: '房屋（平方米）' } : {}),
    ...(i > 0 ? { quantity: { units: i * 125, scale: 1, text: (i * 12.5).toFixed(1), origin: {} } } : {}),
    value: values[i]!,
    origin: {},
  })),
);

const LEVELS = [
  ['产出指标', '数量指标'],
  ['产出指标', '质量指标'],
  ['效益指标', '社会效益指标'],
  ['满意度指标', '服务对象满意度指标'],
] as const;

const target = fc
  .record({
    project: fc.constantFrom('校园维护', '办公设备购置', '综合业务经费'),
    goals: fc.subarray(['1.完成年度维护任务', '2.保障正常运转，安全无事故'], { minLength: 1 }),
    levels: fc.subarray([...LEVELS], { minLength: 1 }),
    twice: fc.boolean(),
  })
  .map(({ project, goals, levels, twice }) => ({
    project,
    goals,
    levels: levels.flatMap((level) => (twice ? [level, level] : [level])),
  }));

type Made = typeof target extends fc.Arbitrary<infer T> ? T : never;

function numbered(targets: readonly Made[]): PerformanceTarget[] {
  return targets.map(({ project, goals, levels }, i) => ({
    title: `${i + 1}、${project}绩效目标表`,
    project,
    goal: goals.join('\n'),
    indicators: levels.map(([level1, level2], n) => ({
      level1,
      level2,
      level3: `完成${n + 1}项任务`,
      description: '实际完成的比例（%）|当年',
      target: '≥90%',
      basis: '年度计划 [2023] 5 号',
      origin: {},
    })),
    origin: {},
  }));
}
