/** Columns headed by economic items in a table whose rows are of another classification: 工资福利支出 / 基本工资, 基本支出 / 商品和服务支出. */
import { codesByName } from '@mingsuan/core/classification/index';
import type { FormDefinition } from '@mingsuan/core/forms/index';
import { kindOf } from '@mingsuan/core/kinds/index';
import { derived } from '@mingsuan/core/memo';
import { columnsOfHeader, economicColumn } from '@mingsuan/core/vocabulary/index';
import type { Header } from './header.ts';
import { codeIn } from './shape/cells.ts';

type Path = readonly string[];
type List = 'economic' | 'economic-gov';

const WHOLE = /^(?:小计|合计|总计|金额)$/;

/** What a header's columns by economic item are, by `path.join`; a single such column proves nothing. */
export const economicColumns = (form: FormDefinition, header: Header): ReadonlyMap<string, string> =>
  form.rows === 'function' || hasAmounts(form) ? found(header).of(form) : NONE;

/** Records whose amounts stand in columns of several kinds. */
const hasAmounts = ({ id }: FormDefinition): boolean =>
  Object.values(kindOf(id)?.fields ?? {}).some(({ is }) => is === 'amounts');

const NONE: ReadonlyMap<string, string> = new Map();

interface Found {
  readonly of: (form: FormDefinition) => ReadonlyMap<string, string>;
}

const found = derived((header: Header): Found => {
  const paths = [
    ...new Map(header.paths.filter((path) => path.length > 0).map((path) => [path.join('\n'), path])).values(),
  ];
  const [departmental, governmental] = (['economic', 'economic-gov'] as const).map((list) => itemsIn(list, paths));
  const items = governmental!.size > departmental!.size ? governmental! : departmental!;
  return {
    of: (form) =>
      new Map([...items].map(([path, { code, above }]) => [path, economicColumn(measureOf(form, above), code)])),
  };
});

interface Item {
  readonly code: string;
  /** The headers over the item's class. */
  readonly above: Path;
}

/** The columns that a classification has items for, in groups of at least two, or below one of its classes. */
function itemsIn(list: List, paths: readonly Path[]): ReadonlyMap<string, Item> {
  const all = paths.flatMap((path) => {
    const item = itemOf(list, path);
    return item ? [[path, item] as const] : [];
  });
  const groupOf = ({ above }: Item) => above.join('\n');
  const several = (item: Item) =>
    new Set(all.filter(([, other]) => groupOf(other) === groupOf(item)).map(([, { code }]) => code)).size > 1;
  return new Map(all.flatMap(([path, item]) => (several(item) ? [[path.join('\n'), item] as const] : [])));
}

/** 小计 of a class is the class; an item stands below its class, or below nothing that is one. */
function itemOf(list: List, path: Path): Item | undefined {
  const own = WHOLE.test(path.at(-1)!) ? path.slice(0, -1) : path;
  const leaf = own.at(-1);
  if (leaf === undefined) return undefined;
  const codes = codesByName(list, withoutCode(leaf));
  const upper = own.at(-2);
  const classes = upper === undefined ? [] : codesByName(list, withoutCode(upper)).filter(isClass);
  const below = codes.find((code) => !isClass(code) && classes.some((each) => code.startsWith(each)));
  if (below !== undefined) return { code: below, above: own.slice(0, -2) };
  const [first] = codes.filter(isClass);
  const code = first ?? (codes.length === 1 ? codes[0] : undefined);
  return code === undefined ? undefined : { code, above: own.slice(0, -1) };
}

/** A name without the code before it. */
const withoutCode = (header: string): string => codeIn(header)?.name || header;

const isClass = (code: string): boolean => code.length === 3;

/** What is divided: the column of the form that an upper header names, else the whole. */
function measureOf({ columns }: FormDefinition, above: Path): string {
  const [measure] = above
    .toReversed()
    .flatMap((text) => columnsOfHeader(columns, [text]).filter((id) => id !== 'amount'));
  return measure ?? 'total';
}
