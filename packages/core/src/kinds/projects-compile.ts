/** How the rows of 项目支出表 are compiled: a ledger's projects, each with its money by source. */
import { sourceTest } from '../compile/entries.ts';
import { amountColumns, printCells } from '../compile/print.ts';
import type { Ledger, Project, SpendingLine } from '../ledger/ledger.ts';
import type { Cell } from '../model/values.ts';
import type { Fen } from '../money.ts';
import { unspaced } from '../text/fold.ts';
import type { PrintedForm } from './kind.ts';
import type { ProjectRow } from './projects-fields.ts';
import { SOURCE_AMOUNTS } from './source-amounts.ts';

/** A 合计 row and a row for each project with money, in the columns that the template prints; nothing where there is none. */
export function compileProjects({ projects, agency }: Ledger, form: PrintedForm): ProjectRow[] {
  const columns = amountColumns(form).filter((id) => id in SOURCE_AMOUNTS);
  const paid = projects.filter(({ lines }) => lines.some(({ fen }) => fen !== 0));
  if (paid.length === 0) return [];
  const printsUnit = form.columns.some(([id]) => id === 'unit');
  return [
    {
      kind: 'total',
      label: '合计',
      cells: cellsOf(
        paid.flatMap(({ lines }) => lines),
        columns,
        form,
      ),
      origin: {},
    },
    ...paid.map(
      ({ name, code, lines }): ProjectRow => ({
        kind: 'project',
        label: unspaced(name),
        project: name,
        ...(code ? { code } : {}),
        ...(printsUnit ? { unit: agency.name } : {}),
        cells: cellsOf(lines, columns, form),
        origin: {},
      }),
    ),
  ];
}

function cellsOf(lines: Project['lines'], columns: readonly string[], form: PrintedForm): Record<string, Cell> {
  const printed = new Set(columns);
  const amounts = columns.map((id): [string, Fen] => {
    const test = sourceTest(id, printed);
    const isShown = ({ fund, carried }: SpendingLine) => test({ fund, carried: carried === true, ...ANY });
    return [id, lines.filter(isShown).reduce((sum, { fen }) => sum + fen, 0)];
  });
  return printCells(Object.fromEntries(amounts), form.unit, form.amounts);
}

/** What a source column does not ask of an entry. */
const ANY = { item: '', kind: 'project', academic: false, fen: 0 } as const;
