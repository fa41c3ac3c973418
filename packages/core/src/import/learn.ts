/**
 * Words that an export uses and nobody has explained yet: they are kept in the bureau's mapping file for a person to confirm,
 * and what was confirmed is known from then on.
 */
import { conceptById, SOURCE_IDS, sourceName } from '../vocabulary/index.ts';
import { IMPORT_FIELDS, type ImportMapping, USUAL_MAPPING } from './mapping.ts';
import type { YearlyWords } from './yearly/mapping.ts';

/** Unknown words by what they are, each with what a person says of it; blank as long as nobody has. */
export interface OpenWords {
  /** Headings: the usual name of the field, or 不导入. */
  readonly 表头?: Readonly<Record<string, string>>;
  /** Classes of projects: 人员经费, 公用经费, 项目, 运转类, 特定目标类. */
  readonly 项目类别?: Readonly<Record<string, string>>;
  /** Kinds of money: the name of a source. */
  readonly 资金性质?: Readonly<Record<string, string>>;
  /** What may be answered, for whoever writes the file. */
  readonly 可以写?: Readonly<Record<'表头' | '项目类别' | '资金性质', readonly string[]>>;
}

/** A bureau's mapping file: what is known, and what waits to be confirmed. */
export interface MappingFile extends Partial<ImportMapping> {
  readonly 待确认?: OpenWords;
  /** Headings and labels of the yearly report's tables. */
  readonly 决算报表?: YearlyWords;
}

const IGNORED = '不导入';

const CATEGORIES: Readonly<Record<string, Omit<ImportMapping['categories'][number], 'says'>>> = {
  人员经费: { kind: 'personnel' },
  公用经费: { kind: 'operating' },
  项目: { kind: 'project' },
  运转类: { kind: 'project', category: 'operation' },
  特定目标类: { kind: 'project', category: 'specific' },
};

const FIELD_OF = new Map(IMPORT_FIELDS.map((field) => [USUAL_MAPPING.headings[field]?.[0], field] as const));
const FUND_OF = new Map(
  SOURCE_IDS.flatMap((id) => [[conceptById(id).name, id] as const, [sourceName(conceptById(id)), id] as const]),
);

/** What may be answered of an unknown heading, class of projects or kind of money. */
export const FIELD_NAMES: readonly string[] = [IGNORED, ...[...FIELD_OF.keys()].flatMap((name) => name ?? [])];
export const CATEGORY_NAMES: readonly string[] = Object.keys(CATEGORIES);
export const FUND_NAMES: readonly string[] = SOURCE_IDS.map((id) => conceptById(id).name);
const MAY = { 表头: FIELD_NAMES, 项目类别: CATEGORY_NAMES, 资金性质: FUND_NAMES } as const;

const answered = (words: Readonly<Record<string, string>> = {}) =>
  Object.entries(words).filter(([, answer]) => answer.trim() !== '');

/** An answer that names nothing, and what may be answered there. */
export interface UnclearAnswer {
  readonly text: string;
  readonly may: readonly string[];
}

/** The mapping with what was confirmed in it; answers that name nothing are left open and given back. */
export function learned({ 待确认: open = {}, ...known }: MappingFile): {
  readonly mapping: Partial<ImportMapping>;
  readonly unclear: readonly UnclearAnswer[];
} {
  const headings: Record<string, string[]> = {};
  const ignored: string[] = [];
  const unclear: UnclearAnswer[] = [];
  for (const [heading, answer] of answered(open.表头)) {
    const field = FIELD_OF.get(answer.trim());
    if (answer.trim() === IGNORED) ignored.push(heading);
    else if (field) headings[field] = [...(headings[field] ?? known.headings?.[field] ?? []), heading];
    else unclear.push({ text: `${heading}：${answer}`, may: MAY.表头 });
  }
  const categories = answered(open.项目类别).flatMap(([says, answer]) => {
    const kind = CATEGORIES[answer.trim()];
    if (!kind) unclear.push({ text: `${says}：${answer}`, may: MAY.项目类别 });
    return kind ? [{ says, ...kind }] : [];
  });
  const funds = answered(open.资金性质).flatMap(([says, answer]) => {
    const fund = FUND_OF.get(answer.trim());
    if (!fund) unclear.push({ text: `${says}：${answer}`, may: MAY.资金性质 });
    return fund ? [{ says, fund }] : [];
  });
  return {
    mapping: {
      ...known,
      headings: { ...known.headings, ...headings },
      ignored: [...(known.ignored ?? []), ...ignored],
      categories: [...categories, ...(known.categories ?? [])],
      funds: [...funds, ...(known.funds ?? [])],
    },
    unclear,
  };
}

/** The file with words that an import did not know, to be confirmed; undefined where it has them all already. */
export function withOpenWords(file: MappingFile, found: OpenWords): MappingFile | undefined {
  const kinds = ['表头', '项目类别', '资金性质'] as const;
  let isNew = false;
  const merged = kinds.map((kind) => {
    const words = { ...file.待确认?.[kind] };
    for (const word of Object.keys(found[kind] ?? {})) {
      if (words[word] !== undefined) continue;
      words[word] = '';
      isNew = true;
    }
    return [kind, words] as const;
  });
  return isNew ? { ...file, 待确认: { ...Object.fromEntries(merged), 可以写: MAY } } : undefined;
}
