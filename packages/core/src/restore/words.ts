/**
 * What the words of a published document give a ledger: last year's figures (this year's less the change), reasons, purposes,
 * terms of its own, and the texts that a person wrote, each found where the place's plan has it.
 */
import type { Disclosure, ExplanationSection } from '../disclosure.ts';
import { sameQuantity } from '../explain/last-year.ts';
import { figure, TABLE_QUANTITIES } from '../figures/index.ts';
import type { Jurisdictions } from '../jurisdictions/jurisdictions.ts';
import { jurisdictionOf } from '../jurisdictions/jurisdictions.ts';
import type { LedgerTexts } from '../ledger/ledger.ts';
import { addressOf, itemOf } from '../model/quantity.ts';
import type { Fen } from '../money.ts';
import { templateById } from '../templates/index.ts';
import { plainText, squeeze } from '../text/fold.ts';
import { changeOf, fenOf, type Mention } from '../words/index.ts';
import { isGlossary } from '../words/read.ts';
import { isUnnamed } from '../words/spoken-of.ts';
import { writtenTexts } from './written-texts.ts';

/** Fen as printed, to its last digit. */
interface Figured {
  readonly fen: Fen;
  readonly step: Fen;
}

/** Last year's figures: named, or this year's less the change; with `:executed` where the change is against what was executed. */
export function lastYearOf(disclosure: Disclosure, mentions: readonly Mention[]): Readonly<Record<string, Fen>> {
  const figures: Record<string, Fen> = {};
  const levels = new Map<string, Figured>();
  for (const mention of mentions) {
    const { aspect, quantity, printed } = mention;
    const fen = aspect === 'level' ? fenOf(mention) : undefined;
    if (fen === undefined || printed.kind !== 'amount' || levels.has(quantity)) continue;
    levels.set(quantity, { fen, step: printed.step });
  }
  // Words that say another figure than the table tell nothing of the year before.
  const levelOf = (quantity: string): Fen | undefined => {
    const [said, printed] = [levels.get(quantity), figure(disclosure, addressOf(quantity)).figure];
    if (said === undefined || printed === undefined) return (said ?? printed)?.fen;
    return Math.abs(said.fen - printed.fen) <= said.step + printed.step ? said.fen : undefined;
  };
  for (const mention of mentions) {
    const { aspect, quantity, base } = mention;
    // What has no name of its own is no figure of a ledger.
    if (base?.planned || isUnnamed(quantity)) continue;
    const key = base?.kind === 'executed' ? `${quantity}:executed` : quantity;
    if (aspect === 'last') {
      const fen = fenOf(mention);
      if (fen !== undefined) figures[key] ??= fen;
    } else if (aspect === 'initial') {
      const fen = fenOf(mention);
      if (fen !== undefined) figures[`${quantity}:initial`] ??= fen;
    } else if (aspect === 'change') {
      const change = changeOf(mention);
      const level = levelOf(quantity);
      if (change !== undefined && level !== undefined && level >= change) figures[key] ??= level - change;
    }
  }
  return { ...printedBefore(disclosure), ...ofOneBase(figures) };
}

/** What tables print beside this year's. */
function printedBefore(disclosure: Disclosure): Record<string, Fen> {
  const printed: Record<string, Fen> = {};
  for (const quantity of TABLE_QUANTITIES) {
    const fen = figure(disclosure, addressOf(quantity, 'previous')).figure?.fen;
    if (fen !== undefined) printed[quantity] = fen;
  }
  return printed;
}

/** A sum that is compared with what was planned in one place and with what was executed in another keeps the first. */
function ofOneBase(figures: Readonly<Record<string, Fen>>): Record<string, Fen> {
  const planned = Object.keys(figures).filter((key) => !key.includes(':'));
  const isTwice = (key: string) =>
    key.endsWith(':executed') && planned.some((other) => sameQuantity(other, key.slice(0, -':executed'.length)));
  return Object.fromEntries(Object.entries(figures).filter(([key]) => !isTwice(key)));
}

/** 主要原因是…: up to the stop. */
const REASON =
  /^[^。；]{0,24}?(?:主要原因(?:是|为|系)?|主要(?:是|为|系)(?:由于|因为?)?|原因(?:主要)?(?:是|为)|由于)[：:]?([^。；]{2,200})/;
/** A sentence that stands in brackets ends where they close. */
function withinBrackets(text: string): string {
  let open = 0;
  const end = [...text].findIndex((letter) => {
    open += Number('（('.includes(letter)) - Number('）)'.includes(letter));
    return open < 0;
  });
  return (end < 0 ? text : text.slice(0, end)).trim();
}

const PURPOSE = /^[^。]{0,40}?主要用于[：:]?([^。；]{2,200})/;

/** Why figures changed and what items are spent on, as far as the words say it after the figure. */
function saidAfter(
  { explanation }: Disclosure,
  mentions: readonly Mention[],
): { readonly reasons: Record<string, string>; readonly purposes: Record<string, string> } {
  const reasons: Record<string, string> = {};
  const purposes: Record<string, string> = {};
  for (const { quantity, aspect, base, place } of mentions) {
    const block = explanation[place.section]?.paragraphs[place.paragraph];
    const after = plainText(block?.text ?? '').slice(place.end);
    if (aspect === 'change' || aspect === 'percent') {
      const reason = withinBrackets(REASON.exec(after)?.[1] ?? '');
      if (reason) reasons[base?.planned ? `${quantity}:initial` : quantity] ??= reason;
    }
    const item = itemOf(quantity);
    const purpose = item?.length === 7 && aspect === 'level' ? PURPOSE.exec(after)?.[1]?.trim() : undefined;
    if (item && purpose) purposes[item] ??= purpose;
  }
  return { reasons, purposes };
}

const TERM = /^(?:[（(]?[一二三四五六七八九十百\d]{1,3}[）)]?[、.．]?\s*)?([^：:。]{2,40})[：:](.{6,})$/s;

/** Terms that the document explains in words of its own. */
function termsOf(explanation: readonly ExplanationSection[], known: ReadonlyMap<string, string>) {
  return explanation.filter(isGlossary).flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ text }) => {
      const [, term = '', meaning = ''] = TERM.exec(text.trim()) ?? [];
      const isOwn = term !== '' && squeeze(known.get(term.trim()) ?? '') !== squeeze(meaning);
      return isOwn ? [{ term: term.trim(), text: meaning.trim() }] : [];
    }),
  );
}

/** All words that a ledger keeps, from the document's explanation. */
export function textsOf(
  disclosure: Disclosure,
  mentions: readonly Mention[],
  projects: readonly string[],
  jurisdictions: Jurisdictions,
): LedgerTexts {
  const template = templateById(disclosure.template, jurisdictions);
  const place = template && jurisdictionOf(template, jurisdictions);
  const plan = place?.scope.plans.get(template?.explanation ?? '');
  const { duties, sections } = writtenTexts(disclosure, plan, projects);
  const known = new Map((place?.terms ?? []).map(({ term, text }) => [term, text] as const));
  const { reasons, purposes } = saidAfter(disclosure, mentions);
  const glossary = termsOf(disclosure.explanation, known);
  return {
    duties,
    reasons,
    ...(Object.keys(purposes).length > 0 ? { purposes } : {}),
    ...(Object.keys(sections).length > 0 ? { sections } : {}),
    ...(glossary.length > 0 ? { glossary } : {}),
  };
}
