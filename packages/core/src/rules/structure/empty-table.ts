/** A table that prints nothing where other tables of the document have its money. */
import type { CellPlace } from '../../equations/cell-index.ts';
import { amountText, evidenceOf, placeName } from '../../equations/describe.ts';
import type { Instance } from '../../equations/evaluate.ts';
import { formName } from '../../equations/names.ts';
import { plainText } from '../../text/fold.ts';
import { nothingOf } from '../../vocabulary/index.ts';
import { DISCLOSURE } from '../basis.ts';
import type { DocumentFinding, Equations, Located, LocateRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';

export const EMPTY_TABLE: LocateRule = {
  phase: 'locate',
  id: 'empty-table',
  title: '别的表有数的，本表不应是空表',
  group: '表间关系',
  scope: EVERYWHERE,
  basis: [{ document: DISCLOSURE, says: '各表反映同一部门预算，口径一致' }],
  severity: 'error',
  sure: '较可靠',
  check: '一张表没有一个数，按定义应与它相等的别的表却有数。表注也说没有的是错误；没有表注的是警告。',
  run: (equations) => emptyTables(equations),
};

/** A table without a figure, and what other tables have of its money, by the instances that say so. */
interface Emptied {
  readonly own: CellPlace;
  readonly others: CellPlace[];
}

function emptyTables({ violated, cellIndex }: Equations): Located {
  const tables = new Map<string, Emptied>();
  const explained = new Set<Instance>();
  for (const instance of violated()) {
    const places = instance.cells.map((cell) => cellIndex.place(cell));
    const sides = [places.slice(0, instance.split), places.slice(instance.split)] as const;
    const at = sides.findIndex((side) => side.length > 0 && side.every(isOfEmptyTable));
    const [own] = sides[at] ?? [];
    if (!own || !sides[1 - at]!.every((place) => isBeside(place, own))) continue;
    explained.add(instance);
    const key = `${cellIndex.disclosures.indexOf(own.grids)}/${own.grid.form}`;
    const table = tables.get(key) ?? { own, others: [] };
    table.others.push(...sides[1 - at]!.filter(({ cell }) => cell));
    tables.set(key, table);
  }
  return { findings: [...tables.values()].map(report), explained };
}

/** The tables of one form in one document print no amount at all. */
const isOfEmptyTable = ({ grids, grid }: CellPlace): boolean =>
  [...grids.tables.values()]
    .filter(({ form }) => form === grid.form)
    .every(({ cells, unread }) => unread.size === 0 && cells.every((cell) => cell === undefined));

/** Of the same document and another table. */
const isBeside = (place: CellPlace, own: CellPlace): boolean =>
  place.grids === own.grids && place.grid.form !== own.grid.form;

function report({ own, others }: Emptied): DocumentFinding {
  const { disclosure } = own.grids;
  const statement = disclosure.statements.find(({ form }) => form === own.grid.form);
  const note = nothingOf(statement?.note);
  const other = others.reduce((most, place) => (place.cell!.fen > most.cell!.fen ? place : most));
  const noted = note === undefined ? '' : `，注明“${plainText(note)}”`;
  const amount = `${amountText(other.cell!.fen, other)} ${other.grid.unit}`;
  return {
    grids: own.grids,
    finding: {
      rule: EMPTY_TABLE.id,
      severity: note === undefined ? 'warning' : EMPTY_TABLE.severity,
      agency: disclosure.agency.name,
      form: own.grid.form,
      message: `${formName(own.grid.form)}没有数${noted}，而${placeName(other)} ${amount}`,
      evidence: [
        {
          form: own.grid.form,
          text: note ?? statement?.title ?? '',
          origin: statement?.origin ?? own.grid.rows[own.row]!.origin,
        },
        evidenceOf(other),
      ],
      suggestion: note === undefined ? '请补上本表的数' : '请核对：补上本表的数，删去表注',
    },
  };
}
