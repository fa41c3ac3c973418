/** Names of classifications in words: as official in the year, and as the tables print them. */
import { type NameCheck, nameCheck } from '../../classification/index.ts';
import type { Disclosure, Row } from '../../disclosure.ts';
import type { Finding } from '../../finding.ts';
import { unspaced } from '../../text/fold.ts';
import { commonLength } from '../../text/likeness.ts';
import { CLASSIFICATION, DISCLOSURE } from '../basis.ts';
import { mergeRepeated } from '../merge/consequences.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { levelledNames, type WrongName } from './levelled-names.ts';
import { lineAt, type Passage, passages, quote, textFinding } from './passages.ts';

/** 公共安全支出（204类）司法（06款）行政运行（01项） */
const CODED =
  /([\u4e00-\u9fff、（）]{2,30}?)[（(](\d{3})类[）)](?:([\u4e00-\u9fff、（）]{2,30}?)[（(](\d{2})款[）)])?(?:([\u4e00-\u9fff、（）]{2,30}?)[（(](\d{2})项[）)])?/g;
/** 2080501-行政单位离退休 178.51 万元 */
const BEHIND_CODE =
  /(?<!\d)(2\d{2}(?:\d{2}){0,2})\s*[-—－–]\s*([\u4e00-\u9fff、（）\s]{2,40}?)(?:科目)?(?:预算|决算|安排|为|数)*(?=\s*\d)/g;
/** 2210201住房公积金109.29万元, 2210201住房公积金科目安排109.29万元, where the tables print that code. */
const ADJACENT =
  /(?<![\d.])(2\d{4}(?:\d{2})?)(?![）)])\s*([\u4e00-\u9fff、（）]{3,40}?)(?:科目|预算|决算|安排|为|数)*(?=\s*\d)/g;
/** 行政运行（2014001）1,373.32 万元, 行政运行（2014001）支出1,373.32万元 */
const BEFORE_CODE =
  /([\u4e00-\u9fff、（）]{2,40})[（(](2\d{2}(?:\d{2}){0,2})[）)](?=(?:科目|支出|预算|安排|决算|数|为)*\s*\d)/g;
/** The number of a list before a name, of which the digits may stand outside: （1）科普活动. */
const NUMBER = /^(?:[（(][一二三四五六七八九十]+[）)]|[）)])/;
const LEAD = /^(?:其中|包括|用于|安排|在|和|及|、|列入)+/;

interface Named {
  readonly code: string;
  readonly name: string;
  readonly index: number;
}

function namedCodes(text: string): Named[] {
  return [...text.matchAll(CODED)].flatMap((match) => {
    const [, className, classCode, sectionName, section, itemName, item] = match;
    const named: Named[] = [{ code: classCode!, name: className!.replace(LEAD, ''), index: match.index }];
    if (section && sectionName) named.push({ code: classCode! + section, name: sectionName, index: match.index });
    if (section && item && itemName)
      named.push({ code: classCode! + section + item, name: itemName, index: match.index });
    return named;
  });
}

/** Names that stand beside their whole code, without 类, 款 or 项. */
function namedBesideCodes(text: string, isPrinted: (code: string) => boolean): Named[] {
  return [
    ...[...text.matchAll(ADJACENT)].flatMap(({ 1: code, 2: name, 0: all, index }) =>
      isPrinted(code!) ? [{ code: code!, name: unspaced(name!), index: index + all.indexOf(name!) }] : [],
    ),
    ...[...text.matchAll(BEHIND_CODE)].map(({ 1: code, 2: name, 0: all, index }) => ({
      code: code!,
      name: unspaced(name!),
      index: index + all.indexOf(name!),
    })),
    ...[...text.matchAll(BEFORE_CODE)].map(({ 1: name, 2: code, index }) => ({
      code: code!,
      name: name!.replace(NUMBER, '').replace(LEAD, ''),
      index,
    })),
  ].filter(({ name }) => name.length > 1);
}

const nameKey = (name: string) => unspaced(name).replace(/[（）()、]/g, '');

/** The row that prints a code in a table, for the name it has there. */
function rowOf(disclosure: Disclosure, code: string): { row: Row; form: 'expenditure' | 'general-public' } | undefined {
  for (const form of ['expenditure', 'general-public'] as const) {
    const row = disclosure.statements
      .find((statement) => statement.form === form)
      ?.rows.find((candidate) => candidate.key === code);
    if (row?.label) return { row, form };
  }
  return undefined;
}

/** Beside its code a name may be shortened (养老保险缴费 of 基本养老保险缴费支出), or told with 支出. */
function isShortened(disclosure: Disclosure, { code, name }: Named): boolean {
  const own = nameKey(rowOf(disclosure, code)?.row.label ?? '');
  const told = nameKey(name);
  return own === '' || own === told.replace(/支出$/, '') || commonLength(told, own) === told.length;
}

const isWrong = ({ status }: NameCheck) => status === 'outdated' || status === 'premature' || status === 'different';

function check(disclosure: Disclosure, { block }: Passage, { code, name, index }: Named): Finding[] {
  const official = disclosure.year ? nameCheck('function', code, name, disclosure.year) : undefined;
  const table = rowOf(disclosure, code);
  const differs =
    table !== undefined &&
    nameKey(table.row.label) !== nameKey(name) &&
    !nameKey(table.row.label).startsWith(nameKey(name));
  const wrong = official !== undefined && isWrong(official);
  if (!differs && !wrong) return [];
  // Then the table has the wrong name, and `code-name` tells it.
  if (official?.status === 'ok' && isWrong(nameCheck('function', code, table!.row.label, disclosure.year))) return [];
  const right = (wrong ? official?.official : undefined) ?? table?.row.label ?? '';
  if (nameKey(right) === nameKey(name) || right === '') return [];
  const why = official?.status === 'outdated' ? `，“${name}”是以前年度的名称` : '';
  const message = `说明中 ${code} 写作“${name}”，${differs ? `表中是“${table!.row.label}”` : `本年度的科目名称是“${right}”`}${why}`;
  const evidence = [
    { text: quote(block.text, index, index + name.length), origin: lineAt(block, index) },
    ...(differs ? [{ form: table!.form, row: code, text: table!.row.label, origin: table!.row.origin }] : []),
  ];
  return [textFinding(CLASS_NAME, disclosure, message, evidence, `改为“${right}”`)];
}

export const CLASS_NAME: ReadRule = {
  phase: 'read',
  id: 'text-class-name',
  title: '说明中的科目名称与本年科目、与表一致',
  group: '公开内容',
  scope: EVERYWHERE,
  basis: [{ document: CLASSIFICATION }, { document: DISCLOSURE, says: '公开说明应与报表一致' }],
  severity: 'error',
  sure: '较可靠',
  check:
    '说明里带“类”“款”“项”的、写在科目编码旁边的科目名称，与该年度的科目名称和表中的名称相符；没有以前年度的类级名称。',
  run: ({ disclosure }) => {
    const wrongNames = levelledNames(disclosure);
    const found = passages(disclosure)
      .filter(({ section }) => !/名词解释/.test(section))
      .flatMap((passage) => {
        const { text } = passage.block;
        const isPrinted = (code: string) => rowOf(disclosure, code) !== undefined;
        const beside = namedBesideCodes(text, isPrinted).filter((named) => !isShortened(disclosure, named));
        const coded = [...namedCodes(text), ...beside].flatMap((named) => check(disclosure, passage, named));
        return coded.length > 0 ? coded : uncoded(disclosure, passage, wrongNames(passage.block.text));
      });
    return mergeRepeated(found, ({ message }) => message);
  },
};

function uncoded(disclosure: Disclosure, { block }: Passage, names: readonly WrongName[]): Finding[] {
  const [first] = names;
  if (!first) return [];
  const evidence = names.map(({ name, index }) => ({
    text: quote(block.text, index, index + name.length),
    origin: lineAt(block, index),
  }));
  const message = `说明中的科目“${first.name}”${first.fault}${first.right ? `，本年度是“${first.right}”` : ''}`;
  return [
    textFinding(CLASS_NAME, disclosure, message, evidence, first.right ? `改为“${first.right}”` : '核对科目名称'),
  ];
}
