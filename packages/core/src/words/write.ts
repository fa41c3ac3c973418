/** Writes a sentence from its pattern and figures: the other direction of the same table. */
import { type Fen, formatAmount } from '../money.ts';
import type { Aspect, Direction } from './mention.ts';
import { figureSlots, type Node, type Pattern, type WordSlot } from './pattern.ts';

/** A figure to be written: fen (a change with its sign), percent (a change with its sign), a count, or an order. */
export type Written =
  | { readonly fen: Fen }
  | { readonly percent: number }
  | { readonly count: number }
  | { readonly direction: Direction };

export interface SentenceFigures {
  readonly year: number;
  readonly agency: string;
  /** Figures by `quantity` or `quantity:aspect`. */
  readonly figures: Pick<ReadonlyMap<string, Written>, 'get'>;
  /** The functional item or class that the sentence is about. */
  readonly item?: NamedCode;
  readonly class?: NamedCode;
  /** Texts for free wording, in order. */
  readonly words?: readonly string[];
  /** What `{it}` means where the sentence begins. */
  readonly it?: string;
  /** Other words by slot, for the figure last named. */
  readonly fill?: (slot: WordSlot, it: string) => string | undefined;
  /** What a figure is compared with, and what is said where there was none: `2025年预算`, `上年无此项预算`. */
  readonly against?: (quantity: string) => { readonly base: string; readonly none: string };
  /** What stands in the place of a figure that is not given, by its key. Without it the sentence is not written. */
  readonly ask?: (key: string) => string;
  /** Leaves out optional parts that are nothing: [；经营支出0万元]. */
  readonly brief?: boolean;
}

export interface NamedCode {
  readonly code: string;
  /** As printed: `公共安全支出（204类）司法（06款）行政运行（01项）`. */
  readonly text: string;
}

/** A figure as it was written, in the order of the sentence. */
export interface WrittenFigure {
  readonly quantity: string;
  readonly aspect: Aspect;
  readonly figure: Written;
}

/** The sentence with its figures and the subject it ends with, or the figures that it needs and were not given. */
export type Sentence =
  | { readonly text: string; readonly written: readonly WrittenFigure[]; readonly it: string }
  | { readonly missing: readonly string[] };

/** A sentence from its pattern and figures, and which figures were missing; reading it gives the figures back. */
export function writeSentence({ nodes }: Pattern, given: SentenceFigures): Sentence {
  const state: State = { given, it: given.it ?? '', missing: [], written: [], words: 0 };
  const text = writeNodes(nodes, state);
  return state.missing.length > 0 ? { missing: state.missing } : { text, written: state.written, it: state.it };
}

interface State {
  readonly given: SentenceFigures;
  it: string;
  missing: string[];
  written: WrittenFigure[];
  words: number;
  /** Within what may be left out nothing is asked for. */
  trial?: boolean;
}

const writeNodes = (nodes: readonly Node[], state: State): string =>
  nodes.map((node) => writeNode(node, state)).join('');

function writeNode(node: Node, state: State): string {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'word':
      return writeWord(node.name, state);
    case 'free':
      state.words += 1;
      return state.given.words?.[state.words - 1] ?? '';
    case 'choice':
      return writeNodes(node.options[0]!, state);
    case 'optional':
      return writeOptional(node.nodes, state);
    case 'figure':
      return writeFigure(node.quantity, node.aspect, state);
  }
}

function writeWord(name: WordSlot, state: State): string {
  const { year, agency, item } = state.given;
  switch (name) {
    case 'year':
      return String(year);
    case 'base':
      return `${year - 1}年`;
    case 'agency':
      return agency;
    case 'item':
      return named(item, 'expenditure', 'item', state);
    case 'class':
      return named(state.given.class, 'general-public', 'class', state);
    default: {
      const word = state.given.fill?.(name, state.it);
      if (word === undefined) state.missing.push(name);
      return word ?? '';
    }
  }
}

function named(code: NamedCode | undefined, form: string, slot: string, state: State): string {
  if (!code) {
    state.missing.push(slot);
    return '';
  }
  state.it = `${form}[${code.code}].total`;
  return code.text;
}

/** What may be left out is written where it has figures and all of them are given. */
function writeOptional(nodes: readonly Node[], state: State): string {
  const trial: State = { ...state, missing: [], written: [], trial: true };
  const text = writeNodes(nodes, trial);
  if (trial.missing.length > 0 || !hasFigure(nodes)) return '';
  if (state.given.brief && isNothing(nodes, trial.written)) return '';
  Object.assign(state, { it: trial.it, words: trial.words });
  state.written.push(...trial.written);
  return text;
}

/** Whether all amounts and counts that a part names for the first time are zero. */
function isNothing(nodes: readonly Node[], written: readonly WrittenFigure[]): boolean {
  const own = new Set(figureSlots(nodes).map(({ quantity }) => quantity));
  const values = written.flatMap(({ quantity, figure }) =>
    !own.has(quantity) ? [] : 'fen' in figure ? [figure.fen] : 'count' in figure ? [figure.count] : [],
  );
  return values.length > 0 && values.every((value) => value === 0);
}

const hasFigure = (nodes: readonly Node[]): boolean =>
  nodes.some((node) => node.kind === 'figure' || (node.kind === 'optional' && hasFigure(node.nodes)));

function writeFigure(quantity: string, aspect: Aspect | 'against', state: State): string {
  const meant = quantity === 'it' ? state.it : quantity;
  state.it = meant;
  if (aspect === 'against') return writeAgainst(meant, state);
  const key = keyOf(meant, aspect);
  const figure = state.given.figures.get(key);
  if (figure) return noted(meant, aspect, figure, state);
  return asked(key, state);
}

const keyOf = (quantity: string, aspect: Aspect) => (aspect === 'level' ? quantity : `${quantity}:${aspect}`);

function asked(key: string, state: State): string {
  if (state.given.ask && !state.trial) return state.given.ask(key);
  state.missing.push(key);
  return '';
}

function noted(quantity: string, aspect: Aspect, figure: Written, state: State): string {
  state.written.push({ quantity, aspect, figure });
  return printed(figure, aspect);
}

/** The comparison with last year; where there was nothing to compare with, that is said instead. */
function writeAgainst(quantity: string, state: State): string {
  const { figures, year, against } = state.given;
  const { base, none } = against?.(quantity) ?? { base: `${year - 1}年预算`, none: '上年无此项预算' };
  const [change, last, percent] = [`${quantity}:change`, `${quantity}:last`, `${quantity}:percent`].map((key) =>
    figures.get(key),
  );
  if (!change || !('fen' in change)) return `比${base}${asked(`${quantity}:change`, state)}`;
  if (change.fen !== 0 && last && 'fen' in last && last.fen === 0) return none;
  const text = noted(quantity, 'change', change, state);
  if (change.fen === 0) return `与${base}${text}`;
  return `比${base}${text}${percent ? `，${noted(quantity, 'percent', percent, state)}` : ''}`;
}

function printed(figure: Written, aspect: Aspect): string {
  if ('count' in figure) return String(figure.count);
  if ('direction' in figure) return { up: '大于', down: '小于', flat: '等于' }[figure.direction];
  if ('percent' in figure) {
    const number = `${Math.abs(figure.percent).toFixed(2)}%`;
    return aspect === 'percent' ? `${figure.percent < 0 ? '下降' : '增长'}${number}` : number;
  }
  if (aspect !== 'change') return figure.fen === 0 ? '0' : formatAmount(figure.fen, '万元');
  if (figure.fen === 0) return '持平';
  return `${figure.fen < 0 ? '减少' : '增加'}${formatAmount(Math.abs(figure.fen), '万元')}万元`;
}
