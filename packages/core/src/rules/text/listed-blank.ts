/** What the list of tables says of each, beside the table itself: blank or not. */
import type { Disclosure, Origin } from '../../disclosure.ts';
import { kindOf, TABLE_LIST } from '../../kinds/index.ts';
import { rowsOf } from '../../model/tables.ts';
import { plainText } from '../../text/fold.ts';
import { DISCLOSURE } from '../basis.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { textFinding } from './passages.ts';

interface Printed {
  readonly title: string;
  readonly origin: Origin;
  /** Whether it prints money; undefined where not all of it was read. */
  readonly hasMoney: boolean | undefined;
}

export const LISTED_BLANK: ReadRule = {
  phase: 'read',
  id: 'text-listed-blank',
  title: '报表目录说的空表与报表相符',
  group: '公开内容',
  scope: EVERYWHERE,
  basis: [{ document: DISCLOSURE, article: '第七条及所附表样', says: '空表须列出并说明' }],
  severity: 'warning',
  sure: '确定',
  check:
    '报表目录注明是空表的，表里不应有数；注明不是空表的，表里应有数（只作提示）。表名与目录对不上的、没有读全的不查。',
  run: ({ disclosure }) => {
    const printed = printedTables(disclosure);
    return rowsOf(disclosure, TABLE_LIST).flatMap(({ title, blank = '', origin }) => {
      const isBlank = /^(?:是|√|空表?)$/.test(plainText(blank));
      if (!isBlank && plainText(blank) !== '否') return [];
      const found = printed.filter((table) => isSameTitle(table.title, title));
      const isFilled = isBlank && found.some(({ hasMoney }) => hasMoney);
      const isEmpty = !isBlank && found.length > 0 && found.every(({ hasMoney }) => hasMoney === false);
      if (!isFilled && !isEmpty) return [];
      const said = isFilled ? '是空表，表里却有数' : '不是空表，表里却没有数';
      const [table] = found;
      const evidence = [
        { text: title, origin },
        { text: table!.title, origin: table!.origin },
      ];
      const finding = textFinding(LISTED_BLANK, disclosure, `报表目录注明“${title}”${said}`, evidence);
      return [isFilled ? finding : { ...finding, severity: 'notice' as const }];
    });
  },
};

/** Whether the list of tables names some that do not stand in the document: it is an excerpt, or a file of several. */
export function listsMore(disclosure: Disclosure): boolean {
  const printed = printedTables(disclosure);
  const isPrinted = (title: string): boolean => printed.some((table) => isSameTitle(table.title, title));
  return rowsOf(disclosure, TABLE_LIST).some(({ title }) => !isPrinted(title));
}

function printedTables({ statements, tables, generic = [] }: Disclosure): Printed[] {
  return [
    ...statements.map(({ title, origin, rows, unread }) => {
      const hasMoney = rows.some(({ cells }) => Object.values(cells).some(isMoney));
      return { title, origin, hasMoney: hasMoney || !unread ? hasMoney : undefined };
    }),
    // What a record table says need not be money: only that it has rows is told, and of a sheet that it has indicators.
    ...tables
      .filter(({ form }) => form !== TABLE_LIST.id)
      .map(({ form, title, origin, rows }) => ({
        title,
        origin,
        hasMoney: (kindOf(form)!.isSheet ? rows.some(hasIndicators) : rows.length > 0) ? true : undefined,
      })),
    ...generic.map(({ title = '', origin, rows }) => ({
      title,
      origin,
      hasMoney: rows.some(({ cells }) => Object.values(cells).some(isMoney)) ? true : undefined,
    })),
  ];
}

/** A form to be filled in prints levels, too; only a target says something. */
const hasIndicators = (row: object): boolean =>
  'indicators' in row && Array.isArray(row.indicators) && row.indicators.some((each) => each.level3 && each.target);

const isMoney = (cell: { readonly fen: number } | undefined): boolean => cell !== undefined && cell.fen !== 0;

/** The same name, whether or not it begins with the year or the agency, or leaves out a word that every such name may have. */
function isSameTitle(printed: string, listed: string): boolean {
  const [a, b] = [bareTitle(printed), bareTitle(listed)];
  return isEnd(a, b) || isEnd(a.replace(FILLING, ''), b.replace(FILLING, ''));
}

const isEnd = (a: string, b: string): boolean =>
  b.length >= SHORTEST && (a.endsWith(b) || (a.length >= SHORTEST && b.endsWith(a)));

/** 整体支出绩效目标表 is the 整体绩效目标表 that the list names, 收支总表 its 收支表. */
const FILLING = /支出(?=绩效)|[总明细](?=表$)|情况(?=表$)|预算(?=表$)/g;

const SHORTEST = 6;
const bareTitle = (title: string): string => plainText(title).replace(/^\d{4}年(?:度)?/, '');
