/** Writes the paragraphs of a plan: chooses sentences by their conditions, fills them with figures, asks for what is lacking. */
import type { Jurisdictions } from '../jurisdictions/jurisdictions.ts';
import type { Sentences } from '../jurisdictions/sentences-file.ts';
import { ASSETS, OVERALL_PERFORMANCE } from '../kinds/index.ts';
import type { LedgerTexts } from '../ledger/ledger.ts';
import { projectsLabelled } from '../ledger/projects.ts';
import { kindOf } from '../model/document-kinds.ts';
import { listedUnder } from '../model/quantity.ts';
import { isCount, isStatedAmount } from '../model/stated.ts';
import { rowsOf, tableOf } from '../model/tables.ts';
import { type WrittenFigure, writeSentence } from '../words/write.ts';
import { type Held, holdAll } from './conditions.ts';
import type { Asked, ExplainInput, Paragraph } from './input.ts';
import type { AskedLast } from './last-year.ts';
import { type Base, isStanding, isUnanswered } from './levels.ts';
import { type Member, membersOf } from './lists.ts';
import { keyName, quantityName, waitingName } from './names.ts';
import type { Condition, Listing, ParagraphPlan, Phrase, Plan, Say, SentenceId, Write } from './plan.ts';
import { slotWords } from './slots.ts';
import { sourceOf } from './source.ts';

export interface WriterInput extends ExplainInput {
  readonly plan: Plan;
  readonly year: number;
  readonly sentences: Sentences;
  readonly jurisdictions: Jurisdictions;
  /** The day at which cars and assets are counted: 12月31日. */
  readonly countedOn: string;
}

export interface Writer {
  /** A title of the plan with its words filled in; `name` is the label of the project it is told for: its name is printed. */
  readonly title: (title: string, name?: string) => string;
  /** Whether a section is told: conditions that nobody has answered leave it in, to ask. */
  readonly tells: (when: readonly Condition[] | undefined) => boolean;
  readonly paragraphs: (plan: ParagraphPlan, name?: string) => readonly Paragraph[];
  /** A section's own paragraphs, or what a person wrote in the place of all or of one of them. */
  readonly instead: (title: string, own: readonly Paragraph[]) => readonly Paragraph[];
  /** What a person adds at the end of the section of a title. */
  readonly added: (title: string) => readonly Paragraph[];
}

/** What stands where a person must write. */
export const placeholder = (what: string) => `【请填写：${what}】`;

/** A paragraph while it is written: the subject spoken of and the whole of the shares go on from sentence to sentence. */
interface Open {
  text: string;
  it: string;
  lead: string | undefined;
  readonly figures: WrittenFigure[];
  readonly asked: Asked[];
}

/** A writer of one disclosure's paragraphs; it keeps what has been told and what must be asked. */
export function writerOf(input: WriterInput): Writer {
  const { disclosure, texts, lastYear, plan, year, sentences, countedOn } = input;
  const base: Base = input;
  const source = sourceOf(base, lastYear, input.isNew);
  const { executes } = kindOf(disclosure.stage);
  const level = disclosure.agency.level === 'department' ? '部门' : '单位';
  const agency = disclosure.agency.name;
  const asOf = tableOf(disclosure, ASSETS)?.asOf;
  const day = `${executes ? year : year - 1}年${countedOn}`;
  /** What an area waits for is asked for there: its answer, or that somebody goes over last year's amounts. */
  const waits = (key: string): boolean => {
    const quantity = quantityOf(key);
    const isKnown = quantity === key || source.last(quantity) !== undefined;
    return isUnanswered(base, quantity) || (isKnown && isStanding(base, quantity));
  };
  const lastAsked = (key: string): AskedLast | undefined => {
    const quantity = quantityOf(key);
    const isLast = /:(?:last|change|percent)$/.test(key) && !isCount(quantity);
    return isLast ? { quantity, isNothing: source.level(quantity) === 0 } : undefined;
  };
  const meets = (conditions: readonly string[] | undefined, it?: string): Held => holdAll(conditions, source, base, it);

  function sentence(id: SentenceId, open: Open, member: Partial<Member>, index?: number): void {
    const known = sentences.get(id);
    if (!known) throw new Error(`explanation: no sentence ${id}`);
    open.lead ??= known.lead;
    const { lead } = open;
    const ask = (what: string, path?: string, last?: AskedLast) => {
      open.asked.push({ what, ...(path ? { path } : {}), ...(last ? { last } : {}) });
      return placeholder(what);
    };
    const context = { base, source, texts, level, year, ask, asOf: dateText(asOf) ?? day };
    const result = writeSentence(known.pattern(), {
      year,
      agency,
      it: open.it,
      brief: true,
      figures: { get: (key) => source.figure(key === 'project[funds]' ? projectKey(member.name) : key, lead) },
      fill: (slot, it) => slotWords(slot, it, context, { name: member.name, index }),
      ask: (key) =>
        waits(key) ? placeholder(waitingName(base, key)) : ask(keyName(base, key), pathOf(key), lastAsked(key)),
      against: (quantity) => comparison(source.executed(quantity) !== undefined),
      ...(member.item ? { item: member.item } : {}),
      ...(member.class ? { class: member.class } : {}),
    });
    if (!('text' in result)) throw new Error(`explanation: ${id} lacks ${result.missing.join(', ')}`);
    open.text += result.text;
    open.it = result.it;
    open.figures.push(...result.written);
  }

  const comparison = (executed: boolean) => {
    if (executes) return { base: `${year - 1}年度`, none: '上年无此项支出' };
    return executed
      ? { base: `${year - 1}年预算执行数`, none: '上年无此项支出' }
      : { base: `${year - 1}年预算`, none: '上年无此项预算' };
  };

  function phrase(each: Phrase, open: Open, member: Partial<Member>, index?: number): void {
    if (typeof each === 'string') sentence(each, open, member, index);
    else if ('when' in each) {
      const held = meets(each.when, member.quantity);
      if (held === true) sentence(each.say, open, member, index);
      else if (held) askFor(held.unknown, open);
    } else list(each, open);
  }

  /** What stands in the place of sentences of which nobody has answered whether there is anything to tell; once. */
  function askFor(quantity: string, open: Open): void {
    const what = quantityName(base, quantity);
    // The area is asked for by itself: the text only shows where it is lacking.
    if (!open.text.includes(placeholder(what))) open.text += placeholder(what);
  }

  function list(each: Listing, open: Open): void {
    membersOf(each.each, base, plan.items).forEach((one, i) => {
      if (i > 0) open.text += each.join;
      if (one.quantity) open.it = one.quantity;
      sentence(each.say, open, one, i + 1);
    });
    open.text += each.end;
  }

  function said({ say, prefix = '', each, about = '' }: Say, name: string | undefined): readonly Paragraph[] {
    const members: readonly Partial<Member>[] = each ? membersOf(each, base, plan.items) : [name ? { name } : {}];
    return members.map((member, i) => {
      const open: Open = { text: prefix, it: member.quantity ?? about, lead: undefined, figures: [], asked: [] };
      for (const part of say) phrase(part, open, member, each ? i + 1 : undefined);
      return open;
    });
  }

  function written({ write, ask, otherwise, when }: Write, name: string | undefined): readonly Paragraph[] {
    const key = filled(write, name);
    const given = personal(input, key, name);
    if (given.length > 0) return given.map(unfigured);
    if (otherwise) return said({ say: [otherwise] }, name);
    const what = filled(ask, name);
    const isAsked = [when ?? []].flat().some((each) => isUnanswered(base, each.split(' ').at(-1) ?? ''));
    return [{ text: placeholder(what), figures: [], asked: isAsked ? [] : [{ what, path: `texts[${key}]` }] }];
  }

  const title = (text: string, label = '') =>
    filled(text, projectsLabelled(input.ledger?.projects ?? [], label)[0]?.name ?? label);

  const filled = (text: string, name = '') =>
    text
      .replaceAll('{agency}', agency)
      .replaceAll('{year}', String(year))
      .replaceAll('{level}', level)
      .replaceAll('{name}经费', `${name.replace(/经费$/, '')}经费`)
      .replaceAll('{name}', name);

  return {
    title,
    tells: (when) => meets(when) !== false,
    added: (heading) => (texts.sections?.[heading] ?? []).map(unfigured),
    instead: (heading, own) => {
      const whole = texts.instead?.[heading];
      if (whole) return whole.map(unfigured);
      return own.flatMap((paragraph, i) => {
        const key = `${heading}#${i + 1}`;
        return texts.instead?.[key]?.map(unfigured) ?? [withSentences(paragraph, key, texts.instead)];
      });
    },
    paragraphs: (paragraph, name) => {
      if ('glossary' in paragraph) return [];
      const held = meets(paragraph.when);
      if (held === false) return [];
      if (held !== true) {
        const open: Open = { text: '', it: '', lead: undefined, figures: [], asked: [] };
        askFor(held.unknown, open);
        return [open];
      }
      if ('heading' in paragraph) return [unfigured(title(paragraph.heading, name))];
      return 'write' in paragraph ? written(paragraph, name) : said(paragraph, name);
    },
  };
}

/** A paragraph with single sentences of a person's own: `标题#2.3` is the third of the second paragraph. Its figures are read anew. */
function withSentences(paragraph: Paragraph, key: string, instead: LedgerTexts['instead'] = {}): Paragraph {
  const sentences = sentencesOf(paragraph.text);
  const own = sentences.map((sentence, i) => instead[`${key}.${i + 1}`]?.join('') ?? sentence);
  if (own.every((sentence, i) => sentence === sentences[i])) return paragraph;
  const text = own.join('');
  return { text, figures: [], asked: paragraph.asked.filter(({ what }) => text.includes(placeholder(what))) };
}

/** The sentences of a paragraph, each with its full stop. */
export const sentencesOf = (text: string): readonly string[] => text.match(/[^。]+。?/g) ?? [];

/** The quantity of a key, without its aspect. */
const quantityOf = (key: string): string => key.replace(/:(?:last|initial|change|percent|share|completion|order)$/, '');

/** Where in a ledger a figure of the words goes. */
function pathOf(key: string): string {
  const quantity = quantityOf(key);
  if (isCount(quantity)) return `counts[${quantity}]`;
  return isStatedAmount(quantity) && quantity === key ? `amounts[${quantity}]` : `lastYear[${quantity}]`;
}

const unfigured = (text: string): Paragraph => ({ text, figures: [], asked: [] });

/** In a project's own section its funds are those of the ledger's project. */
const projectKey = (name = '') => listedUnder('expenditure[total].project', name);

/** 2022-12-31 → 2022年12月31日. */
function dateText(date: string | undefined): string | undefined {
  const match = /^(\d{4})\D(\d{1,2})\D(\d{1,2})\D?$/.exec(date ?? '');
  return match ? `${match[1]}年${Number(match[2])}月${Number(match[3])}日` : undefined;
}

/** What a person wrote for a key: a section's paragraphs, the duties, or what the ledger says of a project or a goal. */
function personal({ texts, disclosure, ledger }: ExplainInput, key: string, name: string | undefined) {
  const own = texts.sections?.[key];
  if (own && own.length > 0) return own;
  if (key === 'duties') return texts.duties;
  const [project] = projectsLabelled(ledger?.projects ?? [], name ?? '');
  const found = {
    'performance-goal': rowsOf(disclosure, OVERALL_PERFORMANCE)[0]?.goal,
    [`${name}/basis`]: project?.basis,
    [`${name}/goal`]: project?.goal,
  }[key];
  return found ? [found] : [];
}
