/** The first sheet of a ledger's workbook: how it is filled in, what each sheet is for, and which cells cannot be read. */
import type { LedgerSheet, SheetId } from '@mingsuan/core/ledger/sheets';
import { addressOf } from '@mingsuan/core/model/cell-address';
import type { Template } from '@mingsuan/core/templates/index';
import type { Cell, WriteSheet } from 'hucre';
import { BALANCE_SHEET } from './balance-sheet.ts';
import { HEAD, LOCKED, TITLE } from './styles.ts';

/** The row of a sheet, from 0, that its first record stands in: below title, sums and head. */
export const FIRST_ROW = 3;

/** A cell that cannot be read; its row counts from 0 among the sheet's records. */
export interface Unread {
  readonly sheet: SheetId;
  readonly row: number;
  readonly column: number;
}

/** So many places of what cannot be read are named. */
const PLACES = 20;

/** The sheet itself. */
export function guideSheet(
  sheets: readonly LedgerSheet[],
  template: Template | undefined,
  moneyUnit: string,
  unread: readonly Unread[],
): WriteSheet {
  const made = template ? `本表按“${template.name}”的公开文本生成，它要用的都在里面。` : '';
  const lines: readonly (readonly [string, string])[] = [
    ['预算台账', `每个数只填一次；各张报表、说明和合计由程序算出。${made}`],
    ['金额', `本台账的金额以${moneyUnit}为单位；要改，在“基本信息”的金额单位里选，整本台账一律用它。`],
    [
      '怎么填',
      '先在“填报情况”逐项选有或无。表头带 * 的列必填。科目从下拉列表选，或直接写编码。可以插行、删行（紧接表头插的一行带着表头的锁，要插在已填的行下面）；表头、工作表的名称请不要改。',
    ],
    ['待确认', '“待确认”一栏有字的金额是上年的数或程序推算的：改成今年的数就算填过；不变的，确认后清空这一格。'],
    ['填好以后', `先看“${BALANCE_SHEET}”的差额是不是都为零，再用程序核对、编成公开文本。`],
    ...(unread.length === 0 ? [] : [['读不懂的格', unreadText(unread, sheets)] as const]),
    ...sheets.map(({ name, purpose }) => [name, purpose] as const),
  ];
  const cells = new Map<string, Partial<Cell>>();
  for (const [row, [name, text]] of lines.entries()) {
    cells.set(`${row},0`, { value: name, type: 'string', style: row === 0 ? TITLE : HEAD });
    cells.set(`${row},1`, { value: text, type: 'string', style: LOCKED });
  }
  return {
    name: '填写说明',
    columns: [{ width: 16 }, { width: 90 }],
    cells,
    protection: { sheet: true },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

function unreadText(unread: readonly Unread[], sheets: readonly LedgerSheet[]): string {
  const places = unread.slice(0, PLACES).map(({ sheet, row, column }) => {
    const { name } = sheets.find(({ id }) => id === sheet)!;
    return `${name}!${addressOf(FIRST_ROW + row, column)}`;
  });
  const more = unread.length > PLACES ? '……' : '';
  return `有 ${unread.length} 格读不懂或没有填，照原样写出并标红，所在的行没有计入：${places.join('、')}${more}`;
}
