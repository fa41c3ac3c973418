/** What differs between two versions of a ledger, line by line and to the fen: what a reviewer reads after a return. */
import { lookup } from '../classification/index.ts';
import type { Fen } from '../money.ts';
import { AREAS, answerOf } from './areas.ts';
import type { Ledger, SpendingLine } from './ledger.ts';
import { projectKey } from './projects.ts';
import { FUND_LABELS } from './sheet-columns.ts';

/** One line of money, or (without amounts) a part that says something else now. Absent amounts: the line is not there. */
export interface LedgerDifference {
  /** 收入, 基本支出, 项目支出, … */
  readonly part: string;
  readonly label: string;
  readonly before?: Fen;
  readonly after?: Fen;
  readonly change?: Fen;
}

interface Line {
  readonly part: string;
  readonly label: string;
  readonly fen: Fen;
}

/** Lines of money first, in the order of the sheets; then parts without money that are others. */
export function ledgerDifferences(before: Ledger, after: Ledger): readonly LedgerDifference[] {
  return [...moneyDifferences(before, after), ...partDifferences(before, after)];
}

function moneyDifferences(before: Ledger, after: Ledger): readonly LedgerDifference[] {
  const [a, b] = [summed(before), summed(after)];
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((key): LedgerDifference[] => {
    const [was, is] = [a.get(key), b.get(key)];
    const change = (is?.fen ?? 0) - (was?.fen ?? 0);
    if (was && is && change === 0) return [];
    const { part, label } = (is ?? was)!;
    return [{ part, label, ...(was ? { before: was.fen } : {}), ...(is ? { after: is.fen } : {}), change }];
  });
}

/** Lines that say the same but for the amount are one. */
function summed(ledger: Ledger): ReadonlyMap<string, Line> {
  const sums = new Map<string, Line>();
  for (const line of linesOf(ledger)) {
    const key = `${line.part}\n${line.label}`;
    sums.set(key, { ...line, fen: (sums.get(key)?.fen ?? 0) + line.fen });
  }
  return sums;
}

const FUND_NAMES: ReadonlyMap<string, string> = new Map(FUND_LABELS);

function linesOf({
  revenue,
  basic,
  projects,
  other,
  distributed = [],
  left,
  procurement,
  assets,
  names = {},
}: Ledger): readonly Line[] {
  const named = (list: 'function' | 'economic', code: string) =>
    `${code} ${names[code] ?? lookup(list, code)?.name ?? ''}`.trim();
  const source = ({ fund, carried }: { readonly fund: string; readonly carried?: boolean | undefined }) =>
    `${FUND_NAMES.get(fund) ?? fund}${carried ? '（上年结转）' : ''}`;
  const spending = (line: SpendingLine) =>
    [named('function', line.item), ...(line.economic ? [named('economic', line.economic)] : []), source(line)].join(
      ' · ',
    );
  return [
    ...revenue.map((line) => ({ part: '收入', label: source(line), fen: line.fen })),
    ...basic.map((line) => ({
      part: line.nature === 'personnel' ? '基本支出（人员经费）' : '基本支出（公用经费）',
      label: spending(line),
      fen: line.fen,
    })),
    ...projects.flatMap((project) =>
      project.lines.map((line) => ({
        part: '项目支出',
        label: `${projectKey(project)} · ${spending(line)}`,
        fen: line.fen,
      })),
    ),
    ...other.map((line) => ({ part: '其他支出', label: spending(line), fen: line.fen })),
    ...distributed.map((line) => ({ part: '结余分配', label: spending(line), fen: line.fen })),
    ...left.map((line) => ({ part: '年终结转结余', label: spending(line), fen: line.fen })),
    ...procurement.flatMap((item) =>
      item.amounts.map((line) => ({ part: '政府采购', label: `${item.item} · ${source(line)}`, fen: line.fen })),
    ),
    ...assets.flatMap(({ label, value }) => (value === undefined ? [] : [{ part: '资产', label, fen: value }])),
  ];
}

/** Parts that hold words and counts, by what the form calls them. */
const PARTS: Readonly<Partial<Record<keyof Ledger, string>>> = {
  agency: '单位',
  year: '年度',
  template: '模板',
  nature: '单位性质',
  answers: '有没有',
  overall: '整体绩效目标',
  organization: '机构设置',
  counts: '人员和车辆',
  amounts: '其他金额',
  lastYear: '上年数',
  texts: '说明的文字',
};

function partDifferences(before: Ledger, after: Ledger): readonly LedgerDifference[] {
  const same = (a: unknown, b: unknown) => said(a) === said(b);
  const of = (ledger: Ledger, key: keyof Ledger) =>
    // What is filled in is answered, whether somebody said so or not.
    key === 'answers' ? AREAS.map((area) => answerOf(ledger, area) ?? null) : ledger[key];
  const parts = (Object.entries(PARTS) as [keyof Ledger, string][]).filter(
    ([key]) => !same(of(before, key), of(after, key)),
  );
  const was = new Map(before.projects.map((project) => [projectKey(project), project]));
  const projects = after.projects.filter((project) => {
    const { lines: _, ...now } = project;
    const { lines: __, ...then } = was.get(projectKey(project)) ?? { lines: [] };
    return was.has(projectKey(project)) && !same(now, then);
  });
  return [
    ...projects.map((project) => ({ part: '项目支出', label: `${projectKey(project)}：内容或绩效目标` })),
    ...parts.map(([, label]) => ({ part: '其他内容', label })),
  ];
}

/** What a value says, whatever the order of its keys: read back from the form's sheets they stand otherwise. */
const said = (value: unknown): string | undefined =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
