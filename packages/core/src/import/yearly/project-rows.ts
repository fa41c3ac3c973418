/** The rows of 财决06表: the projects of each functional item, with what they spent. Amounts are fen. */
import { type Fen, parseAmount } from '../../money.ts';
import { squeeze } from '../../text/fold.ts';
import { codeIn, columnUnder, type FoundTable } from './table.ts';

/** What a project spent under an item. */
export interface YearlyProject {
  readonly item: string;
  readonly code?: string;
  readonly name: string;
  readonly fen: Fen;
}

/** The rows of projects below, or beside, the codes of their items. */
export function projectsIn(found: FoundTable): readonly YearlyProject[] {
  const { table, sheet, body, paths, unit } = found;
  const at = (...heads: readonly string[]) => paths.findIndex((path) => heads.includes(path.at(-1) ?? ''));
  const [named, coded] = [at('项目名称'), at('项目代码', '项目编码')];
  const spent = columnUnder(found, table.columns!.total!);
  if (named < 0 || spent === undefined) return [];
  let item: string | undefined;
  return sheet.rows.slice(body).flatMap((cells): YearlyProject[] => {
    const own = codeIn(found, cells);
    if (own !== '') item = /^\d{7}$/.test(own) ? own : undefined;
    const name = squeeze(cells[named] ?? '');
    const fen = parseAmount((cells[spent] ?? '').trim(), unit)?.fen ?? 0;
    const code = squeeze(cells[coded] ?? '');
    return item === undefined || name === '' || fen === 0 ? [] : [{ item, ...(code ? { code } : {}), name, fen }];
  });
}
