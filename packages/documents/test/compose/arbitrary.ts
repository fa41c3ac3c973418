import { classByName, findRegion, regionPath } from '@mingsuan/core/classification/index';
import type { Agency, Cell, Disclosure, Row, Side, Statement, StatementFormId } from '@mingsuan/core/disclosure';
import { formById, isTotalLabel, withBalanceParents } from '@mingsuan/core/forms/index';
import { bundled } from '@mingsuan/core/jurisdictions/index';
import { columnsOf } from '@mingsuan/core/model/columns';
import { formatAmount, type MoneyUnit, printingStep } from '@mingsuan/core/money';
import type { Template, TemplateForm } from '@mingsuan/core/templates/index';
import { squeeze, unspaced } from '@mingsuan/core/text/fold';
import { lineKey, numberingDepth } from '@mingsuan/core/text/numbering';
import fc from 'fast-check';
import { records } from './arbitrary-records.ts';
import { explanations } from './arbitrary-text.ts';

const TEMPLATES = bundled().templates;

/** Disclosures as reading gives them, of every template: figures are arbitrary, for here they need not add up. */
export const documents: fc.Arbitrary<readonly Disclosure[]> = fc
  .record({
    template: fc.constantFrom(...TEMPLATES),
    department: fc.boolean(),
    units: fc.integer({ min: 0, max: 2 }),
    number: fc.integer({ min: 101, max: 899 }),
    coded: fc.boolean(),
  })
  .chain(({ template, department, units, number, coded }) => {
    const names = AGENCIES[template.region ?? ''] ?? agenciesOf(template.region!);
    const { agency, cover } = template.wording;
    const isCodePrinted = [agency, ...cover].some((line) => line.includes('{agency}'));
    const code = isCodePrinted && (coded || template.region === '13') ? String(number) : undefined;
    const agencies: Agency[] = [
      ...(department ? [{ ...(code ? { code } : {}), name: names[0]!, level: 'department' as const }] : []),
      ...names.slice(0, department ? units : 1).map((name, i): Agency => {
        return {
          ...(code ? { code: `${code}00${i + 1}` } : {}),
          name: department ? names[i + 1]! : name,
          level: 'unit',
        };
      }),
    ];
    return fc.tuple(...agencies.map((agency) => disclosureOf(template, agency)));
  });

const AGENCIES: Readonly<Record<string, readonly string[]>> = {
  '13': ['石家庄市鹿泉区教育局', '石家庄市鹿泉区第一中学', '石家庄市鹿泉区招生考试中心'],
  '31': ['上海市普陀区教育局', '上海市普陀区教育学院', '上海市普陀区青少年活动中心'],
  '': ['昆明市盘龙区水务局', '昆明市盘龙区河道管理处', '昆明市盘龙区防汛抗旱服务中心'],
};

/** Of a city that has a template of its own. */
function agenciesOf(region: string): readonly string[] {
  const city = regionPath(region.padEnd(6, '0')).replace(/^.*(?:省|自治区)/, '');
  return ['水务局', '河道管理处', '防汛抗旱服务中心'].map((office) => `${city}${office}`);
}

function disclosureOf(template: Template, agency: Agency): fc.Arbitrary<Disclosure> {
  const year = template.years[1] ?? Math.max(template.years[0], 2024);
  const region = findRegion(agency.name)!;
  const forms = template.forms.filter(
    (form) => formById(form.form).rows !== 'records' && (form.level ?? agency.level) === agency.level,
  );
  const fill = (text: string) => filled(text, template, agency, year);
  return fc
    .record({
      statements: fc.tuple(...forms.map((form) => statementOf(form, fill(form.title), year))),
      explanation: explanations(template, fill),
      records: records(template, fill),
    })
    .map(({ statements, explanation, records: others }) => ({
      agency,
      region: { code: region.code, name: region.name },
      year,
      stage: template.stage,
      template: template.id,
      statements,
      contents: [],
      explanation,
      ...others,
    }));
}

function filled(text: string, template: Template, agency: Agency, year: number): string {
  return text
    .replace('{level}', template.levelWords[agency.level])
    .replace('{year}', String(year))
    .replace('{agency}', agency.name);
}

const STRUCTURE = ['index', 'code', 'name', 'label'];

function statementOf(form: TemplateForm, title: string, year: number): fc.Arbitrary<Statement> {
  const definition = formById(form.form);
  const halves = form.columns.filter(([id]) => id === 'name').length > 1;
  const printed = form.columns.map(([id]) => id).filter((id) => !STRUCTURE.includes(id));
  const columns = [...new Set(halves ? [...printed, 'personnel', 'operating'] : printed)];
  const isEmpty = definition.rows === 'function' ? fc.boolean() : fc.constant(false);
  return isEmpty.chain((empty) => {
    const rows = empty ? fc.constant([]) : rowsOf(form, columns, halves, year);
    return rows.map((found): Statement => {
      const note =
        found.length === 0 && definition.rows === 'function' ? { note: '注：本年无此项预算，空表列示。' } : {};
      const form_ = form.form as StatementFormId;
      return {
        form: form_,
        title: unspaced(title),
        unit: form.unit,
        ...note,
        columns: columnsOf(columns),
        rows: found,
        origin: {},
      };
    });
  });
}

function rowsOf(form: TemplateForm, columns: readonly string[], halves: boolean, year: number): fc.Arbitrary<Row[]> {
  switch (formById(form.form).rows) {
    case 'lines':
      return lineRows(form, year);
    case 'items':
      return itemRows(form, columns);
    default:
      return codedRows(form, columns, halves);
  }
}

/** A printed amount; one in ten has more decimals than the others, or separators. */
export function amount(unit: MoneyUnit): fc.Arbitrary<Cell> {
  return fc
    .tuple(
      fc.integer({ min: -20_000, max: 90_000_000 }),
      fc.constantFrom(2, 2, 2, 2, 2, 2, 2, 2, unit === '元' ? 2 : 3, 0),
    )
    .map(([steps, style]) => {
      const fen = steps * printingStep(unit, style || 2);
      const text = formatAmount(fen, unit);
      return { fen, text: style === 0 ? text.replace(/\B(?=(\d{3})+\.)/g, ',') : text, origin: {} };
    });
}

export function amounts(ids: readonly string[], unit: MoneyUnit): fc.Arbitrary<Record<string, Cell>> {
  const cells = ids.map((id) => fc.option(amount(unit)).map((cell) => (cell ? [[id, cell] as const] : [])));
  return fc.tuple(...cells).map((found) => Object.fromEntries(found.flat()));
}

const CODES: Readonly<Record<'function' | 'economic', readonly (readonly [string, string])[]>> = {
  function: [
    ['205', '教育支出'],
    ['20502', '普通教育'],
    ['2050203', '初中教育'],
    ['2050299', '其他普通教育支出'],
    ['208', '社会保障和就业支出'],
    ['20805', '行政事业单位养老支出'],
    ['2080505', '机关事业单位基本养老保险缴费支出'],
    ['213', '农林水支出'],
    ['21303', '水利'],
    ['2130306', '水利工程运行与维护'],
  ],
  economic: [
    ['301', '工资福利支出'],
    ['30101', '基本工资'],
    ['30113', '住房公积金'],
    ['302', '商品和服务支出'],
    ['30201', '办公费'],
    ['30231', '公务用车运行维护费'],
    ['303', '对个人和家庭的补助'],
    ['30399', '其他对个人和家庭的补助'],
    ['310', '资本性支出'],
    ['31002', '办公设备购置'],
  ],
};

function codedRows(form: TemplateForm, columns: readonly string[], halves: boolean): fc.Arbitrary<Row[]> {
  const kind = formById(form.form).rows === 'economic' ? 'economic' : 'function';
  const own = halves ? ['total'] : columns;
  // Without codes an item is known by its name below those that it is part of.
  const isNamed = form.code === 'none' && form.rows !== 'unit' && !form.columns.some(([id]) => id === 'code');
  return fc
    .subarray([...CODES[kind]], { minLength: isNamed ? CODES[kind].length : 1 })
    .chain((codes) =>
      fc.tuple(
        fc.tuple(...codes.map(() => amounts(own, form.unit))),
        halves ? amounts(['personnel', 'operating'], form.unit) : amounts(own, form.unit),
        fc.constant(codes),
      ),
    )
    .filter(([cells, total]) => [total, ...cells].some((row) => Object.keys(row).length > 0))
    .map(([cells, total, codes]) => [
      { key: 'total', label: '合计', cells: total, origin: {} },
      ...codes.map(([key, label], i): Row => ({ key, label, cells: cells[i]!, origin: {} })),
    ]);
}

const CLASSES = ['一般公共服务支出', '外交支出', '教育支出', '社会保障和就业支出', '农林水支出', '住房保障支出'];
const NUMERALS = '一二三四五六七八九十';

function lineRows(form: TemplateForm, year: number): fc.Arbitrary<Row[]> {
  const sides = (form.lines ?? []).map((lines, i) => {
    const side: Side = i === 0 ? 'revenue' : 'expenditure';
    const labels = lines.flatMap((line) =>
      /^\{.*classes\}$/.test(line) ? CLASSES.map((name, n) => `${NUMERALS[n]}、${name}`) : [line],
    );
    return fc
      .tuple(...labels.map(() => amounts(columnsOfSide(form, side), form.unit)))
      .map((cells) => withBalanceParents(labels.map((label, n) => lineRow(label, side, cells[n]!, year))));
  });
  // A 合计 on top that has no money could be of the header: no place prints this table so.
  const isHeaded = form.lines?.some(([first]) => first !== undefined && isTotalLabel(first)) ?? false;
  return fc
    .tuple(...sides)
    .map((rows) => rows.flat())
    .filter((rows) => !isHeaded || rows.some((row) => isTotalLabel(row.label) && Object.keys(row.cells).length > 0));
}

function columnsOfSide(form: TemplateForm, side: Side): string[] {
  const labels = form.columns.flatMap(([id], i) => (id === 'label' ? [i] : []));
  const own = side === 'revenue' ? form.columns.slice(labels[0], labels[1]) : form.columns.slice(labels[1]);
  return own.map(([id]) => id).filter((id) => !STRUCTURE.includes(id));
}

function lineRow(label: string, side: Side, cells: Record<string, Cell>, year: number): Row {
  const key = lineKey(label);
  const code = side === 'expenditure' ? classByName(key, year) : undefined;
  return { key, label, side, ...(code ? { code } : {}), cells, origin: {} };
}

function itemRows(form: TemplateForm, columns: readonly string[]): fc.Arbitrary<Row[]> {
  const labels = form.lines?.[0];
  if (!labels)
    return amounts(columns, form.unit)
      .filter((cells) => Object.keys(cells).length > 0)
      .map((cells) => [{ key: 'total', label: '合计', cells, origin: {} }]);
  return fc
    .tuple(...labels.map(() => amounts(columns, form.unit)))
    .map((cells) => itemParts(labels, cells))
    .filter((rows) => rows.some((row) => Object.keys(row.cells).length > 0));
}

/** Lines after 其中 are parts of the numbered line above, up to the next. */
function itemParts(labels: readonly string[], cells: readonly Record<string, Cell>[]): Row[] {
  let parent: string | undefined;
  let within = false;
  return labels.map((label, i) => {
    const key = isTotalLabel(label) ? 'total' : lineKey(label);
    const row = { key, label, cells: cells[i]!, origin: {} };
    if (numberingDepth(label) === 1 || key === 'total') {
      parent = key === 'total' ? undefined : key;
      within = false;
      return row;
    }
    within ||= squeeze(label).startsWith('其中');
    return within && parent ? { ...row, partOf: parent } : row;
  });
}
