/**
 * The nine statutory statements (财预〔2016〕143号 and the annual 部门预决算公开 notices).
 * The order matters: a title is given to the first form that accepts it, so the narrower titles stand first.
 */
import type { ColumnDefinition, StatementDefinition } from './form.ts';

const GENERAL = [
  '一般公共预算',
  '一般公共预算财政拨款',
  '一般公共预算拨款',
  '一般公共预算资金',
  '一般公共预算拨款收入',
  '公共财政预算',
  '一般公共预算当年拨款',
  '一般公共预算支出',
];
const FUND = [
  '政府性基金预算',
  '政府性基金预算财政拨款',
  '政府性基金预算拨款',
  '政府性基金',
  '政府基金预算财政拨款',
  '政府性基金预算资金',
  '政府性基金拨款',
  '基金预算拨款',
  '政府性基金预算当年拨款',
  '政府性基金预算支出',
];
const CAPITAL = [
  '国有资本经营预算',
  '国有资本经营预算财政拨款',
  '国有资本经营预算拨款',
  '国有资本经营预算资金',
  '国有资本经营',
  '国有资本经营财政拨款',
  '国有资本经营预算当年拨款',
  '国有资本经营预算支出',
];

const FUNDS: readonly ColumnDefinition[] = [
  { id: 'general-public', name: '一般公共预算财政拨款', headers: GENERAL },
  { id: 'government-fund', name: '政府性基金预算财政拨款', headers: FUND },
  { id: 'state-capital', name: '国有资本经营预算财政拨款', headers: CAPITAL },
];

const TOTAL: ColumnDefinition = {
  id: 'total',
  name: '合计',
  headers: [
    '合计',
    '总计',
    '合计数',
    '本年支出合计',
    '本年支出/小计',
    '本年支出/合计',
    '小计',
    '预算数',
    '金额',
    '决算数',
    '年初预算',
    '年初预算数',
    '支出合计',
    '预算金额',
    '决算金额',
    '支出总计',
  ],
};
const BASIC: ColumnDefinition = {
  id: 'basic',
  name: '基本支出',
  headers: ['基本支出', '基本支出合计', '基本支出/小计', '基本支出/合计', '基本支出预算'],
};
const PROJECT: ColumnDefinition = {
  id: 'project',
  name: '项目支出',
  headers: ['项目支出', '项目支出合计', '项目支出预算'],
};
const PERSONNEL: ColumnDefinition = {
  id: 'personnel',
  name: '人员经费',
  headers: ['人员经费', '人员支出', '人员经费支出', '人员类'],
};
const OPERATING: ColumnDefinition = {
  id: 'operating',
  name: '公用经费',
  headers: ['公用经费', '日常公用经费', '公用支出', '日常公用支出', '公用经费支出', '公用经费类'],
};

/** Final accounts of the funds carry the year's flow beside the expenditure. */
const FLOW: readonly ColumnDefinition[] = [
  {
    id: 'carryover',
    name: '年初结转和结余',
    headers: ['年初结转和结余', '上年结转和结余', '上年结转', '上年结转结余', '年初结转结余', '年初结余'],
  },
  { id: 'revenue', name: '本年收入', headers: ['本年收入', '本年收入合计', '本年财政拨款收入'] },
];
const YEAR_END: ColumnDefinition = {
  id: 'year-end',
  name: '年末结转和结余',
  headers: ['年末结转和结余', '结转下年', '年末结转结余', '年末结余'],
};

export const STATEMENTS: readonly StatementDefinition[] = [
  {
    id: 'three-publics',
    name: '“三公”经费支出表',
    rows: 'items',
    title: /三公"?经费.*(表|决算|预算)$/,
    notTitle: /说明$|情况$|^政府性?基金|绩效/,
    columns: [
      { ...TOTAL, headers: [...TOTAL.headers, '三公经费', '~三公"?经费.*(?:合计|总额|总计|小计)$'] },
      ...FUNDS,
      { id: 'overseas', name: '因公出国（境）费', headers: ['~^因公出国(\\(境\\))?(费用?)?$'] },
      {
        id: 'vehicles',
        name: '公务用车购置及运行费',
        headers: ['~^公务用车购置(及|和)运(行|维|行维护)(费用?|支出)?$', '公务用车/小计', '公务用车/合计'],
      },
      {
        id: 'vehicle-purchase',
        name: '公务用车购置费',
        headers: ['购置费', '公务用车购置费', '~^公务用车购置(费用)?$', '购置', '车辆购置费'],
      },
      {
        id: 'vehicle-running',
        name: '公务用车运行费',
        headers: ['运行费', '公务用车运行费', '公务用车运行维护费', '运行维护费', '公务用车运维费', '车辆运行费'],
      },
      { id: 'hospitality', name: '公务接待费', headers: ['公务接待费', '公务接待'] },
      { id: 'agency-operating', name: '机关运行经费', headers: ['~^机关运行经费'] },
      { id: 'meeting', name: '会议费', headers: ['会议费'] },
      { id: 'training', name: '培训费', headers: ['培训费'] },
    ],
    signature: [/^因公出国/, /^公务接待/],
  },
  {
    id: 'state-capital',
    name: '国有资本经营预算支出表',
    rows: 'function',
    title: /国有资本经营(预算)?.*(支出|收支|拨款|决算|预算).*表$/,
    notTitle: /总表|总体|基金|三公|绩效|一般公共预算.*国有资本/,
    columns: [...FLOW, { ...TOTAL, headers: [...TOTAL.headers, ...CAPITAL] }, BASIC, PROJECT, YEAR_END],
  },
  {
    id: 'government-fund',
    name: '政府性基金预算支出表',
    rows: 'function',
    title: /政府性?基金(预算)?.*(支出|收支|拨款|决算|预算).*表$/,
    notTitle: /总表|总体|国有资本|三公|绩效|一般公共预算.*基金/,
    columns: [...FLOW, { ...TOTAL, headers: [...TOTAL.headers, ...FUND] }, BASIC, PROJECT, YEAR_END],
  },
  {
    id: 'basic',
    name: '一般公共预算基本支出表',
    rows: 'economic',
    title: /基本支出.*(表|决算|预算)$/,
    notTitle: /总表|基金|国有资本|项目支出/,
    preferred: /一般公共预算|公共财政预算/,
    columns: [
      {
        ...TOTAL,
        headers: [...TOTAL.headers, '基本支出', '一般公共预算基本支出', '本年基本支出', '一般公共预算财政拨款基本支出'],
      },
      PERSONNEL,
      OPERATING,
    ],
  },
  {
    id: 'appropriation-balance',
    name: '财政拨款收支总表',
    rows: 'lines',
    title: /财政拨款.*(收支|收入支出).*(总表|总体情况表|表)$/,
    notTitle: /基金|国有资本|三公/,
    columns: [
      {
        id: 'amount',
        name: '金额',
        headers: ['金额', '预算数', '决算数', '本年预算', '本年预算数', '预算', '决算', '年初预算数', '预算金额'],
      },
      { ...TOTAL, headers: ['合计', '小计', '总计', '财政拨款合计'] },
      ...FUNDS,
    ],
    signature: ['一般公共预算财政拨款', '政府性基金预算财政拨款', /^(项目|收入|支出)$/],
  },
  {
    id: 'general-public',
    name: '一般公共预算支出表',
    rows: 'function',
    title: /(一般公共预算|公共财政预算|财政拨款).*支出.*(表|决算|预算)$/,
    notTitle: /基本支出|收支|收入支出|三公|总体情况|项目支出|经济分类|收入总表|运行经费|购买服务/,
    preferred: /一般公共预算|公共财政预算/,
    columns: [
      { ...TOTAL, headers: [...TOTAL.headers, ...GENERAL, '本年支出', '本年一般公共预算支出'] },
      BASIC,
      PERSONNEL,
      OPERATING,
      PROJECT,
    ],
  },
  {
    id: 'balance',
    name: '收支总表',
    rows: 'lines',
    title: /(收支|收入支出|财务收支).*(总表|总体情况表|平衡表|预算表|决算表)$/,
    notTitle: /财政拨款|基金|国有资本|三公/,
    columns: [
      {
        id: 'amount',
        name: '预算数',
        headers: [
          '金额',
          '预算数',
          '决算数',
          '本年预算',
          '本年预算数',
          '预算',
          '决算',
          '合计',
          '预算金额',
          '决算金额',
          '总计',
        ],
      },
      BASIC,
      PERSONNEL,
      OPERATING,
      PROJECT,
      ...FUNDS,
      {
        id: 'special-account',
        name: '财政专户管理资金',
        headers: ['财政专户管理资金', '专户资金', '专户管理的教育收费'],
      },
      { id: 'other', name: '其他收入', headers: ['其他收入', '其他资金', '单位资金'] },
      { id: 'carryover', name: '上年结转', headers: ['上年结转', '上年结转结余'] },
    ],
  },
  {
    id: 'revenue',
    name: '收入总表',
    rows: 'function',
    title: /收入.*(总表|总体情况表|决算表|预算表|表)$/,
    notTitle: /支出|收支|征收|非税/,
    columns: [
      {
        id: 'total',
        name: '合计',
        headers: ['合计', '总计', '本年收入合计', '收入合计', '本年收入', '收入总计', '金额'],
      },
      { id: 'subtotal', name: '小计', headers: ['小计', '本年收入/小计', '本年收入/合计', '本年收入小计'] },
      {
        id: 'appropriation',
        name: '财政拨款收入',
        headers: ['财政拨款收入', '财政拨款', '本年财政拨款收入', '财政拨款收入/小计', '财政拨款预算收入'],
      },
      { id: 'general-public', name: '一般公共预算拨款', headers: GENERAL },
      { id: 'government-fund', name: '政府性基金预算拨款', headers: FUND },
      { id: 'state-capital', name: '国有资本经营预算拨款', headers: CAPITAL },
      {
        id: 'special-account',
        name: '财政专户管理资金',
        headers: [
          '财政专户收入',
          '财政专户管理资金收入',
          '财政专户管理资金',
          '财政专户核拨',
          '财政专户',
          '财政专户核拨收入',
          '教育收费',
          '财政专户管理资金预算',
          '专户资金',
          '专户管理的教育收费',
          '财政专户拨款',
        ],
      },
      {
        id: 'institutional',
        name: '事业收入',
        headers: ['事业收入/金额', '事业收入/小计', '事业收入/合计', '事业收入', '事业收入预算', '事业预算收入'],
      },
      { id: 'institutional-fees', name: '其中：教育收费', headers: ['事业收入/教育收费'] },
      { id: 'business', name: '经营收入', headers: ['经营收入', '事业单位经营收入', '经营预算收入', '单位经营收入'] },
      { id: 'superior-subsidy', name: '上级补助收入', headers: ['上级补助收入', '上级补助预算收入'] },
      {
        id: 'affiliate-payment',
        name: '附属单位上缴收入',
        headers: ['附属单位上缴收入', '附属单位缴款', '附属单位上缴预算收入'],
      },
      { id: 'other', name: '其他收入', headers: ['其他收入', '其他预算收入', '其他', '其他资金'] },
      {
        id: 'carryover',
        name: '上年结转',
        headers: [
          '上年结转',
          '上年结转结余',
          '上年结转和结余',
          '上年结转收入',
          '年初结转和结余',
          '上年结转结余/小计',
          '上年结转/小计',
          '结转结余',
          '上年结余结转',
        ],
      },
      {
        id: 'non-appropriation-surplus',
        name: '使用非财政拨款结余',
        headers: [
          '使用非财政拨款结余',
          '用事业基金弥补收支差额',
          '使用非财政拨款结余(含专用结余)',
          '动用非财政拨款结余',
        ],
      },
    ],
    signature: ['财政拨款收入', '事业收入', /科目/],
  },
  {
    id: 'expenditure',
    name: '支出总表',
    rows: 'function',
    title: /支出.*(总表|总体情况表|决算表|预算表|表)$/,
    notTitle:
      /收入|收支|基本支出|三公|项目支出|财政拨款|一般公共预算|经济分类|基金|国有资本|政府购买|采购|运行经费|绩效|债务|转移支付/,
    columns: [
      { ...TOTAL, headers: ['合计', '总计', '本年支出合计', '支出合计', '支出总计', '金额', '小计', '本年支出'] },
      BASIC,
      PERSONNEL,
      OPERATING,
      PROJECT,
      { id: 'business', name: '经营支出', headers: ['经营支出', '事业单位经营支出', '单位经营支出'] },
      { id: 'remittance', name: '上缴上级支出', headers: ['上缴上级支出', '上解上级支出', '上缴上级'] },
      {
        id: 'affiliate-subsidy',
        name: '对附属单位补助支出',
        headers: ['对附属单位补助支出', '对附属单位补助', '对下级单位补助支出'],
      },
      { id: 'year-end', name: '结转下年', headers: ['结转下年', '年终结转结余', '年末结转和结余'] },
    ],
    signature: ['基本支出', '项目支出', /上缴上级支出|上解上级支出/],
  },
];
