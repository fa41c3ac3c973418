/** One file may hold a department's disclosure and its units': the stream is cut where another agency's begins. */
import type { Problem } from '@mingsuan/core/disclosure';
import { isTotalLabel } from '@mingsuan/core/forms/index';
import { squeeze } from '@mingsuan/core/text/fold';
import { agencyInLine, isAgencyName } from './agency-name.ts';
import type { LogicalTable, StreamItem } from './logical-tables.ts';
import { otherwise } from './otherwise.ts';

export interface Share {
  readonly items: StreamItem[];
}

const COVER =
  /^(?:\d{4}年)?.{0,30}\d{4}年(?:度)?.{0,12}(?:部门|单位)(?:综合)?(?:预算|决算)(?:信息)?(?:公开)?$|^(?:预算主管部门|预算单位|预算部门):/;
const HEADING = /^(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+[、.．]).{0,40}$/;

/** The stream of a file cut into agencies. */
export function splitDisclosures(stream: readonly StreamItem[], problems: Problem[]): Share[] {
  const shares: Share[] = [{ items: [] }];
  let seen = new Map<string, LogicalTable>();
  let covers = new Set<string>();
  const open = () => {
    shares.push({ items: [] });
    seen = new Map();
    covers = new Set();
  };
  for (const item of stream) {
    if (item.kind === 'paragraph') {
      const cover = COVER.test(squeeze(item.text)) ? coverKey(item.text) : undefined;
      if (cover !== undefined && seen.size > 2 && !isOfTables(seen, covers, cover)) {
        const above = cover === '' ? nameAbove(shares.at(-1)!.items) : [];
        open();
        shares.at(-1)!.items.push(...above);
      }
      if (cover) covers.add(cover);
      shares.at(-1)!.items.push(item);
      continue;
    }
    const id = item.form && item.form.rows !== 'records' ? item.form.id : undefined;
    const earlier = id ? seen.get(id) : undefined;
    if (earlier && otherAgency(earlier, item)) {
      const own = trailing(shares.at(-1)!.items, item);
      open();
      shares.at(-1)!.items.push(...own);
    } else if (earlier && id && rank(earlier) !== rank(item)) {
      // Two tables of a form of which one is the statutory one: the other is kept under its shape.
      const items = shares.at(-1)!.items;
      const [statutory, beside] = rank(earlier) > rank(item) ? [earlier, item] : [item, earlier];
      const other = otherwise(beside, (form) => seen.has(form));
      if (other.form) seen.set(other.form.id, other);
      if (statutory === earlier) {
        items.push(other);
        continue;
      }
      items[items.indexOf(earlier)] = other;
    } else if (earlier) {
      problems.push({
        code: 'duplicate-table',
        message: `“${item.title}”与前面的“${earlier.title}”是同一种表，按前一张核对，后一张按原样保留；请核对是否多余。`,
        origin: item.origin,
      });
      if (goesOn(earlier, item)) earlier.rowsElsewhere = rowsOf(item).length;
      shares.at(-1)!.items.push(unnamed(item));
      continue;
    }
    if (id) seen.set(id, item);
    shares.at(-1)!.items.push(item);
  }
  return shares;
}

const rowsOf = ({ pieces }: LogicalTable) => pieces.flatMap(({ rows }) => rows);

/** Whether a table of the same title begins with neither a total nor the row that the earlier one begins with: it may be its rest. */
function goesOn(earlier: LogicalTable, item: LogicalTable): boolean {
  const [head, first] = [earlier, item].map((table) => rowsOf(table)[0]?.map(({ text }) => squeeze(text)) ?? []);
  return (
    squeeze(earlier.title) === squeeze(item.title) &&
    !first!.some((text) => isTotalLabel(text)) &&
    first!.join('\t') !== head!.join('\t')
  );
}

/** A table that is not the one of its form: its shape and title stay. */
function unnamed({ form: _, ...table }: LogicalTable): LogicalTable {
  return table;
}

/** Whose cover a line is: the agency that it names and of which level; empty where it names none, as a cover of two lines does. */
function coverKey(text: string): string {
  const name = /^预算(?:主管)?(?:部门|单位):(.+)$/.exec(squeeze(text))?.[1] ?? agencyInLine(text);
  return name === undefined ? '' : `${name} ${levelWord(text) ?? ''}`;
}

/** Takes out the line that a cover of two lines begins with: the agency's name alone, the last that is printed so far. */
function nameAbove(items: StreamItem[]): readonly StreamItem[] {
  const last = items.at(-1);
  return last?.kind === 'paragraph' && isAgencyName(squeeze(last.text)) ? items.splice(-1) : [];
}

/**
 * Whether the tables so far are of the agency and level of a cover: then its line is printed again, and begins nothing. Where no table
 * names its agency, the covers before tell.
 */
function isOfTables(seen: ReadonlyMap<string, LogicalTable>, covers: ReadonlySet<string>, cover: string): boolean {
  const [name = '', level] = cover.split(' ');
  const named = [...seen.values()].filter(({ caption }) => caption.agencyName !== undefined);
  if (named.length === 0) return covers.has(cover);
  return named.some(
    ({ caption, title }) =>
      squeeze(caption.agencyName!) === name && (levelWord(title) === undefined || levelWord(title) === level),
  );
}

const rank = ({ form, title }: LogicalTable) => (form?.preferred?.test(title) ? 1 : 0);

const levelWord = (title: string) => /部门|单位/.exec(squeeze(title))?.[0];

function otherAgency(a: LogicalTable, b: LogicalTable): boolean {
  if (a.caption.agencyCode && b.caption.agencyCode) return a.caption.agencyCode !== b.caption.agencyCode;
  if (a.caption.agencyName && b.caption.agencyName && squeeze(a.caption.agencyName) !== squeeze(b.caption.agencyName))
    return true;
  if (a.caption.year && b.caption.year && a.caption.year !== b.caption.year) return true;
  const [before, after] = [levelWord(a.title), levelWord(b.title)];
  return before !== undefined && after !== undefined && before !== after;
}

/** What stands just before the first known table of the next agency and belongs to it: headings, and tables that name the agency too. */
function trailing(items: StreamItem[], first: LogicalTable): StreamItem[] {
  const moved: StreamItem[] = [];
  for (let last = items.at(-1); last && isOfNext(last, first); last = items.at(-1)) {
    moved.unshift(last);
    items.pop();
    if (last.kind === 'paragraph' && /^第/.test(squeeze(last.text))) break;
  }
  return moved;
}

const isOfNext = (item: StreamItem, { caption }: LogicalTable): boolean =>
  item.kind === 'paragraph'
    ? HEADING.test(squeeze(item.text))
    : item.form === undefined &&
      caption.agencyName !== undefined &&
      item.caption.agencyName === caption.agencyName &&
      item.caption.agencyCode === caption.agencyCode;
