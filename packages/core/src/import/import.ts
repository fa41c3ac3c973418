/** An export of a finance system → lines of a ledger, with what was not understood and whether sums hold. Amounts are fen. */
import type { Origin } from '../disclosure.ts';
import type { SheetText } from '../ledger/find-sheets.ts';
import type { BasicLine, Fund, Ledger, ProcurementItem, Project, SpendingLine } from '../ledger/ledger.ts';
import { type Markable, marked } from '../ledger/unconfirmed.ts';
import { addressOf } from '../model/cell-address.ts';
import { type Fen, formatAmount, type MoneyUnit, parseAmount } from '../money.ts';
import { squeeze } from '../text/fold.ts';
import { isListed } from './by-cells.ts';
import { type ColumnOf, headOf, isSumRow } from './head.ts';
import type { OpenWords } from './learn.ts';
import { type ImportMapping, USUAL_MAPPING } from './mapping.ts';

/** What of an export is not in the ledger, and why; one sentence with its place. */
export interface ImportNote {
  readonly message: string;
  readonly origin: Origin;
}

export interface Imported {
  readonly basic: readonly BasicLine[];
  readonly projects: readonly Project[];
  readonly procurement: readonly ProcurementItem[];
  readonly notes: readonly ImportNote[];
  /** Names of codes that are in no list of ours, as the export gives them. */
  readonly names: Readonly<Record<string, string>>;
  /** Words that the mapping does not know, for a person to say what they are. */
  readonly open: OpenWords;
  /** What was taken of each 预算单位 that rows name, in fen. */
  readonly agencies: ReadonlyMap<string, Fen>;
  /** Rows taken, rows of sums left out, and the fen of what was taken. */
  readonly rows: number;
  readonly sums: number;
  readonly fen: Fen;
  /** What the purchases among them cost, which projects and operating expenditure pay. */
  readonly purchased: Fen;
}

type Words = Record<string, string>;

interface Building {
  readonly basic: BasicLine[];
  readonly projects: Map<string, { project: Project; lines: SpendingLine[] }>;
  readonly procurement: ProcurementItem[];
  readonly notes: ImportNote[];
  /** The same note is told once, with its first place. */
  readonly told: Set<string>;
  readonly open: { readonly 表头: Words; readonly 项目类别: Words; readonly 资金性质: Words };
  readonly agencies: Map<string, Fen>;
  readonly names: Record<string, string>;
  rows: number;
  sums: number;
  fen: Fen;
  purchased: Fen;
}

/** All sheets of an export; `unit` is that of amounts whose sheet names none. */
export function importSheets(sheets: readonly SheetText[], mapping: ImportMapping, agency?: string): Imported {
  const building: Building = {
    basic: [],
    projects: new Map(),
    procurement: [],
    notes: [],
    told: new Set(),
    open: { 表头: {}, 项目类别: {}, 资金性质: {} },
    agencies: new Map(),
    names: {},
    rows: 0,
    sums: 0,
    fen: 0,
    purchased: 0,
  };
  for (const sheet of sheets) importSheet(sheet, mapping, agency, building);
  const { basic, projects, procurement, notes, open, agencies, names, rows, sums, fen, purchased } = building;
  const all = [...projects.values()].map(({ project, lines }) => ({ ...project, lines }));
  return { basic, projects: all, procurement, notes, open, agencies, names, rows, sums, fen, purchased };
}

function importSheet(sheet: SheetText, mapping: ImportMapping, agency: string | undefined, building: Building): void {
  const head = headOf(sheet, mapping);
  const tell = (message: string, row: number, column: number) => {
    if (building.told.has(message)) return;
    building.told.add(message);
    building.notes.push({ message, origin: { sheet: sheet.name, address: addressOf(row, column) } });
  };
  if (!head) {
    if (sheet.rows.some((row) => row.some((text) => text.trim() !== '')))
      tell(`工作表“${sheet.name}”里没有认出表头，没有导入。`, 0, 0);
    return;
  }
  for (const { text, at } of head.unknown) {
    building.open.表头[text] = '';
    tell(`列“${text}”没有对应的内容，没有导入。`, head.row, at);
  }
  for (const { text, at, field } of head.told)
    tell(`列“${text}”看其中的内容，当作“${USUAL_MAPPING.headings[field]![0]}”，请核对。`, head.row, at);
  const taken = () => building.fen + building.purchased;
  const before = taken();
  let stated = 0;
  const isPurchase = head.fields.has('unitPrice') && head.fields.has('quantity');
  for (let row = head.row + 1; row < sheet.rows.length; row += 1) {
    const cells = sheet.rows[row]!;
    if (cells.every((text) => text.trim() === '')) continue;
    if (isSumRow(cells)) {
      building.sums += 1;
      stated = Math.max(stated, sumIn(cells, head));
      continue;
    }
    const get = (field: Parameters<typeof head.fields.get>[0]) => (cells[head.fields.get(field) ?? -1] ?? '').trim();
    if (agency && get('agency') !== '' && !get('agency').includes(agency)) continue;
    const amounts = amountsOf(cells, head, mapping, building, (message, column) => tell(message, row, column));
    if (amounts.length === 0) continue;
    const fenBefore = building.fen;
    if (isPurchase) purchase(get, amounts, head.unit, mapping, building);
    else {
      spend(get, amounts, mapping, building, (message, field) => tell(message, row, head.fields.get(field) ?? 0));
      for (const field of ['item', 'economic'] as const) {
        const { code, name } = codeAndName(get(field));
        const called = name || (cells[head.names.get(field) ?? -1] ?? '').trim();
        if (code?.length === NAMED_DIGITS[field] && called !== '' && !isListed(field, code))
          building.names[code] = called;
      }
    }
    const own = get('agency');
    if (own !== '') building.agencies.set(own, (building.agencies.get(own) ?? 0) + building.fen - fenBefore);
  }
  const own = taken() - before;
  if (stated > 0 && stated !== own && agency === undefined)
    tell(
      `工作表“${sheet.name}”的合计行是 ${formatAmount(stated, '元')} 元，导入的共 ${formatAmount(own, '元')} 元，请核对。`,
      head.row,
      0,
    );
}

/** What a row of sums says, whatever its columns of funds. */
function sumIn(cells: readonly string[], { fields, funds, unit }: ColumnOf): Fen {
  const fenAt = (column: number) => parseAmount((cells[column] ?? '').trim(), unit)?.fen ?? 0;
  const whole = fields.get('amount');
  return whole === undefined ? funds.reduce((sum, { at }) => sum + fenAt(at), 0) : fenAt(whole);
}

/** Digits of the codes that lines have, and that a ledger may name itself. */
const NAMED_DIGITS = { item: 7, economic: 5 } as const;

interface Amount {
  readonly fund: Fund;
  readonly carried: boolean;
  readonly fen: Fen;
  /** The export does not say of which fund, or in words that nobody knows. */
  readonly isAssumed?: boolean;
}

/** A line of the ledger, to be confirmed where a part of it was assumed. */
const line = <T extends Markable>(own: T, isAssumed: boolean): T => (isAssumed ? marked(own, 'assumed') : own);

/** A row's amounts: one for each column of a fund, or one of the fund that the row names. */
function amountsOf(
  cells: readonly string[],
  { fields, funds, unit }: ColumnOf,
  mapping: ImportMapping,
  building: Building,
  tell: (message: string, column: number) => void,
): readonly Amount[] {
  const money = (column: number): Fen | undefined => {
    const text = (cells[column] ?? '').trim();
    if (text === '' || text === '-') return undefined;
    const parsed = parseAmount(text, unit);
    if (!parsed) tell(`“${text}”不是金额，这一行没有导入。`, column);
    return parsed?.fen;
  };
  const carriedText = (cells[fields.get('carried') ?? -1] ?? '').trim();
  const sourceText = squeeze(cells[fields.get('source') ?? -1] ?? '');
  const carried = /^(?:是|结转|上年结转|1)$/.test(carriedText) || /结转/.test(sourceText);
  const byFund = funds.flatMap(({ fund, at }) => {
    const fen = money(at);
    return fen ? [{ fund, carried, fen }] : [];
  });
  if (byFund.length > 0) return byFund;
  const column = fields.get('amount');
  const fen = column === undefined ? undefined : money(column);
  if (!fen) return [];
  const says = squeeze(cells[fields.get('fund') ?? -1] ?? '');
  const known = mapping.funds.find((each) => says.includes(squeeze(each.says)));
  if (!known && says !== '') building.open.资金性质[says] = '';
  if (!known)
    tell(
      says === ''
        ? '没有写明资金性质的，按一般公共预算导入，请核对。'
        : `资金性质“${says}”没有对应，按一般公共预算导入，请核对。`,
      fields.get('fund') ?? 0,
    );
  const fund = known?.fund ?? 'general-public';
  return [{ fund, carried: carried || /结转/.test(says), fen, ...(known ? {} : { isAssumed: true }) }];
}

/** 编码-名称, 编码 名称, or one of them. */
function codeAndName(text: string): { readonly code?: string; readonly name: string } {
  const [, code, name = ''] = /^([A-Z]?\d[\dA-Za-z]*)[-—_\s:：]*(.*)$/s.exec(text.trim()) ?? [];
  return code === undefined ? { name: text.trim() } : { code, name: name.trim() };
}

type Get = (
  field:
    | 'category'
    | 'projectCode'
    | 'projectName'
    | 'item'
    | 'economic'
    | 'procurementCode'
    | 'procurementItem'
    | 'unit'
    | 'unitPrice'
    | 'quantity'
    | 'sme'
    | 'agency',
) => string;

function spend(
  get: Get,
  amounts: readonly Amount[],
  mapping: ImportMapping,
  building: Building,
  tell: (message: string, field: 'category' | 'item' | 'projectName') => void,
): void {
  const item = codeAndName(get('item')).code;
  if (item === undefined || item.length !== 7) {
    tell('功能分类不是七位的项级科目，这样的行没有导入。', 'item');
    return;
  }
  const economic = codeAndName(get('economic')).code;
  const says = squeeze(get('category'));
  const known = mapping.categories.find((each) => says.includes(squeeze(each.says)));
  const name = codeAndName(get('projectName'));
  if (!known && says !== '') building.open.项目类别[says] = '';
  if (!known && says !== '') tell(`项目类别“${says}”没有对应，按项目支出导入，请核对。`, 'category');
  const kind =
    known?.kind ??
    (get('projectName') === '' ? (/^30[13]/.test(economic ?? '') ? 'personnel' : 'operating') : 'project');
  for (const { fund, carried, fen, isAssumed = false } of amounts) {
    const spent = line<SpendingLine>(
      { item, ...(economic?.length === 5 ? { economic } : {}), fund, ...(carried ? { carried } : {}), fen },
      isAssumed || (!known && says !== ''),
    );
    if (kind === 'project') projectOf(get, name.name, known?.category, building).push(spent);
    else building.basic.push({ ...spent, nature: kind });
    building.fen += fen;
  }
  building.rows += 1;
}

function projectOf(get: Get, name: string, category: Project['category'], building: Building): SpendingLine[] {
  const code = get('projectCode') || codeAndName(get('projectName')).code;
  const own = name || '未写名称的项目';
  const key = code ?? own;
  const known = building.projects.get(key);
  if (known) return known.lines;
  const lines: SpendingLine[] = [];
  const project: Project = {
    ...(code ? { code } : {}),
    name: own,
    ...(category ? { category } : {}),
    lines,
    indicators: [],
  };
  building.projects.set(key, { project, lines });
  return lines;
}

/** A purchase that operating funds pay is of no project, though exports name their class where its project would stand. */
const isOfBasic = (get: Get, { categories }: ImportMapping): boolean =>
  [get('category'), codeAndName(get('projectName')).name].some((text) =>
    categories.some(({ says, kind }) => kind !== 'project' && squeeze(says) === squeeze(text)),
  );

function purchase(
  get: Get,
  amounts: readonly Amount[],
  unit: MoneyUnit,
  mapping: ImportMapping,
  building: Building,
): void {
  const code = codeAndName(get('procurementCode'));
  const named = codeAndName(get('projectName'));
  const project = isOfBasic(get, mapping) ? '' : get('projectCode') || named.code || named.name;
  const price = parseAmount(get('unitPrice'), unit)?.fen;
  const sme = parseAmount(get('sme'), unit)?.fen;
  building.purchased += amounts.reduce((sum, { fen }) => sum + fen, 0);
  building.procurement.push({
    ...(project ? { project } : {}),
    item: get('procurementItem') || code.name || code.code || '未写名称',
    ...(code.code ? { code: code.code } : {}),
    ...(get('unit') ? { unit: get('unit') } : {}),
    ...(get('quantity') ? { quantity: get('quantity') } : {}),
    ...(price === undefined ? {} : { unitPrice: price }),
    amounts: amounts.map(({ fund, carried, fen, isAssumed = false }) =>
      line({ fund, ...(carried ? { carried } : {}), fen }, isAssumed),
    ),
    ...(sme ? { sme } : {}),
  });
  building.rows += 1;
}

/** The ledger with an export's money in it: lines are new, words, targets and reasons stay; sources follow the lines. */
export function refreshed(ledger: Ledger, { basic, projects, procurement, names }: Imported): Ledger {
  const keyOf = ({ code, name }: Pick<Project, 'code' | 'name'>) => code ?? name;
  const old = new Map(ledger.projects.map((project) => [keyOf(project), project] as const));
  const merged = projects.map((project): Project => {
    const known = old.get(keyOf(project)) ?? ledger.projects.find(({ name }) => name === project.name);
    return known ? { ...known, ...project, indicators: known.indicators } : project;
  });
  const hasMoney = basic.length + projects.length > 0;
  const { other, distributed = [], left } = ledger;
  const lines = [...basic, ...merged.flatMap((project) => project.lines), ...other, ...distributed, ...left];
  const sources = new Map<string, { fund: Fund; carried?: boolean; fen: Fen }>();
  for (const { fund, carried, fen } of lines) {
    const key = `${fund}/${carried === true}`;
    sources.set(key, { fund, ...(carried ? { carried } : {}), fen: (sources.get(key)?.fen ?? 0) + fen });
  }
  return {
    ...ledger,
    ...(hasMoney ? { basic, projects: merged, revenue: [...sources.values()] } : {}),
    ...(procurement.length > 0 ? { procurement } : {}),
    // What somebody called a code himself stands.
    ...(Object.keys(names).length > 0 ? { names: { ...names, ...ledger.names } } : {}),
  };
}
