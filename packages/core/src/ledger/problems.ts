/** What a ledger says against itself or leaves open, each asked for by name. A ledger without any of these compiles into clean tables. */
import { ancestors, lookup } from '../classification/index.ts';
import type { Problem } from '../disclosure.ts';
import { type Fen, formatAmount } from '../money.ts';
import { parseQuantity } from '../quantity.ts';
import { conceptById, sourceName } from '../vocabulary/index.ts';
import { APPROPRIATIONS, FUNDS, type Fund, type Ledger, type ProcurementItem, type SpendingLine } from './ledger.ts';

/** `path` says where in the ledger: `projects[2].lines[0].economic`; a workbook translates it into a cell. */
export interface LedgerProblem extends Problem {
  readonly path: string;
}

/** What problems call money of a source: 一般公共预算拨款收入, 事业收入. */
const fundName = (fund: Fund): string => sourceName(conceptById(fund)).replace(/(?<!收入)$/, '收入');

const KIND_NAMES = {
  business: conceptById('business-expenditure').name,
  remittance: conceptById('remittance').name,
  'affiliate-subsidy': conceptById('affiliate-subsidy').name,
} as const;

const wan = (fen: Fen) => `${formatAmount(fen, '万元')} 万元`;
const total = (lines: readonly { readonly fen: Fen }[]): Fen => lines.reduce((sum, { fen }) => sum + fen, 0);

interface Placed {
  readonly line: SpendingLine;
  readonly path: string;
  readonly name: string;
}

/** Every line of money, with its place and what people call it. */
function placedLines({ basic, projects, other, left }: Ledger): readonly Placed[] {
  return [
    ...basic.map((line, i) => ({
      line,
      path: `basic[${i}]`,
      name: `基本支出第 ${i + 1} 行（${line.nature === 'personnel' ? '人员经费' : '公用经费'} ${wan(line.fen)}）`,
    })),
    ...projects.flatMap(({ name, lines }, p) =>
      lines.map((line, i) => ({
        line,
        path: `projects[${p}].lines[${i}]`,
        name: `项目“${name}”第 ${i + 1} 行（${wan(line.fen)}）`,
      })),
    ),
    ...other.map((line, i) => ({ line, path: `other[${i}]`, name: `${KIND_NAMES[line.kind]}（${wan(line.fen)}）` })),
    ...left.map((line, i) => ({ line, path: `left[${i}]`, name: `年终结转第 ${i + 1} 行（${wan(line.fen)}）` })),
  ];
}

/** What is missing or contradictory in a ledger; none means that it compiles into tables that balance. */
export function ledgerProblems(ledger: Ledger): LedgerProblem[] {
  const lines = placedLines(ledger);
  return [
    ...sourceProblems(ledger, lines),
    ...lines.flatMap((placed) => codeProblems(ledger, placed)),
    ...basicProblems(ledger),
    ...otherProblems(ledger),
    ...projectProblems(ledger),
    ...ledger.procurement.flatMap((item, i) => procurementProblems(ledger, item, `procurement[${i}]`)),
    ...procuredBeyondProject(ledger),
    ...assetProblems(ledger),
  ];
}

/** Each source brings in what is spent of it and left of it. */
function sourceProblems({ revenue }: Ledger, lines: readonly Placed[]): LedgerProblem[] {
  return FUNDS.flatMap((fund) =>
    [false, true].flatMap((carried): LedgerProblem[] => {
      const isSource = (line: { readonly fund: Fund; readonly carried?: boolean }) =>
        line.fund === fund && (line.carried ?? false) === carried;
      const stated = revenue.filter(isSource);
      const received = total(stated);
      const arranged = total(lines.filter(({ line }) => isSource(line)).map(({ line }) => line));
      if (received === arranged) return [];
      const name = `${carried ? '上年结转的' : ''}${fundName(fund)}`;
      const off = wan(Math.abs(received - arranged));
      const at = revenue.findIndex(isSource);
      const message =
        stated.length === 0
          ? `${name}没有填，已安排支出 ${wan(arranged)}：请补填收入。`
          : received > arranged
            ? `${name} ${wan(received)}，已安排支出 ${wan(arranged)}，差 ${off}：请补列支出或年终结转。`
            : `${name} ${wan(received)}，已安排支出 ${wan(arranged)}，多安排 ${off}：请减列支出或补列收入。`;
      return [{ code: 'source-not-arranged', path: at < 0 ? 'revenue' : `revenue[${at}].fen`, message }];
    }),
  );
}

function codeProblems({ year, names }: Ledger, { line: { item, economic }, path, name }: Placed): LedgerProblem[] {
  const problems: LedgerProblem[] = [];
  const ask = (field: string, message: string) =>
    problems.push({ code: 'unknown-code', path: `${path}.${field}`, message });
  if (!/^\d{7}$/.test(item)) ask('item', `${name}的功能分类科目“${item}”不是项级编码：请填 7 位编码。`);
  else if (!names?.[item] && !isOfYear('function', item, year))
    ask('item', `${name}的功能分类科目 ${item} 不在 ${year} 年的科目中：请核对编码，或在台账中写明科目名称。`);
  if (economic === undefined) return problems;
  if (!/^\d{5}$/.test(economic)) ask('economic', `${name}的经济分类科目“${economic}”不是款级编码：请填 5 位编码。`);
  else if (!names?.[economic] && !isOfYear('economic', economic, year))
    ask('economic', `${name}的经济分类科目 ${economic} 不在部门预算经济分类中：请核对编码，或在台账中写明科目名称。`);
  return problems;
}

/** The code, its section and its class are all of the year. */
function isOfYear(list: 'function' | 'economic', code: string, year: number): boolean {
  return [...ancestors(code), code].every((each) => {
    const entry = lookup(list, each, year);
    return entry !== undefined && year >= (entry.from ?? year) && year <= (entry.to ?? year);
  });
}

function basicProblems({ basic }: Ledger): LedgerProblem[] {
  return basic.flatMap(({ fund, economic, nature, item, fen }, i) => {
    if (fund !== 'general-public' || economic !== undefined) return [];
    const kind = nature === 'personnel' ? '人员经费' : '公用经费';
    const message = `基本支出第 ${i + 1} 行（${item} ${kind} ${wan(fen)}）没有经济分类科目：一般公共预算基本支出要按经济分类列示，请补填。`;
    return [{ code: 'economic-missing', path: `basic[${i}].economic`, message }];
  });
}

function otherProblems({ other }: Ledger): LedgerProblem[] {
  return other.flatMap(({ fund, kind, fen }, i) => {
    if (!APPROPRIATIONS.includes(fund)) return [];
    const message = `${KIND_NAMES[kind]} ${wan(fen)}的来源是${fundName(fund)}：财政拨款不能用于${KIND_NAMES[kind]}，请改资金来源或改列项目支出。`;
    return [{ code: 'other-from-appropriation', path: `other[${i}].fund`, message }];
  });
}

function projectProblems({ projects }: Ledger): LedgerProblem[] {
  return projects.flatMap(({ name, lines }, i) =>
    total(lines) === 0
      ? [
          {
            code: 'project-without-money',
            path: `projects[${i}].lines`,
            message: `项目“${name}”没有填金额：请补填功能分类、资金来源和金额，或删去项目。`,
          },
        ]
      : [],
  );
}

function procurementProblems(ledger: Ledger, item: ProcurementItem, path: string): LedgerProblem[] {
  const problems: LedgerProblem[] = [];
  const ask = (field: string, code: string, message: string) =>
    problems.push({ code, path: `${path}.${field}`, message });
  const { project, quantity, unitPrice, amounts, sme = 0 } = item;
  const name = `采购“${item.item}”`;
  if (project !== undefined && !ledger.projects.some((each) => each.name === project))
    ask('project', 'procurement-project', `${name}的项目“${project}”不在台账的项目中：请核对项目名称。`);
  const count = parseQuantity(quantity);
  const sum = total(amounts);
  if (!count) ask('quantity', 'procurement-quantity', `${name}的数量“${quantity}”不是数：请填数字。`);
  else {
    // A unit price is rounded to the fen, so its product may be off by half a fen for each piece.
    const scale = 10 ** count.scale;
    if (Math.abs(count.units * unitPrice - sum * scale) * 2 > count.units + scale)
      ask(
        'amounts',
        'procurement-amount',
        `${name}金额 ${wan(sum)}，不等于数量 ${quantity} 乘单价 ${formatAmount(unitPrice, '元')} 元：请核对。`,
      );
  }
  if (sme > sum)
    ask('sme', 'procurement-sme', `${name}预留中小微企业份额 ${wan(sme)}，大于采购金额 ${wan(sum)}：请核对。`);
  return problems;
}

function procuredBeyondProject({ projects, procurement, basic }: Ledger): LedgerProblem[] {
  return [undefined, ...new Set(projects.map(({ name }) => name))].flatMap((project) => {
    const own = procurement.filter((item) => item.project === project);
    const procured = total(own.flatMap(({ amounts }) => amounts));
    const funds =
      project === undefined
        ? total(basic.filter(({ nature }) => nature === 'operating'))
        : total(projects.filter(({ name }) => name === project).flatMap(({ lines }) => lines));
    if (procured <= funds) return [];
    const name = project === undefined ? '公用经费' : `项目“${project}”`;
    const message = `${name}采购共 ${wan(procured)}，大于其预算 ${wan(funds)}：请核对。`;
    return [{ code: 'procurement-beyond-project', path: `procurement[${procurement.indexOf(own[0]!)}]`, message }];
  });
}

function assetProblems({ assets }: Ledger): LedgerProblem[] {
  return assets.flatMap(({ label, partOf, value }, i) => {
    if (partOf === undefined) return [];
    const whole = assets.find((asset) => asset.label === partOf);
    if (whole === undefined || (value ?? 0) > (whole.value ?? 0)) {
      const message = whole
        ? `资产“${label}”的价值大于“${partOf}”：其中数不能大于所属的行，请核对。`
        : `资产“${label}”写明属于“${partOf}”，台账中没有这一行：请补填。`;
      return [{ code: 'asset-part', path: `assets[${i}]`, message }];
    }
    return [];
  });
}
