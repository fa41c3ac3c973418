/** What of a document's fields a person has to confirm, and files that are nobody's budget: each as a problem. */
import type { Problem } from '@mingsuan/core/disclosure';
import {
  FIELD_NAMES,
  type FieldName,
  type FieldTold,
  type Testimony,
  type Witness,
} from '@mingsuan/core/model/identity';
import { figuresOf } from '@mingsuan/core/words/figures';
import type { Paragraph, TableCell } from '../layout.ts';
import { agencyInLine } from './agency-name.ts';
import type { Identity } from './identity.ts';
import type { LogicalTable } from './logical-tables.ts';
import { isAmount } from './shape/cells.ts';

const WITNESS_NAMES: Readonly<Record<Witness, string>> = {
  cover: '封面',
  caption: '表的上方',
  running: '页眉',
  heading: '标题',
  title: '表名',
  cell: '表内',
  contents: '目录',
  row: '表中的行',
  header: '表头',
  words: '说明',
  file: '文件名',
  operator: '管理员认定',
};

const said = ({ witness, text }: Testimony) => `${WITNESS_NAMES[witness]}“${text.slice(0, 40)}”`;

/** Fields that nobody tells, or not for sure, and a file's name that tells another than the document does. */
export function doubtful({ told, agency }: Identity): Problem[] {
  return (Object.keys(FIELD_NAMES) as FieldName[]).flatMap((field) => problemOf(field, told[field], agency.name));
}

function problemOf(field: FieldName, { confidence, evidence, against = [] }: FieldTold, agency: string): Problem[] {
  const name = FIELD_NAMES[field];
  if (confidence === 'unknown')
    return [{ code: `${field}-unknown`, message: `没有找到${name}；请补充或确认，未确认之前不与其他文本合并、比较。` }];
  const origin = evidence[0]?.origin;
  const place = origin ? { origin } : {};
  if (confidence === 'doubtful') {
    const other = against[0] ? `，${said(against[0])}与此不同` : '';
    return [
      {
        code: `${field}-doubtful`,
        message: `${name}只见于${evidence.map(said).join('、')}${other}；请确认。`,
        ...place,
      },
    ];
  }
  const file = against.find(({ witness }) => witness === 'file');
  if (file && field === 'agency' && abbreviates(agencyInLine(file.text) ?? '', agency)) return [];
  return file && field !== 'stage'
    ? [
        {
          code: 'file-name-differs',
          message: `${said(file)}与文中的${name}（${said(evidence[0]!)}）不同，已按文中的；请确认文件没有放错。`,
          ...place,
        },
      ]
    : [];
}

/** 西安市政府办公厅 for 西安市人民政府办公厅: the characters of one stand in the other in their order. */
function abbreviates(short: string, long: string): boolean {
  let found = 0;
  for (const char of long) if (char === short[found]) found += 1;
  return short.length > 3 && found === short.length;
}

/** Whether a text without any known table is a budget's or account's: a line names it so, or a sentence tells its figures. */
export function isOfBudget({ told }: Identity, text: readonly Paragraph[]): boolean {
  return (
    told.stage.evidence.some(({ witness }) => witness !== 'file') ||
    text.some(({ text: line }) => /(?:预算|决算)[^。]{0,60}\d[\d,.]*(?:[百千十]?[万亿])?元/.test(line))
  );
}

/** Tables without one amount and words without one figure, of nobody: a form that nobody has filled in. */
export function isBlankForm({ told }: Identity, tables: readonly LogicalTable[], text: readonly Paragraph[]): boolean {
  const isFilled = tables.some(({ pieces }) =>
    pieces.some(({ rows }) => rows.some((row) => row.some((cell) => hasAmount(cell) || tellsAmount(cell.text)))),
  );
  return told.agency.confidence !== 'sure' && !isFilled && !text.some(({ text: line }) => tellsAmount(line));
}

const hasAmount = (cell: TableCell): boolean => isAmount(cell) && /[1-9]/.test(cell.text);

const tellsAmount = (text: string): boolean =>
  figuresOf(text).some(({ printed }) => printed.kind === 'amount' && printed.fen !== 0);
