/**
 * The figures of the ten pictures, as two real documents print them: the departmental budget of 2021 that most of them draw, and final
 * accounts of 2024 for the first. Fen. A test holds them against the documents.
 */
const wan = (text: string): number => Math.round(Number(text) * 100) * 10_000;

/** 石家庄市数据资源管理局, budget of 2021. */
export const BUDGET = {
  agency: '石家庄市数据资源管理局',
  year: 2021,
  total: wan('4279.86'),
  functions: [
    { code: '201', name: '一般公共服务支出', english: 'General public services', fen: wan('4073.30') },
    { code: '208', name: '社会保障和就业支出', english: 'Social security and employment', fen: wan('68.24') },
    { code: '210', name: '卫生健康支出', english: 'Health', fen: wan('59.22') },
    { code: '221', name: '住房保障支出', english: 'Housing', fen: wan('79.10') },
  ],
  basic: wan('1030.95'),
  personnel: wan('925.34'),
  operating: wan('105.61'),
  project: wan('3248.91'),
  levels: [
    { code: '208', name: '社会保障和就业支出', english: 'Social security', fen: wan('68.24') },
    { code: '20805', name: '行政事业单位养老支出', english: 'Pensions of public staff', fen: wan('65.75') },
    { code: '2080505', name: '基本养老保险缴费支出', english: 'Pension contributions', fen: wan('63.27') },
  ],
  units: [
    { name: '本级', english: 'Its own office', fen: wan('2635.95') },
    { name: '石家庄市电子政务中心', english: 'Its e-government centre', fen: wan('1643.91') },
  ],
  /** Against 2020, as the explanation says. */
  more: { total: wan('182.75'), basic: wan('57.32'), project: wan('125.43') },
  threePublics: { vehicles: wan('5.80'), hospitality: wan('0.78'), total: wan('6.58') },
  /** Per cent. */
  targets: { gathered: 95, answered: 100 },
} as const;

/** 上海市普陀区财政局, final accounts of 2024: the general public budget. */
export const ACCOUNTS = {
  agency: '上海市普陀区财政局',
  year: 2024,
  planned: wan('2993.92'),
  spent: wan('2940.05'),
} as const;
