/** Lines of functional classes, sections and items: their rows, their own parts, and the lines that go below them. */
import { formatAddress } from '../model/address.ts';
import { addressOf, codeOf, inColumnOf, isSharedColumn, listed, listedUnder } from '../model/quantity.ts';
import { nounKey } from '../text/fold.ts';
import { withoutNumbering } from '../text/numbering.ts';
import type { NamedItem } from './item-names.ts';
import { LEADING } from './lexicon.ts';
import { type Known, type LookupContext, type Open, type Subject, unnamed } from './spoken-of.ts';

/** The item that a column of everything is of where it is told: 机构运行110万元，其中：基本支出100万元. */
export function itemWithin(quantity: string, { open, token, text }: LookupContext): Subject | undefined {
  if (!isSharedColumn(quantity)) return undefined;
  if (!open.first) return open.within;
  return open.first.topic === 'items' && /其中|包括/.test(text.slice(0, token.start)) ? open.first : undefined;
}

/** 基本支出 of an item: `expenditure[2010301].basic`. */
export function columnOf({ quantity }: Subject, whole: string, noun: string): Subject {
  const own = inColumnOf(quantity, whole) ?? listedUnder(quantity, noun);
  return { quantity: own, name: noun, topic: 'items', named: true, inner: true };
}

/**
 * 事业单位医疗7.61万元: a line of a functional item that begins a paragraph, told without its levels, where the words say that they
 * go by function, or below the line of its class.
 */
export function bareItem(key: string, { open, names, gap, aspect, token }: LookupContext): Subject | undefined {
  const isFirst = token.start === gap.length;
  if (!isFirst || (aspect !== 'level' && aspect !== 'initial') || token.printed.kind !== 'amount') return undefined;
  const name = withoutNumbering(key).replace(/(?:为|安排|预算|决算|共计|合计|总计)+$/, '');
  const item = names.bareItem(name);
  const code = item?.code;
  if (!open.byFunction && !(open.classCode && code?.startsWith(open.classCode))) return undefined;
  if (!code && names.classCode(name)) return undefined;
  if (!code) {
    const own = { ...unnamed(name, open, names), topic: 'items' };
    // The list has an item of that name in several places: it is one of them, whichever it is.
    return item ? { ...own, quantity: listedUnder('items', listed(own.quantity)!.name) } : own;
  }
  return { quantity: `expenditure[${code}].total`, name, topic: 'items', named: true };
}

/** 社会保障和就业支出1236万元，其中：行政单位离退休支出681万元: an item listed under its class, as the class's table has it. */
export function itemOfClass(whole: string, name: string, names: Known): string | undefined {
  const [address, code] = [addressOf(whole), codeOf(whole)];
  if (!address || code?.length !== 3) return undefined;
  const item = names.bareItem(name.replace(/(?:支出)+$/, '支出'))?.code;
  return item?.startsWith(code) && item !== code ? formatAddress({ ...address, row: item }) : undefined;
}

/** Whether a noun is the name of a class. */
export const namesClass = (key: string, { names }: LookupContext) =>
  names.classCode(
    key
      .replace(LEADING, '')
      .replace(/^：/, '')
      .replace(/(?<=支出)(?:预算|决算|安排|共计|合计|总计)+数?$/, ''),
  ) !== undefined;

/** 公共安全支出86万元: a class row of the tables, told without its level. */
export function classSubject(key: string, { open, names, aspect }: LookupContext): Subject | undefined {
  if (aspect !== 'level' && aspect !== 'change' && aspect !== 'initial') return undefined;
  const noun = key
    .replace(LEADING, '')
    .replace(/^(?:年初|：)+/, '')
    .replace(/(?:为|安排|年初|预算|决算|数|共计|合计|总计)+$/, '')
    .replace(/(?<=支出)类$/, '');
  const code = names.classCode(noun);
  if (!code) return undefined;
  return { quantity: `${classForm(open)}[${code}].total`, name: noun, topic: 'items', named: true };
}

/** The table whose class rows are spoken of under a topic. */
export function classForm({ topic, heading }: Open): string {
  if (topic === 'general-public') return topic;
  return topic === 'appropriation' || heading === 'appropriation' ? 'appropriation-balance' : 'expenditure';
}

/** The row of an item that a sentence names with its levels or its code. */
export function itemSubject(item: NamedItem, open: Open): Subject | undefined {
  if (!item.code) return undefined;
  const form = item.code.length === 3 ? classForm(open) : 'expenditure';
  return { quantity: `${form}[${item.code}].total`, name: item.name, topic: 'items', named: true };
}

/** An item that neither the tables nor the official lists know by that name: its figures are still of one thing. */
export const unnamedItem = ({ name }: NamedItem, open: Open, names: Known): Subject => ({
  ...unnamed(name, open, names),
  topic: 'items',
});

/** The class whose line a paragraph was, or below whose line its item stands. */
export function classBefore({ first, classCode }: Open): string | undefined {
  const code = first && codeOf(first.quantity);
  if (code?.length === 3) return code;
  return classCode && code?.startsWith(classCode) ? classCode : undefined;
}

/** 按支出功能分类科目划分: the lines that follow are of functional items, up to another heading or division. */
export function openFunction(text: string, open: Open): void {
  if (/功能(?:分类|科目)/.test(text)) open.byFunction = true;
  else if (/^(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、)|^按/.test(text)) open.byFunction = false;
}

/** The item whose parts come in the paragraphs behind: those that go on with 基本支出, 项目支出 leave it open. */
export function itemsToCome(text: string, { first, within }: Open): Subject | undefined {
  if (first?.topic === 'items' && /(?:其中|包括)[：，]?$/.test(text)) return first;
  return within && /^(?:（[一二三四五\d]+）|\d[、.．])?(?:基本|项目)支出/.test(text) ? within : undefined;
}

/** What the paragraphs behind this one divide: those of its items leave it open. */
export const dividedBehind = (text: string, { first, divided }: Open): Subject | undefined =>
  !first || codeOf(first.quantity) ? divided : /：$/.test(text) ? first : undefined;

/** 2.专项业务工作经费602.52万元，占项目支出总额的24.86%: a project that the tables call by that name. */
export function projectSubject(key: string, { aspect, names, token }: LookupContext): Subject | undefined {
  const name = aspect === 'level' && token.printed.kind === 'amount' && names.projects.get(withoutNumbering(key));
  return name
    ? { quantity: listedUnder('expenditure[total].project', name), name, topic: 'items', named: true }
    : undefined;
}

/** 事业收入3万元（含教育收费1万元）: a part told within brackets of what stands before them. */
export function withinBrackets(noun: string, { open, gap, aspect, token }: LookupContext): Subject | undefined {
  if (
    aspect !== 'level' ||
    token.printed.kind !== 'amount' ||
    !open.it ||
    !/^（(?:含|包含)[^，。；、（）\d]*$/.test(gap)
  )
    return undefined;
  const name = nounKey(noun).replace(/^(?:含|包含)/, '');
  return { quantity: listedUnder('within', name), name, topic: open.it.topic, named: true, passing: true };
}

/** What a part of a list is called, without the words that open the list. */
export const partName = (noun: string): string =>
  nounKey(noun)
    .replace(LEADING, '')
    .replace(/^(?:主要为|主要是|主要包括|主要用于|包括|其中)[：]?/, '');
