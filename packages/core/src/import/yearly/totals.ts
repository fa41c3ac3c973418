/** What the report's own totals say against what was taken into the ledger. */
import { APPROPRIATIONS, type Ledger, type SpendingLine } from '../../ledger/ledger.ts';
import { PUBLIC_SECTIONS } from '../../ledger/publics.ts';
import type { Fen } from '../../money.ts';
import { conceptById } from '../../vocabulary/index.ts';
import { sum, yuan } from './paid.ts';
import type { YearlyReport } from './report.ts';

type Taken = Pick<Ledger, 'basic' | 'projects' | 'other' | 'left' | 'revenue'> & {
  readonly distributed: readonly SpendingLine[];
};

/** Totals of the report's own against what was taken. */
export function totalProblems(
  { balance, agency, byItem }: YearlyReport,
  { basic, projects, other, distributed, left, revenue }: Taken,
): string[] {
  const problems: string[] = [];
  const lines = [...basic, ...projects.flatMap((project) => project.lines)];
  const compare = (what: string, stated: Fen | undefined, taken: Fen) => {
    if (stated !== undefined && stated !== taken)
      problems.push(`${what}是 ${yuan(stated)}，导入的是 ${yuan(taken)}，请核对。`);
  };
  const total = (all: readonly { readonly fen: Fen }[]) => sum(all.map(({ fen }) => fen));
  const actual = (key: string) => balance.get(key)?.actual;
  compare('财决01表的本年支出合计', actual('expenditure/本年支出合计'), total([...lines, ...other]));
  compare('财决01表的结余分配', actual('expenditure/结余分配'), total(distributed));
  compare('财决01表的年末结转和结余', actual('expenditure/年终结转'), total(left));
  compare('财决01表的总计', actual('revenue/收入总计'), total(revenue));
  const isSpentOn = (sections: readonly string[]) => (line: SpendingLine) =>
    APPROPRIATIONS.includes(line.fund) && line.economic !== undefined && sections.includes(line.economic);
  for (const [quantity, name, sections] of PUBLICS) {
    const stated = agency.amounts.get(quantity)?.actual;
    const taken = total(lines.filter(isSpentOn(sections)));
    if (stated !== undefined && stated !== taken)
      problems.push(
        `财决附03表的${name}是 ${yuan(stated)}，按经济科目${sections.join('、')}导入的财政拨款支出是 ${yuan(taken)}：请核对项目支出的经济科目（财决05、05-2、08-2表）。`,
      );
  }
  if (!byItem.has('03')) problems.push('缺财决03表（收入决算表）：财政拨款以外的收入没有导入。');
  return problems;
}

/** The items of the three publics with the sections that they are spent under. */
const PUBLICS = Object.entries(PUBLIC_SECTIONS).map(
  ([id, sections]) => [`three-publics[${id}]`, conceptById(id).name, sections] as const,
);
