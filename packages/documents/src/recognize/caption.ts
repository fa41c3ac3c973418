/** The lines around a table that say what it is: title, agency, year, unit, date, 续表, 注. */
import { bareTitle, type FormDefinition, formOfTitle, TABLE_NUMBER } from '@mingsuan/core/forms/index';
import { type MoneyUnit, PRINTED_UNIT } from '@mingsuan/core/money';
import { squeeze } from '@mingsuan/core/text/fold';
import type { Paragraph } from '../layout.ts';
import { AGENCY_ENDING } from './agency-name.ts';

export interface Caption {
  readonly title?: string;
  readonly titleParagraph?: Paragraph;
  readonly form?: FormDefinition;
  readonly unit?: MoneyUnit;
  readonly year?: number;
  readonly asOf?: string;
  readonly agencyCode?: string;
  readonly agencyName?: string;
  /** Performance tables print the goal as a line of its own where a page break tore the table. */
  readonly goal?: string;
  readonly continued?: boolean;
  /** 表14, 公开05表: another number than the last table's begins another table. */
  readonly number?: string;
}

const UNIT = new RegExp(`(?:金额|货币)?单位:?\\(?${PRINTED_UNIT}\\)?$`);
const CODED_AGENCY = /^(\d{3,12})\s*[-—_]?\s*([\u4e00-\u9fff].{2,50})$/;
const NAMED_AGENCY =
  /^(?:编制|填报|填表|公开|编报|预算|资金)?(?:主管)?(?:部门|单位)(?:\(单位\)|\(部门\)|\/单位)?(?:编码)?(?:及)?(?:名称|全称)?:(.*)$/;
const FURNITURE = /^(?:[-—–]?\d{1,4}[-—–]?|第\d+页(?:共\d+页)?|续表\d*|\(续\)|\(?续上表\)?)$/;

/** Between what a line says of a table; its unit may stand closer: 部门收支总表 单位：万元. */
const GAP = /\t+|\s{3,}|\s+(?=\(?(?:金额|货币|计量)?单位[:：])/;

/** What one line says about a table; undefined where it is running text. */
export function readCaptionLine(paragraph: Paragraph): Caption | undefined {
  const text = paragraph.text.trim();
  const whole = formOfTitle(text.replace(/\t/g, ''));
  if (whole && !squeeze(text).startsWith('注')) return { title: text, titleParagraph: paragraph, form: whole };
  const [opening, ...behind] = text.split(GAP);
  const pieces = [opening!, ...behind].map(readPiece);
  if (pieces.some((piece) => piece === undefined)) {
    const beside = behind.length > 0 ? readCaptionLine({ ...paragraph, text: opening! }) : undefined;
    if (beside?.title !== undefined && pieces.slice(1).every((piece) => piece !== undefined))
      return Object.assign({}, beside, ...pieces.slice(1), { titleParagraph: paragraph });
    const bare = bareTitle(text);
    return bare.length <= 40 && /表$/.test(bare) && !/[。；，、]|详见|见下/.test(bare)
      ? { title: text, titleParagraph: paragraph }
      : undefined;
  }
  return Object.assign({}, ...pieces);
}

function readPiece(piece: string): Caption | undefined {
  const text = squeeze(piece);
  if (text === '' || FURNITURE.test(text)) return /续/.test(text) ? { continued: true } : {};
  if (isTableNumber(text)) return { number: text };
  const unit = UNIT.exec(text);
  if (unit) {
    const rest = text.slice(0, unit.index).replace(/[,，;；]$/, '');
    return { ...(rest ? readPiece(rest) : {}), unit: unit.groups!.unit as MoneyUnit };
  }
  const year = /^(?:预算年度|年度|决算年度):?(\d{4})年?$|^\(?(\d{4})年度?\)?$/.exec(text);
  if (year) return { year: Number(year[1] ?? year[2]) };
  const asOf = /^(?:截止|截至)(?:时间|日期)?:?(.+)$/.exec(text);
  if (asOf && text.length < 30) return { asOf: asOf[1]! };
  const named = NAMED_AGENCY.exec(text);
  if (named && text.length <= 60) return named[1] === '' ? {} : agency(named[1]!);
  const coded = CODED_AGENCY.exec(piece.trim());
  if (coded && AGENCY_ENDING.test(squeeze(coded[2]!))) return agency(text);
  const goal = /^(?:年度)?绩效目标[:：]?\s*(\d+[.．、].+)$/.exec(piece.trim());
  if (goal) return { goal: goal[1]! };
  return undefined;
}

function agency(line: string): Caption {
  // 编制单位：某局　　2025年度: the year is the table's.
  const [, text = line, year] = /^(.{2,}?)\(?((?:19|20)\d\d)年度?\)?$/.exec(line) ?? [];
  return { ...codeAndName(text), ...(year ? { year: Number(year) } : {}) };
}

function codeAndName(text: string): Caption {
  const match = /^\[?(\d{3,12})\]?[-—_]?(.+)$/.exec(text);
  if (!match) return { agencyName: text };
  const isYear = /^(?:19|20)\d\d$/.test(match[1]!);
  return isYear ? { agencyName: match[2]!.replace(/^年度?/, '') } : { agencyCode: match[1]!, agencyName: match[2]! };
}

/**
 * The caption of a table from the paragraphs before it, nearest first; it ends at running text, and at the title.
 * `used` counts the paragraphs that belong to it.
 */
export function readCaption(before: readonly Paragraph[]): { caption: Caption; used: number } {
  let caption: Caption = {};
  let used = 0;
  for (let i = before.length - 1; i >= 0 && i >= before.length - 8; i--) {
    const line = readCaptionLine(before[i]!);
    if (!line) break;
    if (line.title && caption.title) break;
    caption = { ...line, ...caption };
    used = before.length - i;
    if (caption.form) break;
  }
  while (caption.title) {
    const above = before[before.length - used - 1];
    const line = above && readCaptionLine(above);
    // A title inside the grid leaves above it whose table it is, of which year and in which unit.
    const isOwn = isFurniture(above) || (line !== undefined && line.title === undefined && tellsMore(line, caption));
    if (!isOwn) break;
    caption = { ...line, ...caption };
    used += 1;
  }
  return { caption, used };
}

/** Whether a line says of a table what no line nearer to it has said. */
const tellsMore = (line: Caption, known: Caption): boolean =>
  (['unit', 'year', 'agencyName'] as const).some((key) => line[key] !== undefined && known[key] === undefined);

const isTableNumber = (text: string): boolean => text !== '' && text.replace(TABLE_NUMBER, '') === '';

/** A table's number (表1, 公开表3) or a page's, which may stand above the title: it is no text. */
function isFurniture(paragraph: Paragraph | undefined): boolean {
  if (!paragraph) return false;
  const text = squeeze(paragraph.text);
  return FURNITURE.test(text) || isTableNumber(text);
}

/** A line of an agency may stand above the title too: `302 石家庄市…` above 部门收入总表. */
export function isNote(text: string): boolean {
  const s = squeeze(text);
  return (
    /^\(?(?:注|备注|说明|注释)\d*[:.、]/.test(s) ||
    (s.length < 80 && /(?:空表列示|空表|本表无数据|无数据)[。.]?$/.test(s))
  );
}
