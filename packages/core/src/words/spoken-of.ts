/** What is being spoken of while a section is read, and what the reader knows of the document. */
import type { Disclosure } from '../disclosure.ts';
import { figure } from '../figures/index.ts';
import { PROJECTS } from '../kinds/index.ts';
import { addressOf, listed, listedUnder } from '../model/quantity.ts';
import { rowsOf } from '../model/tables.ts';
import type { Fen } from '../money.ts';
import { nounKey } from '../text/fold.ts';
import { foreignTo } from './agency-words.ts';
import { GENERAL_SPENT, isGeneralOnly } from './appropriated.ts';
import type { FigureToken } from './figures.ts';
import { type ItemNames, itemNames } from './item-names.ts';
import type { Lexicon } from './lexicon.ts';
import type { Aspect, Base } from './mention.ts';

export interface Subject {
  readonly quantity: string;
  readonly name: string;
  readonly topic: string;
  readonly named: boolean;
  /** No pattern knows it: it is spoken of up to the end of its sentence, and its figures are held against each other only. */
  readonly brief?: true;
  /** A part of an item, told behind it. */
  readonly inner?: true;
  /** Told in passing: what was spoken of goes on behind it. */
  readonly passing?: true;
}

/** What is being spoken of: it changes while a section is read. */
export interface Open {
  topic: string | undefined;
  /** The topic that the last heading opened. */
  heading?: string;
  sentences: readonly number[];
  it: Subject | undefined;
  /** Subject of a bare figure under the topic's heading. */
  topicIt?: Subject | undefined;
  /** The first figure of the sentence pattern: the whole of its parts. */
  lead: Subject | undefined;
  /** The whole whose parts a free list names, from its 其中 on. */
  list: Subject | undefined;
  /** What the paragraph is of: the first figure in it that was understood. */
  first?: Subject | undefined;
  /** Whether an amount before that first one was not understood: what the paragraph is of is not known then. */
  firstLost?: boolean;
  base?: Base | undefined;
  /** What the sentence began by comparing with. */
  compared?: Base | undefined;
  /** Whether the counts of the paragraph are told in passing: what its heading names is gone on about behind them. */
  countsAside?: boolean;
  /** The last amount told that is no count's and nothing told in passing. */
  money?: Subject | undefined;
  /** The count told right before: 24批次，210人次. */
  counted?: string | undefined;
  /** Item that a paragraph without figures names, for the paragraph after it. */
  headed?: Subject | undefined;
  /** Whether the paragraphs are said to go by functional classification. */
  byFunction?: boolean;
  /** The quantity, divided by nature behind it, that the last such paragraph began with. */
  whole?: string;
  /** What the paragraphs behind divide: 财政拨款支出728.5万元，按支出功能分类科目分，包括： */
  divided?: Subject | undefined;
  /** The class whose line was the last one. */
  classCode?: string | undefined;
  /** The item whose parts the paragraphs behind its own tell: …150384元，其中： */
  within?: Subject | undefined;
  /** Subjects told in the section, the last one first: the whole that a share names may be one of them. */
  told?: readonly Subject[];
  /** The year of a whole that is not the document's, and what it is of: its parts are of that year. */
  wholeYear?: { readonly year: number; readonly thing: string } | undefined;
  /** The subject whose budget the last amount was: 完成全年预算5.3万元的38.1%. */
  planned?: Subject | undefined;
  /** What the reasons being told are of. */
  explained?: Subject | undefined;
  /** Subject before the bracket that is open. */
  outer?: Subject | undefined;
  /** Whether a list within a list began: what belongs to which is not known then. */
  nested?: boolean;
  /** Whether the sentence has turned to another body's figures. */
  elsewhere?: boolean;
}

/** What the reader knows of the document: its items, its stage, its agency. */
export interface Known extends ItemNames {
  readonly lexicon: Lexicon;
  readonly stage: Disclosure['stage'];
  readonly year: number | undefined;
  readonly foreign: (prefix: string) => boolean;
  /** Projects that the tables print, by the keys of their names. */
  readonly projects: ReadonlyMap<string, string>;
  /** Whether the general public budget pays all that is appropriated. */
  readonly isGeneralOnly: boolean;
  /** What the general public budget spends by its own table, in fen. */
  readonly generalSpent: Fen | undefined;
  /** Numbers the subjects that no pattern knows. */
  readonly unnamed: { count: number };
  /** A prefix without the agency's own name, which may hold figures (第42中学). */
  readonly plain: (prefix: string) => string;
}

/** What has to be known of a disclosure to understand its nouns. */
export const knownOf = (disclosure: Disclosure, lexicon: Lexicon): Known => ({
  ...itemNames(disclosure),
  lexicon,
  stage: disclosure.stage,
  year: disclosure.year,
  foreign: foreignTo(disclosure.agency),
  projects: projectsOf(disclosure),
  isGeneralOnly: isGeneralOnly(disclosure),
  generalSpent: generalSpent(disclosure),
  unnamed: { count: 0 },
  plain: withoutName(nounKey(disclosure.agency.name)),
});

function generalSpent(disclosure: Disclosure): Fen | undefined {
  const spent = figure(disclosure, addressOf(GENERAL_SPENT));
  return spent.state === 'printed' ? spent.figure.fen : undefined;
}

/** A name of fewer characters is that of several things. */
const TELLING = 5;

const projectsOf = (disclosure: Disclosure): ReadonlyMap<string, string> =>
  new Map(
    rowsOf(disclosure, PROJECTS)
      .filter(({ kind, label }) => kind === 'project' && label.length >= TELLING)
      .map(({ label }) => [nounKey(label), label]),
  );

/** Takes a name out of a prefix, with what brackets behind it say of it: 某局（含所属单位）. */
const withoutName =
  (name: string) =>
  (prefix: string): string => {
    const at = name === '' ? -1 : prefix.indexOf(name);
    return at < 0 ? prefix : prefix.slice(0, at) + prefix.slice(at + name.length).replace(/^\([^()]{1,12}\)/, '');
  };

export interface LookupContext {
  readonly open: Open;
  readonly names: Known;
  readonly gap: string;
  readonly aspect: Aspect;
  readonly token: FigureToken;
  /** The paragraph. */
  readonly text: string;
}

const UNNAMED = 'words';

/** Whether a quantity is one that only its own sentence knows. */
export const isUnnamed = (quantity: string) => listed(quantity)?.whole === UNNAMED;

/** A new subject of its own, which no form knows. */
export function unnamed(name: string, open: Open, names: Known): Subject {
  names.unnamed.count += 1;
  return {
    quantity: listedUnder(UNNAMED, String(names.unnamed.count)),
    name,
    topic: open.topic ?? '',
    named: true,
  };
}
