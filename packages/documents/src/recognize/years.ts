/**
 * Tables with a column for each of several years, some of them after the document's own: a plan (三年支出规划, 中期规划). A header alone
 * cannot tell it from a history, whose last year is the document's; the document's year can.
 */
import type { FormDefinition } from '@mingsuan/core/forms/index';
import { columnsOfHeader, yearOfPlan } from '@mingsuan/core/vocabulary/index';
import type { Header } from './header.ts';
import { YEARED } from './header-periods.ts';
import type { LogicalTable } from './logical-table.ts';
import { rolesUnder, type TablePiece } from './pieces.ts';

type Path = Header['paths'][number];

/** The table with the roles that its columns have in a document of `year`; itself where that says no more of any. */
export function ofYear(table: LogicalTable, year: number): LogicalTable {
  const { form, pieces } = table;
  if (!form) return table;
  const [headed, roles] =
    firstWith(pieces, (piece) => planRoles(form, piece, year) ?? besideRoles(form, piece, year)) ?? [];
  if (!headed || !roles) return table;
  const isLike = (piece: TablePiece) => String(piece.roles.map(idOf)) === String(headed.roles.map(idOf));
  return { ...table, pieces: pieces.map((piece) => (isLike(piece) ? { ...piece, roles } : piece)) };
}

function firstWith<T>(
  pieces: readonly TablePiece[],
  rolesOf: (piece: TablePiece) => T | undefined,
): [TablePiece, T] | undefined {
  for (const piece of pieces) {
    const roles = rolesOf(piece);
    if (roles) return [piece, roles];
  }
  return undefined;
}

const planRoles = (form: FormDefinition, piece: TablePiece, year: number) =>
  isPlan(piece.header.paths, year) ? rolesUnder(form, piece, pathsFrom(form, piece.header.paths, year)) : undefined;

/**
 * 2025年执行数 | 合计 | 基本支出 in a document of 2026: the only year that the header speaks of is the one before, and columns without one
 * are the document's own. Undefined where no more columns have a meaning so.
 */
function besideRoles(form: FormDefinition, piece: TablePiece, year: number): TablePiece['roles'] | undefined {
  const { paths } = piece.header;
  const years = new Set(
    paths
      .flat()
      .flatMap((text) => YEARED.exec(text)?.[1] ?? [])
      .map(Number),
  );
  if (years.size !== 1 || !years.has(year - 1)) return undefined;
  const told = paths.map((path) =>
    path.map((text) => (YEARED.test(text) ? `上年${/(?:预算|执行|决算)/.exec(text)?.[0] ?? '预算'}数` : text)),
  );
  const roles = rolesUnder(form, piece, told);
  const figures = (found: TablePiece['roles']) => found.filter(({ kind }) => kind === 'value').length;
  return figures(roles) > figures(piece.roles) ? roles : undefined;
}

const idOf = (role: TablePiece['roles'][number]): string => (role.kind === 'value' ? role.id : role.kind);

const yearIn = (path: Path): number | undefined => {
  const years = path.flatMap((text) => YEARED.exec(text)?.[1] ?? []).map(Number);
  return years.length === 1 ? years[0] : undefined;
};

/** Whether columns are of the year and of later ones. */
function isPlan(paths: Header['paths'], year: number): boolean {
  const years = paths.map(yearIn);
  return years.includes(year) && years.some((each) => each !== undefined && each > year);
}

/** The headers with the later years by their order in the plan. A group of all of them that is no column of the form says nothing. */
function pathsFrom(form: FormDefinition, paths: Header['paths'], year: number): Header['paths'] {
  const groups = new Set(paths.filter((path) => yearIn(path) !== undefined).map((path) => restOf(path).join('/')));
  const isIdle =
    groups.size === 1 && paths.every((path) => yearIn(path) === undefined || !isColumn(form, restOf(path)));
  return paths.map((path) => {
    const own = yearIn(path);
    if (own === undefined) return path;
    return path
      .filter((text) => !isIdle || YEARED.test(text))
      .map((text) => (own > year && YEARED.test(text) ? yearOfPlan(own - year + 1) : text));
  });
}

const restOf = (path: Path): Path => path.filter((text) => !YEARED.test(text));

const isColumn = (form: FormDefinition, path: Path): boolean =>
  path.length > 0 && columnsOfHeader(form.columns, path).length > 0;
