/**
 * What a place's explanation asks of a ledger: which figures it compares with last year, which changes it gives reasons for,
 * what it counts, and which words a person writes. The form that a unit fills in is made of this and nothing else.
 */
import { type Jurisdictions, jurisdictionOf } from '../jurisdictions/jurisdictions.ts';
import { kindOf } from '../model/document-kinds.ts';
import { isQuantity, thingOf } from '../model/quantity.ts';
import { isCount, isStatedAmount, MEAN_SCORE } from '../model/stated.ts';
import type { Template } from '../templates/template.ts';
import type { Node } from '../words/pattern.ts';
import type { ListName, ParagraphPlan, Phrase, Write } from './plan.ts';

/** A text that a person writes: its key in `texts.sections`, what it is called, and where it stands. */
export interface WrittenText {
  readonly key: string;
  readonly ask: string;
  readonly section: string;
  /** Told for each project: the key holds `{name}`. */
  readonly perProject: boolean;
  /** Something is said where nobody writes it. */
  readonly optional: boolean;
}

export interface Needs {
  /** Every quantity of the sentences and their conditions, counts too. */
  readonly quantities: ReadonlySet<string>;
  /** Compared with last year. */
  readonly last: ReadonlySet<string>;
  /** Compared with the budget of the beginning of the year. */
  readonly initial: ReadonlySet<string>;
  /** Whose change has a reason; with `:initial`, the departure from the budget. */
  readonly reasons: ReadonlySet<string>;
  readonly lists: ReadonlySet<ListName>;
  /** Whether items are compared with last year or with the budget, have reasons and purposes. */
  readonly items: { readonly last: boolean; readonly initial: boolean; readonly purpose: boolean };
  readonly texts: readonly WrittenText[];
  /** Titles of its sections, in their order. */
  readonly sections: readonly string[];
  /** Whether it tells what was carried out. */
  readonly executes: boolean;
}

/** Stands for the member of a list that a sentence is told for. */
const MEMBER = '*';

interface Gathering {
  readonly quantities: Set<string>;
  readonly last: Set<string>;
  readonly initial: Set<string>;
  readonly reasons: Set<string>;
  readonly lists: Set<ListName>;
  readonly texts: WrittenText[];
  readonly sections: string[];
  purpose: boolean;
}

/** What the template's explanation needs; undefined where the place has no plan of it. */
export function needsOf(template: Template, jurisdictions: Jurisdictions): Needs | undefined {
  const place = jurisdictionOf(template, jurisdictions);
  const plan = place?.scope.plans.get(template.explanation ?? '');
  if (!place || !plan) return undefined;
  const found: Gathering = {
    quantities: new Set(),
    last: new Set(),
    initial: new Set(),
    reasons: new Set(),
    lists: new Set(),
    texts: [],
    sections: [],
    purpose: false,
  };
  const nodesOf = (id: string) => place.sentences.get(id)?.pattern().nodes ?? [];
  for (const part of plan.parts) {
    for (const section of [part, ...(part.sections ?? [])]) {
      found.sections.push(section.title);
      conditions(section.when, found);
      for (const paragraph of section.paragraphs) gather(paragraph, section.title, nodesOf, found);
    }
  }
  const withoutMember = (all: Set<string>) => new Set([...all].filter((each) => !each.startsWith(MEMBER)));
  return {
    quantities: withoutMember(found.quantities),
    last: withoutMember(found.last),
    initial: withoutMember(found.initial),
    reasons: withoutMember(found.reasons),
    lists: found.lists,
    items: { last: found.last.has(MEMBER), initial: found.initial.has(MEMBER), purpose: found.purpose },
    texts: found.texts,
    sections: found.sections,
    executes: kindOf(template.stage).executes,
  };
}

/** The mean score of the projects that were evaluated: a number that the sentence asks for. */
const SCORE: WrittenText = {
  key: MEAN_SCORE,
  ask: '绩效自评平均得分',
  section: '预算绩效管理情况',
  perProject: false,
  optional: false,
};

type NodesOf = (id: string) => readonly Node[];

function gather(paragraph: ParagraphPlan, section: string, nodesOf: NodesOf, found: Gathering): void {
  if ('glossary' in paragraph) return;
  conditions(paragraph.when, found);
  if ('heading' in paragraph) return;
  if ('write' in paragraph) {
    found.texts.push(textOf(paragraph, section));
    return;
  }
  if (paragraph.each) found.lists.add(paragraph.each);
  let it = paragraph.each ? MEMBER : (paragraph.about ?? '');
  for (const each of paragraph.say) it = phrase(each, it, nodesOf, found);
}

function phrase(each: Phrase, it: string, nodesOf: NodesOf, found: Gathering): string {
  if (typeof each === 'string') return walk(nodesOf(each), it, found);
  if ('when' in each) {
    conditions(each.when, found);
    return walk(nodesOf(each.say), it, found);
  }
  found.lists.add(each.each);
  return walk(nodesOf(each.say), MEMBER, found);
}

/** A name for a text without one is the title of its section. */
function textOf({ write, ask, otherwise }: Write, section: string): WrittenText {
  const perProject = write.includes('{name}');
  const name = ask === '' ? section : ask.replace(/^“\{name\}”的/, '');
  return { key: write, ask: name, section, perProject, optional: otherwise !== undefined };
}

function conditions(when: readonly string[] | undefined, found: Gathering): void {
  for (const each of (when ?? []).flatMap((condition) => condition.split('|'))) {
    const [word = '', named] = each.replace(/^!+/, '').split(' ');
    const quantity = named ?? word;
    if (quantity === 'it' || !isQuantity(quantity) || !/[[\]]/.test(quantity)) continue;
    found.quantities.add(quantity);
  }
}

/** The quantity last named when the sentence ends. */
function walk(nodes: readonly Node[], before: string, found: Gathering): string {
  let it = before;
  for (const node of nodes) {
    switch (node.kind) {
      case 'figure':
        if (node.quantity !== 'it') it = node.quantity;
        figure(it, node.aspect, found);
        break;
      case 'word':
        if (node.name === 'reason') found.reasons.add(it);
        else if (node.name === 'order-reason') found.reasons.add(`${it}:initial`);
        else if (node.name === 'purpose') found.purpose = true;
        else if (node.name === 'score') found.texts.push(SCORE);
        else if (node.name === 'item' || node.name === 'class') it = MEMBER;
        break;
      case 'optional':
        it = walk(node.nodes, it, found);
        break;
      case 'choice':
        it = walk(node.options[0]!, it, found);
        break;
    }
  }
  return it;
}

function figure(quantity: string, aspect: string, found: Gathering): void {
  found.quantities.add(quantity);
  if (['last', 'change', 'percent', 'against'].includes(aspect)) found.last.add(quantity);
  if (['initial', 'completion', 'order'].includes(aspect)) found.initial.add(quantity);
}

/** The counts of a need: cars, equipment, groups, receptions, projects evaluated. Those with targets a budget counts by itself. */
export const countsNeeded = ({ quantities, executes }: Needs): readonly string[] =>
  [...quantities].filter((quantity) => isCount(quantity) && (executes || thingOf(quantity) !== 'performance'));

/** The amounts that a person states for accounts; a budget adds them up from its lines. */
export const amountsNeeded = ({ quantities, executes }: Needs): readonly string[] =>
  executes ? [...quantities].filter(isStatedAmount) : [];
