/** Turns violated instances into findings: one for each mistake that can be located, one for each equation that cannot. */
import type { CellIndex, CellPlace } from '../../equations/cell-index.ts';
import {
  amountText,
  columnTitle,
  evidenceOf,
  gridTitle,
  placeName,
  rowName,
  sentence,
} from '../../equations/describe.ts';
import type { Instance } from '../../equations/evaluate.ts';
import type { Evidence, Finding, Severity } from '../../finding.ts';
import { groupsBy } from '../../group-by.ts';
import { type Change, type Diagnosis, localise } from '../../repair/localise.ts';
import type { DocumentFinding } from '../rule.ts';

/** From these likelihoods on a located cell is called certain, or likely. */
const CONFIDENCE = { high: 0.8, middle: 0.5 } as const;
const ALTERNATIVES = 3;
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'notice'];

/** `instances` are all of the index, violated or not. */
export function equationFindings(instances: readonly Instance[], cellIndex: CellIndex): readonly DocumentFinding[] {
  const { diagnoses, unexplained } = localise(instances, cellIndex);
  const located = diagnoses
    .filter((diagnosis) => diagnosis.violated.length > 0)
    .map((diagnosis) => ({ cell: diagnosis.change.cells[0]!.cell, found: diagnosisFinding(diagnosis, cellIndex) }));
  const rest = unexplained.map((instance) => {
    const cell = instance.cells[0]!;
    return { cell, found: { grids: cellIndex.place(cell).grids, finding: instanceFinding(instance, cellIndex) } };
  });
  return [...located, ...rest].sort((a, b) => a.cell - b.cell).map(({ found }) => found);
}

/** One finding for each violated instance, with no cell blamed. */
export function eachFinding(violated: readonly Instance[], cellIndex: CellIndex): readonly DocumentFinding[] {
  return violated.map((instance) => ({
    grids: cellIndex.place(instance.cells[0]!).grids,
    finding: instanceFinding(instance, cellIndex),
  }));
}

function diagnosisFinding(diagnosis: Diagnosis, cellIndex: CellIndex): DocumentFinding {
  const { change, confidence, violated } = diagnosis;
  const cells = change.cells.map(({ cell }) => cell);
  const main = mainInstance(violated, cells, cellIndex);
  const base = instanceFinding(main, cellIndex);
  const place = cellIndex.place(cells[0]!);
  const others = violated.filter((instance) => instance !== main);
  const isLikely = confidence >= CONFIDENCE.middle;
  const rest = others.length > 0 ? `；同一处错误还使另外 ${others.length} 个关系不成立` : '';
  const evidence = [
    ...change.cells.map(({ cell, to }) => ({
      ...evidenceOf(cellIndex.place(cell)),
      ...(isLikely ? { expected: to ?? 0 } : {}),
    })),
    ...[main, ...violated].flatMap((instance) => instanceEvidence(instance, cellIndex)),
  ];
  const located = isLikely && (change.kind === 'value' || change.kind === 'repeated');
  const { from = 0, to = 0 } = change.cells[0]!;
  const finding: Finding = {
    ...base,
    severity: SEVERITIES.find((severity) => violated.some((each) => each.family.severity === severity))!,
    agency: place.grids.disclosure.agency.name,
    form: place.grid.form,
    message: `${change.kind === 'slipped' ? `${slippedText(change, cellIndex)}：` : ''}${base.message}${rest}`,
    ...(located ? { expected: to, actual: from, difference: from - to } : {}),
    evidence: unique(evidence),
    ...(others.length > 0 ? { consequences: others.map((instance) => sentence(instance, cellIndex)) } : {}),
    suggestion: suggestion(diagnosis, cellIndex),
  };
  return { grids: place.grids, finding };
}

/** The equation that tells the mistake best: an error before a notice, along the cell's row, the cell alone on its side, short. */
function mainInstance(violated: readonly Instance[], cells: readonly number[], cellIndex: CellIndex): Instance {
  const { grid, row } = cellIndex.place(cells[0]!);
  const alongRow = (cell: number) => {
    const place = cellIndex.place(cell);
    return place.grid === grid && place.row === row;
  };
  const rank = (instance: Instance) => {
    const elsewhere = instance.cells.every(alongRow) ? 0 : 1;
    const among = instance.split === 1 && cells.includes(instance.cells[0]!) ? 0 : 1;
    const length = Math.min(instance.cells.length, 99);
    return ((SEVERITIES.indexOf(instance.family.severity) * 2 + elsewhere) * 2 + among) * 100 + length;
  };
  return [...violated].sort((a, b) => rank(a) - rank(b))[0]!;
}

function instanceFinding(instance: Instance, cellIndex: CellIndex): Finding {
  const first = cellIndex.place(instance.cells[0]!);
  const left = sideSum(instance, cellIndex, 0, instance.split);
  const right =
    -sideSum(instance, cellIndex, instance.split, instance.cells.length) - instance.constant / instance.scale;
  return {
    rule: instance.family.id,
    severity: instance.family.severity,
    agency: first.grids.disclosure.agency.name,
    form: first.grid.form,
    message: sentence(instance, cellIndex),
    expected: Math.round(right),
    actual: Math.round(left),
    difference: Math.round(left - right),
    evidence: unique(instanceEvidence(instance, cellIndex)),
  };
}

function sideSum(instance: Instance, cellIndex: CellIndex, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i += 1) {
    sum += (instance.coefficients[i]! * (cellIndex.place(instance.cells[i]!).cell?.fen ?? 0)) / instance.scale;
  }
  return sum;
}

function instanceEvidence(instance: Instance, cellIndex: CellIndex): readonly Evidence[] {
  return instance.cells
    .map((cell) => cellIndex.place(cell))
    .filter((place) => place.cell)
    .map(evidenceOf);
}

/** Each place once, as it was said first. */
const unique = (evidence: readonly Evidence[]): readonly Evidence[] =>
  groupsBy(evidence, ({ form, row, column, origin }) => JSON.stringify([form, row, column, origin])).map(
    ([first]) => first!,
  );

function suggestion({ change, confidence, agreeing, alternatives }: Diagnosis, cellIndex: CellIndex): string {
  if (confidence >= CONFIDENCE.middle) {
    const word = confidence >= CONFIDENCE.high ? '最可能' : '可能';
    const votes = agreeing > 1 ? `；改正后有关的 ${agreeing} 个关系都成立` : '';
    return `${word}有误的是${changeText(change, cellIndex)}${votes}`;
  }
  const close = alternatives.filter((other) => other.likelihood >= confidence / 2);
  const others = [change, ...close.map((other) => other.change)].slice(0, ALTERNATIVES);
  return `请对照原始数据核对，有误的可能是${others.map((other) => changeText(other, cellIndex)).join('；或者是')}`;
}

function changeText(change: Change, cellIndex: CellIndex): string {
  const [first, second] = change.cells.map(({ cell }) => cellIndex.place(cell)) as [CellPlace, CellPlace?];
  const [{ from, to }] = change.cells as [Change['cells'][0]];
  switch (change.kind) {
    case 'value':
    case 'repeated':
      return change.cells.map((each) => valueText(each, cellIndex)).join('，同时 ');
    case 'slipped':
      return slippedText(change, cellIndex);
    case 'swap':
      return `${placeName(first)} ${amountText(from ?? 0, first)} 与 ${placeName(second!)} ${amountText(to ?? 0, second!)} 填反`;
    case 'move': {
      const [source, target] = from ? [first, second!] : [second!, first];
      return `${placeName(source)} ${amountText(from || to || 0, source)} 填错了位置，应填在 ${placeName(target)}`;
    }
  }
}

/** The stretch by the labels that its figures stand beside now, and where they belong. */
function slippedText({ cells }: Change, cellIndex: CellIndex): string {
  const places = (given: 'from' | 'to') =>
    cells.flatMap((each) => (each[given] === undefined ? [] : [cellIndex.place(each.cell)]));
  const printed = places('from');
  const [first, last] = [printed[0]!, printed.at(-1)!];
  const meant = places('to')[0]!;
  const by = first.row - meant.row;
  const columns = printed.every((each) => each.column === first.column) ? columnTitle(first) : '各栏';
  const stretch = `${gridTitle(first)} ${rowName(first)}到 ${rowName(last)}`;
  return `${stretch}，${columns ? `${columns}的` : ''}数都错${by > 0 ? '下' : '上'}了 ${Math.abs(by)} 行，应从 ${rowName(meant)} 填起`;
}

function valueText({ cell, from, to }: Change['cells'][0], cellIndex: CellIndex): string {
  const place = cellIndex.place(cell);
  const printed = from === undefined ? '空白' : (place.cell?.text ?? '0');
  return `${placeName(place)} ${printed}，应为 ${amountText(to ?? 0, place)}`;
}
