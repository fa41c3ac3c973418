/** Made-up agencies with everything that an explanation is written from: statements, records, last year, texts, counts. */

import { generate, randomOf } from '../../../../bench/generate.ts';
import type { Disclosure, Statement, StatementFormId } from '../../src/disclosure.ts';
import type { ExplainInput } from '../../src/explain/index.ts';
import { figure } from '../../src/figures/index.ts';
import { formById } from '../../src/forms/index.ts';
import { bundled } from '../../src/jurisdictions/index.ts';
import type { ProcurementRow } from '../../src/kinds/index.ts';
import type { Counts, Project } from '../../src/ledger/ledger.ts';
import { columnsOf } from '../../src/model/columns.ts';
import { kindOf } from '../../src/model/document-kinds.ts';
import { type PublishedDisclosure, unpublish } from '../../src/model/published.ts';
import { addressOf } from '../../src/model/quantity.ts';
import { STATED_AMOUNTS } from '../../src/model/stated.ts';
import { templateById } from '../../src/templates/index.ts';
import { cell } from '../rules/make.ts';
import { finalStatements } from './made-up-final.ts';

type Random = () => number;

const STEP = 10_000;

export function madeUp(id: string, seed: number): ExplainInput {
  const random = randomOf(seed);
  const template = templateById(id)!;
  const year = Math.max(2023, template.years[0]);
  const records = recordsOf(random, `${template.stage === 'budget' ? year - 1 : year}-12-31`);
  const disclosure = unpublish({
    ...generate({ seed, shape: 'hebei' }),
    agency: {
      code: String(100 + (seed % 900)),
      name: `上海市第${seed % 90}区司法局`,
      level: seed % 2 ? 'department' : 'unit',
    },
    year,
    stage: template.stage,
    template: id,
    statements: statementsOf(id, seed),
    ...records,
    organization: seed % 2 ? [1, 2].map((n) => ({ unit: `第${n}预算单位`, nature: '行政', origin: {} })) : [],
  });
  const projects = projectsOf(disclosure);
  return {
    disclosure,
    template,
    lastYear: lastYearOf(disclosure, random),
    texts: textsOf(disclosure, projects),
    counts: countsOf(random, disclosure),
    ...(kindOf(template.stage).executes ? { amounts: amountsOf(random, disclosure) } : {}),
    nature: random() < 0.2 ? 'institution' : 'administrative',
    ledger: { projects },
  };
}

function statementsOf(id: string, seed: number): readonly Statement[] {
  if (id.startsWith('shanghai-20')) return generate({ seed, shape: 'shanghai' }).statements;
  if (id.includes('final')) return finalStatements(seed);
  const { statements } = generate({ seed, shape: 'hebei' });
  const prints = (form: string) => templateById(id)!.forms.some((each) => each.form === form);
  return [
    ...statements,
    // The same basic expenditure once more, where the place prints it so.
    ...(prints('basic-function') ? again(statements, 'general-public', 'basic', 'basic-function', 'total') : []),
    ...(prints('general-economic') ? again(statements, 'basic', 'total', 'general-economic', 'basic') : []),
  ];
}

/** A column of one statement as the only column of another form. */
function again(
  statements: readonly Statement[],
  from: StatementFormId,
  column: string,
  form: StatementFormId,
  as: string,
): readonly Statement[] {
  return statements.flatMap((statement) => {
    if (statement.form !== from) return [];
    const rows = statement.rows.flatMap((row) => {
      const amount = row.cells[column];
      return amount ? [{ ...row, cells: { [as]: amount } }] : [];
    });
    return [{ ...statement, form, title: formById(form).name, columns: columnsOf([as]), rows }];
  });
}

function recordsOf(random: Random, asOf: string): Pick<PublishedDisclosure, 'procurement' | 'assets' | 'tables'> {
  const table = (form: 'procurement' | 'assets', note?: string) =>
    ({
      form,
      title: form,
      unit: '万元',
      ...(note ? { note } : {}),
      ...(form === 'assets' ? { asOf } : {}),
      origin: {},
    }) as const;
  const value = cell((1 + random() * 900).toFixed(2))!;
  const assets = [{ key: '资产总额', label: '资产总额', value, origin: {} }];
  const items = [
    ['A02010105', '台式计算机'],
    ['B08010000', '房屋修缮'],
    ['C16070300', '软件运维服务'],
  ].filter(() => random() < 0.7);
  if (items.length === 0)
    return {
      procurement: [],
      assets,
      tables: [table('procurement', '注：无政府采购预算，空表列示。'), table('assets')],
    };
  const rows = items.map(([code, item]): ProcurementRow => {
    const total = cell((1 + random() * 90).toFixed(2))!;
    return {
      kind: 'item',
      label: '日常采购',
      project: '日常采购',
      item: item!,
      code: code!,
      cells: { total, 'general-public': total, ...(random() < 0.5 ? { sme: total } : {}) },
      origin: {},
    };
  });
  const sum = (column: string) =>
    cell((rows.reduce((all, { cells }) => all + (cells[column]?.fen ?? 0), 0) / 1_000_000).toFixed(2))!;
  const [total, sme] = [sum('total'), sum('sme')];
  const all: ProcurementRow = {
    kind: 'total',
    label: '合计',
    cells: { total, 'general-public': total, sme },
    origin: {},
  };
  return {
    procurement: rows.length > 0 ? [all, ...rows] : [],
    assets,
    tables: [table('procurement'), table('assets')],
  };
}

/** The ledger's projects: one for each item with project money. */
function projectsOf({ statements }: Disclosure): readonly Project[] {
  const rows = statements.find(({ form }) => form === 'expenditure')!.rows.filter(({ key }) => key.length === 7);
  return rows.flatMap((row, i): Project[] => {
    const fen = row.cells.project?.fen ?? 0;
    if (fen === 0) return [];
    return [
      {
        name: `${row.label}${'甲乙丙丁戊己庚辛壬癸'[i % 10]}类经费`,
        lines: [{ fund: 'general-public', item: row.key, fen }],
        indicators: [],
        ...(i % 2
          ? { basis: '根据年度工作部署设立。', goal: '按期完成年度工作任务。' }
          : { goal: '保障工作正常开展。' }),
      },
    ];
  });
}

const amountOf = (statements: readonly Statement[], form: string, row: string, column: string, side?: string) =>
  statements
    .find((statement) => statement.form === form)
    ?.rows.find((r) => (side === undefined || r.side === side) && r.key === row)?.cells[column]?.fen ?? 0;

function lastYearOf({ statements }: Disclosure, random: Random): Record<string, number> {
  const isNew = random() < 0.1;
  const prior = (now: number) => {
    const way = isNew ? 0.25 : random();
    return way < 0.2 ? now : way < 0.3 ? 0 : Math.round((now * (0.5 + random())) / STEP) * STEP;
  };
  const of = (form: string, column: string) => prior(amountOf(statements, form, 'total', column));
  const last: Record<string, number> = {};
  for (const column of ['basic', 'project', 'business', 'remittance', 'affiliate-subsidy'])
    last[`expenditure[total].${column}`] = of('expenditure', column);
  last['balance[收入总计]'] = Object.values(last).reduce((sum, fen) => sum + fen, 0);
  const funds = ['general-public', 'government-fund', 'state-capital'];
  for (const fund of funds) last[`${fund}[total].total`] = of(fund, 'total');
  last['appropriation-balance[总计]'] = funds.reduce((sum, fund) => sum + last[`${fund}[total].total`]!, 0);
  for (const item of ['overseas', 'vehicle-purchase', 'vehicle-running', 'hospitality'])
    last[`three-publics[${item}]`] = prior(random() < 0.5 ? 0 : Math.round(random() * 900) * STEP);
  last['agency-operating'] = of('basic', 'operating');
  for (const { form, rows } of statements) {
    if (!funds.includes(form)) continue;
    for (const row of rows) {
      if (row.key.length !== 7) continue;
      const now = row.cells.total?.fen ?? 0;
      last[`${form}[${row.key}].total`] = prior(now);
      if (random() < 0.4) last[`${form}[${row.key}].total:executed`] = prior(now);
      last[`${form}[${row.key}].total:initial`] = prior(now);
    }
  }
  last['general-public[total].total:initial'] = Object.entries(last)
    .filter(([key]) => /^general-public\[\d{7}\].*:initial$/.test(key))
    .reduce((sum, [, fen]) => sum + fen, 0);
  return last;
}

const QUANTITY = /\{([a-z-]+\[[^\]]+\](?:\.[a-z-]+)?)/g;

/** A reason for every quantity that a sentence names, and for every item. */
function textsOf({ statements }: Disclosure, projects: readonly Project[]): ExplainInput['texts'] {
  const codes = statements.flatMap(({ form, rows }) => (form === 'basic' ? [] : rows.map(({ key }) => key)));
  const items = [...new Set(codes)].filter((code) => /^\d{7}$/.test(code));
  const quantities = bundled()
    .all.flatMap(({ own }) => [...own.values()])
    .flatMap(({ source }) => [...source.matchAll(QUANTITY)].map(([, q]) => q!));
  const all = [...new Set([...quantities, 'agency-operating', ...items.map((code) => `expenditure[${code}].total`)])];
  return {
    duties: ['（一）贯彻执行有关法律、法规和政策。', '（二）完成上级交办的其他任务。'],
    reasons: Object.fromEntries(
      all.flatMap((q) => [
        [q, '工作任务调整。'],
        [`${q}:initial`, '据实支付'],
      ]),
    ),
    purposes: Object.fromEntries(items.map((code) => [code, '开展有关工作的支出'])),
    sections: {
      'performance-goal': ['围绕中心工作，提高资金使用效益。'],
      'performance-parts': ['各项工作按期完成，服务对象满意。'],
      'performance-measures': ['完善制度，加强监督。'],
      'self-evaluation-score': ['96.35'],
      performance: ['各项目均已开展绩效自评，绩效目标全部实现。'],
      ...Object.fromEntries(
        projects.flatMap(({ name }) => [
          [`${name}/summary`, ['保障有关工作开展。']],
          [`${name}/basis`, ['根据年度工作部署设立。']],
          [`${name}/plan`, ['按照工作计划组织实施。']],
        ]),
      ),
    },
  };
}

function countsOf(random: Random, disclosure: Disclosure): Counts {
  const some = (most: number) => (random() < 0.4 ? 0 : Math.floor(random() * most));
  const [cars, others] = [some(9), some(3)];
  // Vehicles are bought where there is money for them.
  const cost = figure(disclosure, addressOf('three-publics[vehicle-purchase]')).figure?.fen ?? 0;
  const bought = cost > 0 ? 1 : 0;
  // Who was paid for was counted, and every batch and group has somebody in it.
  const paid = (part: string) => (figure(disclosure, addressOf(`three-publics[${part}]`)).figure?.fen ?? 0) > 0;
  const [groups, batches, foreign] = [paid('overseas'), paid('hospitality'), paid('hospitality')].map((is) =>
    is ? 1 + some(20) : 0,
  ) as [number, number, number];
  return {
    'vehicles[total]': cars + others,
    'vehicles[执法执勤用车]': cars,
    'vehicles[其他用车]': others,
    'vehicles-purchase[total]': bought,
    'vehicles-purchase[执法执勤用车]': bought,
    'equipment[large]': some(4),
    'equipment-purchase[large]': some(2),
    'trips[groups]': groups,
    'trips[people]': groups && groups + some(9),
    'receptions[batches]': batches,
    'receptions[people]': batches && batches + some(200),
    'receptions[foreign-batches]': foreign,
    'receptions[foreign-people]': foreign && foreign + some(40),
    'receptions[abroad-batches]': 0,
    'receptions[abroad-people]': 0,
    'official-cars[total]': cars,
    ...(kindOf(disclosure.stage).executes ? evaluationOf(some) : {}),
  };
}

/** Projects evaluated by grade, and what was found wrong with them, in sums that hold. */
function evaluationOf(some: (most: number) => number): Record<string, number> {
  // As many projects are the same ones, with the same money: here they are not.
  const [excellent, good, fair, poor, corrected, correcting] = [1, 11, 21, 31, 41, 51].map((least) => least + some(9));
  const counts = { excellent, good, fair, poor, corrected, correcting, projects: 1 + some(9), tracked: 11 + some(9) };
  const evaluated = excellent! + good! + fair! + poor!;
  const all: Record<string, number | undefined> = { ...counts, evaluated, problems: corrected! + correcting! };
  return Object.fromEntries(Object.entries(all).map(([part, count]) => [`performance[${part}]`, count!]));
}

/** What accounts state beside their lines; the procurement table has its own total and parts. */
function amountsOf(random: Random, disclosure: Disclosure): Record<string, number> {
  const some = () => Math.round(random() * 900) * STEP;
  const spent = figure(disclosure, addressOf('three-publics[hospitality]')).figure?.fen ?? 0;
  const own = Object.keys(STATED_AMOUNTS).filter((key) => key.startsWith('performance'));
  return {
    ...Object.fromEntries(own.map((key) => [key, some()])),
    'hospitality[domestic]': spent,
    'hospitality[foreign]': Math.round(spent / 3 / STEP) * STEP,
    'hospitality[abroad]': 0,
    // The procurement table has its own total and parts.
    ...(figure(disclosure, addressOf('procurement[total]')).figure
      ? { 'procurement[small-micro]': 0 }
      : {
          'procurement[total]': 30 * STEP,
          'procurement[goods]': 10 * STEP,
          'procurement[works]': 0,
          'procurement[services]': 20 * STEP,
          'procurement[sme]': 9 * STEP,
          'procurement[small-micro]': 3 * STEP,
        }),
  };
}
