/** Writes a sentence from its pattern and figures: the other direction of the same table. */
import { type Fen, formatAmount } from '../money.ts';
import type { Aspect, Direction } from './mention.ts';
import type { Node, Pattern } from './pattern.ts';

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
  readonly figures: ReadonlyMap<string, Written>;
  /** The functional item or class that the sentence is about. */
  readonly item?: NamedCode;
  readonly class?: NamedCode;
  /** Texts for free wording, in order. */
  readonly words?: readonly string[];
}

export interface NamedCode {
  readonly code: string;
  /** As printed: `公共安全支出（204类）司法（06款）行政运行（01项）`. */
  readonly text: string;
}

/** The sentence, or the figures that it needs and were not given. */
export type Sentence = { readonly text: string } | { readonly missing: readonly string[] };

export function writeSentence({ nodes }: Pattern, given: SentenceFigures): Sentence {
  const state: State = { given, it: '', missing: [], words: 0 };
  const text = writeNodes(nodes, state);
  return state.missing.length > 0 ? { missing: state.missing } : { text };
}

interface State {
  readonly given: SentenceFigures;
  it: string;
  missing: string[];
  words: number;
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

function writeWord(name: Extract<Node, { kind: 'word' }>['name'], state: State): string {
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
  const trial: State = { ...state, missing: [] };
  const text = writeNodes(nodes, trial);
  if (trial.missing.length > 0 || !hasFigure(nodes)) return '';
  Object.assign(state, { it: trial.it, words: trial.words });
  return text;
}

const hasFigure = (nodes: readonly Node[]): boolean =>
  nodes.some((node) => node.kind === 'figure' || (node.kind === 'optional' && hasFigure(node.nodes)));

function writeFigure(quantity: string, aspect: Aspect, state: State): string {
  const meant = quantity === 'it' ? state.it : quantity;
  state.it = meant;
  const key = aspect === 'level' ? meant : `${meant}:${aspect}`;
  const figure = state.given.figures.get(key);
  if (figure) return printed(figure, aspect);
  state.missing.push(key);
  return '';
}

function printed(figure: Written, aspect: Aspect): string {
  if ('count' in figure) return String(figure.count);
  if ('direction' in figure) return { up: '大于', down: '小于', flat: '等于' }[figure.direction];
  if ('percent' in figure) {
    const number = `${Math.abs(figure.percent).toFixed(2)}%`;
    return aspect === 'percent' ? `${figure.percent < 0 ? '下降' : '增长'}${number}` : number;
  }
  if (aspect !== 'change') return formatAmount(figure.fen, '万元');
  if (figure.fen === 0) return '持平';
  return `${figure.fen < 0 ? '减少' : '增加'}${formatAmount(Math.abs(figure.fen), '万元')}万元`;
}
