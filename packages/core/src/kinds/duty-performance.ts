/** 部门职责-工作活动绩效目标 of the 2019 generation: what each duty and activity is to achieve, with four standards. */
import { money, type RowOf, text } from './field.ts';
import { tableKind } from './kind.ts';
import { given, readFields } from './read.ts';

const usual = { usual: true } as const;

const FIELDS = {
  duty: text('职责活动', ['职责活动', '部门职责', '职责'], { required: true, usual: true }),
  amount: money('年度预算数', ['年度预算数', '预算数', '资金'], usual),
  content: text('内容描述', ['内容描述', '内容'], usual),
  goal: text('绩效目标', ['绩效目标'], usual),
  indicator: text('绩效指标', ['绩效指标'], usual),
  excellent: text('优', ['优'], usual),
  good: text('良', ['良'], usual),
  fair: text('中', ['中'], usual),
  poor: text('差', ['差'], usual),
};

export type DutyPerformanceRow = RowOf<typeof FIELDS>;

const NUMBERED = /^(?:[一二三四五六七八九十]+|\d+|[（(][一二三四五六七八九十\d]+[）)])[、.．]?/;

export const DUTY_PERFORMANCE = tableKind({
  id: 'duty-performance',
  property: 'dutyPerformance',
  name: '部门职责-工作活动绩效目标',
  called: '部门职责绩效目标表',
  english: 'Performance targets by duty',
  title: /职责.*(活动)?.*绩效目标(表)?$/,
  notTitle: /[:：]$|指标$/,
  signature: ['职责活动', '绩效目标', '优', '良', '差'],
  fields: FIELDS,
  home: /绩效/,

  read: ({ rows }) => {
    const read: DutyPerformanceRow[] = [];
    for (const printed of rows) {
      const row = { duty: '', ...readFields(FIELDS, printed), origin: printed.origin };
      const isTorn = printed.isFirst && !row.amount && !NUMBERED.test(row.duty) && row.excellent === undefined;
      const goesOn = read.length > 0 && (isTorn || row.duty === '');
      read.push(goesOn ? joined(read.pop()!, row) : row);
    }
    return read;
  },

  asks: () => [
    {
      code: 'duty-performance-missing',
      message: '部门职责-工作活动绩效目标不在台账中：请在生成的文本里补填各项活动的优、良、中、差标准。',
    },
  ],

  keyed: ({ duty }) => ({ key: duty, label: duty }),
  found: ({ duty, indicator, content, goal, origin }) => [
    { kind: 'indicator', title: indicator ?? duty, body: [duty, content, goal], origin },
  ],
  counted: ({ length }) => [`职责活动绩效 ${length} 行`, `${length} rows of performance by duty`],
  shown: {
    id: 'duties',
    title: ['职责和工作活动绩效', 'Duties and activities'],
    isLong: true,
    columns: [
      { title: ['名称', 'Name'], value: ({ duty }) => duty },
      { title: ['金额', 'Amount'], isNumber: true, value: ({ amount }) => amount },
      { title: ['绩效目标', 'Goal'], value: ({ goal, content }) => goal ?? content },
      { title: ['指标', 'Indicator'], value: ({ indicator }) => indicator },
      { title: ['目标值', 'Target'], value: ({ excellent }) => excellent },
    ],
  },
});

const TEXTS = ['duty', 'content', 'goal', 'indicator', 'excellent', 'good', 'fair', 'poor'] as const;

/** A row that a page break tore: each text goes on where it stopped. */
function joined(head: DutyPerformanceRow, tail: DutyPerformanceRow): DutyPerformanceRow {
  const texts = TEXTS.map((id) => [id, `${head[id] ?? ''}${tail[id] ?? ''}` || undefined] as const);
  return { ...head, ...given(Object.fromEntries(texts)) };
}
