/** The words of a sentence that are no figures: reasons, purposes, lists of names, dates. */

import type { Statement } from '../disclosure.ts';
import { ORGANIZATION } from '../kinds/index.ts';
import type { LedgerTexts } from '../ledger/ledger.ts';
import { projectsLabelled } from '../ledger/projects.ts';
import { codeOf } from '../model/quantity.ts';
import { MEAN_SCORE } from '../model/stated.ts';
import { rowsOf } from '../model/tables.ts';
import type { Fen } from '../money.ts';
import { plainText } from '../text/fold.ts';
import type { WordSlot } from '../words/pattern.ts';
import { toWords } from './exact.ts';
import { underAnyName } from './last-year.ts';
import type { Base } from './levels.ts';
import { nameOf } from './lists.ts';
import { quantityName } from './names.ts';
import { purposeOf } from './purposes.ts';
import type { Source } from './source.ts';

export interface SlotContext {
  readonly base: Base;
  readonly source: Source;
  readonly texts: LedgerTexts;
  readonly asOf: string;
  readonly level: string;
  readonly year: number;
  /** Leaves a placeholder and notes what is asked for. */
  /** `path`: where in a ledger it is written. */
  readonly ask: (what: string, path?: string) => string;
}

export interface MemberWords {
  readonly name?: string | undefined;
  readonly index?: number | undefined;
}

/** The words for a slot and the quantity spoken of. */
export function slotWords(slot: WordSlot, it: string, context: SlotContext, member: MemberWords): string | undefined {
  const { base, source, level, asOf } = context;
  const { disclosure } = base;
  switch (slot) {
    case 'level':
      return level;
    case 'index':
      return member.index === undefined ? undefined : String(member.index);
    case 'name':
      return member.name;
    case 'as-of':
      return asOf;
    case 'units':
      return String(rowsOf(disclosure, ORGANIZATION).length);
    case 'turn':
      return (source.change(it) ?? 0) < 0 ? '减少' : '增加';
    case 'reason':
      return reason(it, context);
    case 'order-reason':
      return orderReason(it, context);
    case 'purpose':
      return purpose(it, context);
    case 'sources':
      return lineNames(context, 'revenue');
    case 'classes':
      return lineNames(context, 'expenditure');
    case 'personnel-uses':
      return listed('，主要包括：', economicNames(disclosure.statements, 'personnel'), '');
    case 'operating-uses':
      return listed('，主要包括：', economicNames(disclosure.statements, 'operating'), '');
    case 'running-uses':
      return listed('主要用于', runningUses(disclosure.statements), '等日常运行支出。');
    case 'period':
      return period(context, member.name);
    case 'score':
      return (
        context.texts.sections?.[MEAN_SCORE]?.[0]?.trim() || context.ask('绩效自评平均得分', `texts[${MEAN_SCORE}]`)
      );
    default:
      return undefined;
  }
}

/** A person's words as part of a sentence: no stop at the end, no 主要原因是, 由于, 系 of their own (系统 is a word). */
const told = (text: string) =>
  text
    .trim()
    .replace(/^(?:主要)?原因(?:是|为)?[：:]?/, '')
    .replace(/^(?:主要)?(?:是)?(?:由于|因为)|^主要是|^系(?![统列数])/, '')
    .replace(/[。；，、]+$/, '');

const because = (text: string) => `，主要原因是${text}`;

/** Reasons belong to what changed; what stayed the same has one only where it is given. */
function reason(it: string, { source, texts, base, ask }: SlotContext): string {
  const given = underAnyName(texts.reasons, it);
  if (given) return because(told(given));
  const changed = toWords(source.change(it) ?? 0) !== 0;
  return changed ? because(ask(`${quantityName(base, it)}增减变化的原因`, `lastYear[${it}].reason`)) : '';
}

function orderReason(it: string, { source, texts, base, ask }: SlotContext): string {
  const given = underAnyName(texts.reasons, it, ':initial');
  if (given) return because(told(given));
  const [now, then] = [source.level(it), source.initial(it)];
  if (now !== undefined && then !== undefined && toWords(now) === toWords(then)) return '';
  return because(ask(`${quantityName(base, it)}决算数与预算数差异的原因`, `lastYear[${it}].order`));
}

function purpose(it: string, { base, texts, ask }: SlotContext): string {
  const code = codeOf(it) ?? '';
  const given = texts.purposes?.[code];
  if (given) return told(given).replace(/^主要?用于[：:]?/, '');
  const { disclosure } = base;
  const rows = disclosure.statements.flatMap(({ form, rows: all }) =>
    form === 'basic' ? [] : all.filter(({ key }) => key === code),
  );
  const item = { code, name: nameOf(disclosure, code), basic: rows.every(({ cells }) => !cells.project?.fen) };
  return purposeOf(item, base.ledger?.projects) ?? ask(`${item.name}（${code}）的主要用途`, `purposes[${code}]`);
}

/** The lines of the balance with money, without the sums. */
function lineNames({ base }: SlotContext, side: 'revenue' | 'expenditure'): string {
  const balance = base.disclosure.statements.find(({ form }) => form === 'balance');
  const rows = (balance?.rows ?? []).filter(
    (row) => row.side === side && row.partOf === undefined && (row.cells.amount?.fen ?? 0) !== 0,
  );
  const names = rows.filter(({ key }) => !/合计|总计/.test(key)).map(({ key }) => key);
  return names.length > 0 ? names.join('、') : '无';
}

interface NamedAmount {
  readonly name: string;
  readonly fen: Fen;
}

/** The economic sections (款) with money, in the order of the table. */
function economicUses(statements: readonly Statement[], column: 'personnel' | 'operating'): readonly NamedAmount[] {
  const rows = (statements.find(({ form }) => form === 'basic')?.rows ?? []).filter(({ key }) => /^\d{5}$/.test(key));
  const split = rows.some(({ cells }) => cells.personnel ?? cells.operating);
  const isPersonnel = (key: string) => /^30[13]/.test(key);
  return rows
    .filter(({ key }) => split || isPersonnel(key) === (column === 'personnel'))
    .map(({ label, cells }) => ({ name: plainText(label), fen: cells[split ? column : 'total']?.fen ?? 0 }))
    .filter(({ fen }) => fen > 0);
}

const economicNames = (statements: readonly Statement[], column: 'personnel' | 'operating') =>
  economicUses(statements, column).map(({ name }) => name);

const MOST_USES = 8;

/** The largest operating expenses. */
const runningUses = (statements: readonly Statement[]) =>
  economicUses(statements, 'operating')
    .filter(({ name }) => !name.startsWith('其他'))
    .sort((a, b) => b.fen - a.fen)
    .slice(0, MOST_USES)
    .map(({ name }) => name);

const listed = (before: string, names: readonly string[], after: string) =>
  names.length > 0 ? `${before}${names.join('、')}${after}` : '';

/** A project's years: from the budget year to the last year it costs money. */
function period({ base, year }: SlotContext, name: string | undefined): string {
  const [project] = projectsLabelled(base.ledger?.projects ?? [], name ?? '');
  const last = Math.max(year, ...(project?.later ?? []).map((later) => later.year));
  return `${year}年1月1日至${last}年12月31日`;
}
