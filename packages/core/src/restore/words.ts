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
import { kindOf } from '../model/document-kinds.ts';
import type { Period } from '../model/period.ts';
import { addressOf, itemOf, thingOf } from '../model/quantity.ts';
import { MEAN_SCORE } from '../model/stated.ts';
import type { Fen } from '../money.ts';
import { templateById } from '../templates/index.ts';
import { plainText, squeeze } from '../text/fold.ts';
import { type Aspect, changeOf, fenOf, type Mention } from '../words/index.ts';
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

/** Columns beside a document's own that a ledger asks for: of the year before; of final accounts also their budget. */
const BESIDE: readonly (readonly [Period, string])[] = [
  ['previous', ''],
  ['budget', ':initial'],
  ['adjusted', ':adjusted'],
];

/** What tables print beside this year's. */
function printedBefore(disclosure: Disclosure): Record<string, Fen> {
  const printed: Record<string, Fen> = {};
  const { executes } = kindOf(disclosure.stage);
  for (const [period, suffix] of executes ? BESIDE : BESIDE.slice(0, 1)) {
    for (const quantity of TABLE_QUANTITIES) {
      const { figure: found, state } = figure(disclosure, addressOf(quantity, period));
      // A blank cell is nothing where its column has an amount; a column without any says nothing.
      if (found && (state !== 'blank' || isFilled(disclosure, quantity, period)))
        printed[`${quantity}${suffix}`] = found.fen;
    }
  }
  return printed;
}

/** Whether the total of the form prints an amount of the period. */
const isFilled = (disclosure: Disclosure, quantity: string, period: Period): boolean =>
  period === 'previous' || figure(disclosure, addressOf(`${thingOf(quantity)}[total]`, period)).state === 'printed';

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

/** 下降1.87%。主要原因：…: in a sentence of its own. */
const REASON_BEHIND = /^[。；](?=(?:其|变动|变化|增减)?(?:主要)?原因)/;

const PURPOSE = /^[^。]{0,40}?主要用于[：:]?([^。；]{2,200})/;
/** 行政运行（项）。主要用于：人员经费支出。年初预算为…: between an item's name and its first figure. */
const PURPOSE_BEFORE = /主要用于[：:]?([^。；]{2,200})([。；])?/;

/** What an item is spent on where it is told before its first figure; what stands behind another's figure is of that. */
function purposeBefore(before: string, name: string): string | undefined {
  const named = before.indexOf(name);
  const [, purpose, stop] = (named >= 0 && PURPOSE_BEFORE.exec(before.slice(named))) || [];
  // Without a stop the last words lead over to the figure.
  const whole = stop ? purpose : purpose?.replace(/(?:^|，)[^，]*$/, '');
  return whole?.trim() || undefined;
}

/** Aspects that a reason is told of; those of the budget of its own year are held against it. */
const EXPLAINED: Readonly<Partial<Record<Aspect, 'before' | 'planned'>>> = {
  change: 'before',
  percent: 'before',
  completion: 'planned',
  order: 'planned',
};

/** Why figures changed and what items are spent on, as far as the words say it beside the figure. */
function saidAfter(
  { explanation }: Disclosure,
  mentions: readonly Mention[],
): { readonly reasons: Record<string, string>; readonly purposes: Record<string, string> } {
  const reasons: Record<string, string> = {};
  const purposes: Record<string, string> = {};
  mentions.forEach(({ quantity, aspect, base, place, name, direction }, i) => {
    const block = explanation[place.section]?.paragraphs[place.paragraph];
    const text = plainText(block?.text ?? '');
    const after = text.slice(place.end);
    const against = EXPLAINED[aspect];
    const isEqual = aspect === 'order' && direction === 'flat';
    // What has no name of its own has no place on a form.
    if (against && !isEqual && !isUnnamed(quantity)) {
      const isOwnSentence = REASON_BEHIND.test(after) && isAlone(mentions, i, text);
      const told = REASON.exec(isOwnSentence ? after.slice(1) : after)?.[1] ?? '';
      const reason = withinBrackets(told.replace(/^[：，、]+/, ''));
      // 原因如下：其中：1.…: a list of figures follows, no reason.
      if (reason && !reason.startsWith('其中'))
        reasons[base?.planned || against === 'planned' ? `${quantity}:initial` : quantity] ??= reason;
    }
    const item = itemOf(quantity);
    if (item?.length !== 7) return;
    const before = mentions[i - 1];
    const isBehind = before && before.place.section === place.section && before.place.paragraph === place.paragraph;
    const purpose =
      (aspect === 'level' ? PURPOSE.exec(after)?.[1]?.trim() : undefined) ??
      purposeBefore(text.slice(isBehind ? before.place.end : 0, place.start), name);
    if (purpose) purposes[item] ??= purpose;
  });
  return { reasons, purposes };
}

/** Whether the sentence of a figure tells changes of nothing else: then what follows it explains this one. */
function isAlone(mentions: readonly Mention[], at: number, text: string): boolean {
  const { quantity, place } = mentions[at]!;
  const from = Math.max(...['。', '；'].map((stop) => text.lastIndexOf(stop, place.start - 1)));
  return mentions.every(
    (other) =>
      other.quantity === quantity ||
      EXPLAINED[other.aspect] === undefined ||
      other.place.section !== place.section ||
      other.place.paragraph !== place.paragraph ||
      other.place.end <= from ||
      other.place.start > place.end,
  );
}

/** 平均得分99.43分. */
const SCORE = /平均(?:得|评)?分(?:数|值)?(?:为|是)?(\d{1,3}(?:\.\d+)?)分/;

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
  const score = kindOf(disclosure.stage).executes
    ? disclosure.explanation.map(({ text }) => SCORE.exec(plainText(text))?.[1]).find(Boolean)
    : undefined;
  const texts = { ...(score ? { [MEAN_SCORE]: [score] } : {}), ...sections };
  return {
    duties,
    reasons,
    ...(Object.keys(purposes).length > 0 ? { purposes } : {}),
    ...(Object.keys(texts).length > 0 ? { sections: texts } : {}),
    ...(glossary.length > 0 ? { glossary } : {}),
  };
}
