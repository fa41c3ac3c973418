/** Functional items as sentences name them: 公共安全支出（204类）司法（06款）行政运行（01项）, 公共安全支出204（类）…, and classes: 住房保障支出（类）. */
import { classByName, codesByName, normalizeName } from '../classification/index.ts';
import type { Disclosure, Row, Statement } from '../disclosure.ts';
import { withoutNumbering } from '../text/numbering.ts';

export interface NamedItem {
  /** 7 digits of an item, 3 of a class; undefined where neither the code nor the names are known. */
  readonly code?: string;
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Right behind a level a name may hold a list of its own: …（01款）环境保护法规、规划及标准. */
const NAME = String.raw`(?:[^，。；：、]|(?<=（\d{0,3}[类款]）[^，。；：（）]{0,29})、){2,30}?`;
const LEVEL = (level: string, id: string) =>
  String.raw`(?:(?<![\d.])(?<${id}0>\d{2,3}))?（(?<${id}>\d{2,3})?${level}）`;
const ITEM = new RegExp(
  `[“"]?(?:\\d{1,2}[、.．])?(?:(?<class>${NAME})${LEVEL('类', 'c')}(?:支出)?)?(?<section>${NAME})${LEVEL('款', 's')}(?<item>${NAME})${LEVEL('项', 'i')}[”"]?`,
  'g',
);
/** The code beside the name, before or behind it: 2080505-机关事业单位…支出, 208卫生健康支出, 住房公积金（2210201）, （208）社会保障和就业支出. */
const CODE = String.raw`[12]\d{2}(?:\d{2}(?:\d{2})?)?`;
const CODED_NAME = String.raw`[\u4e00-\u9fff](?:[^，。；：（）“”"\d]|（[^（）\d]{1,12}）){1,39}`;
const CODED = new RegExp(
  `(?:(?<![\\d.])|(?<=^\\d{1,2}[.．]))(?:（(?<c1>${CODE})）|(?<c2>${CODE})[-－—–]?)[“"]?(?<n1>${CODED_NAME})|` +
    `[“"]?(?<n2>${CODED_NAME})[”"]?（(?<c3>${CODE})）`,
  'g',
);
const CLASS = new RegExp(`(?<class>[^，。；：、（）]{2,30}?)${LEVEL('类', 'c')}(?:支出)?`, 'g');

/** Looks names up in the tables of one disclosure first, in the official lists second. */
export interface ItemNames {
  readonly items: (text: string) => readonly NamedItem[];
  /** The section or item called so, without its levels; `code` is absent where several are. */
  readonly bareItem: (noun: string) => { readonly code?: string } | undefined;
  /** Code of a class row called so in the tables. */
  readonly classCode: (noun: string) => string | undefined;
}

/** What sentences may call the functional items that the tables of a disclosure print. */
export function itemNames(disclosure: Disclosure): ItemNames {
  const rows = rowsByName(disclosure);
  const { year } = disclosure;
  const knownClass = (name: string, code?: string) =>
    (code && code.length === 3 ? code : undefined) ?? rows.classes.get(key(name)) ?? classByName(name, year);
  const knownItem = (names: Record<string, string | undefined>, code: string | undefined) => {
    const printed = code && /^\d{7}$/.test(code) ? code : undefined;
    const named = rows.items.get(key(names.item!)) ?? [];
    const path = key(names.section!);
    const inSection = named.filter((row) => key(rows.labels.get(row.slice(0, 5)) ?? '') === path);
    if (printed && named.includes(printed)) return printed;
    if (inSection.length === 1) return inSection[0];
    if (printed && (rows.labels.has(printed) || named.length === 0)) return printed;
    if (named.length === 1 && inSection.length === 0) return named[0];
    const inClass = (names.class && knownClass(names.class)) ?? '';
    const official = codesByName('function', names.item!, year).filter((c) =>
      c.startsWith(printed?.slice(0, 5) ?? inClass),
    );
    const ofSection = official.filter((c) => codesByName('function', names.section!, year).includes(c.slice(0, 5)));
    return ofSection.length === 1 ? ofSection[0] : official.length === 1 ? official[0] : undefined;
  };
  return {
    items: (text) => {
      const coded = /\d{3}/.test(text) ? codedItems(text, rows.labels, year) : [];
      if (!/[类项]）/.test(text)) return coded;
      const items = [...text.matchAll(ITEM)].map((match): NamedItem => {
        const [c, s, i] = ['c', 's', 'i'].map((level) => codeIn(match, level));
        const code = knownItem(match.groups!, c && s && i ? c + s + i : undefined);
        return spanned(match, match.groups!.item!, code);
      });
      const classes = [...text.matchAll(CLASS)]
        .filter((match) => !items.some((item) => match.index >= item.start && match.index < item.end))
        .map((match) => spanned(match, match.groups!.class!, knownClass(match.groups!.class!, codeIn(match, 'c'))));
      const levelled = [...items, ...classes];
      const beside = coded.filter(({ start, end }) => !levelled.some((item) => start < item.end && item.start < end));
      return [...levelled, ...beside].sort((a, b) => a.start - b.start);
    },
    bareItem: (noun) => {
      const printed = rows.bare.get(key(noun));
      const official = [noun, noun.replace(/支出$/, '')].map((name) => codesByName('function', name, year));
      const codes = printed ?? (official.find((found) => found.length > 0) ?? []).filter((code) => code.length > 3);
      if (codes.length === 0) return undefined;
      return codes.length === 1 ? { code: codes[0]! } : {};
    },
    classCode: (noun) => rows.classes.get(key(noun)) ?? (/支出$/.test(noun) ? classByName(noun, year) : undefined),
  };
}

/** Items that carry their code: a number is a code only where the tables or the official list know it beside that name. */
function codedItems(text: string, labels: ReadonlyMap<string, string>, year: number | undefined): readonly NamedItem[] {
  return [...text.matchAll(CODED)].flatMap((match) => {
    const { c1, c2, c3, n1, n2 } = match.groups!;
    const code = (c1 ?? c2 ?? c3)!;
    const name = (n1 ?? n2)!.replace(/^(?:其中|包括|用于)：?/, '').replace(/(?:预算|安排|数|为|\s)+$/, '');
    const printed = labels.get(code);
    const official = [name, name.replace(/支出$/, '')].flatMap((each) => codesByName('function', each, year));
    const isKnown =
      printed === undefined ? official.includes(code) : key(printed) === key(name) || official.includes(code);
    return isKnown ? [spanned(match, name, code)] : [];
  });
}

/** A level's own digits, within its bracket or before it: 公共安全支出（204类）, 公共安全支出204（类）. */
const codeIn = ({ groups }: RegExpMatchArray, level: string): string | undefined =>
  groups![level] ?? groups![`${level}0`];

const key = (name: string) => normalizeName(name).replace(/支出$/, '');

function spanned(match: RegExpMatchArray, name: string, code: string | undefined): NamedItem {
  const start = match.index!;
  return { name, start, end: start + match[0].length, ...(code ? { code } : {}) };
}

function rowsByName(disclosure: Disclosure) {
  const items = new Map<string, string[]>();
  const classes = new Map<string, string>();
  const labels = new Map<string, string>();
  const bare = new Map<string, string[]>();
  for (const row of disclosure.statements.filter(isFunctional).flatMap((statement) => statement.rows)) {
    const code = codeOf(row);
    if (!code) continue;
    const name = withoutNumbering(row.label.replace(/^\d+\s*/, ''));
    if (code.length > 3 && !labels.has(code)) bare.set(key(name), [...(bare.get(key(name)) ?? []), code]);
    labels.set(code, name);
    if (code.length === 3) classes.set(key(name), code);
    else if (code.length === 7) {
      const known = items.get(key(name)) ?? [];
      if (!known.includes(code)) items.set(key(name), [...known, code]);
    }
  }
  return { items, classes, labels, bare };
}

const isFunctional = ({ form }: Statement) => form !== 'basic' && form !== 'three-publics';
const codeOf = (row: Row) => row.code ?? (/^\d{3,7}$/.test(row.key) ? row.key : undefined);
