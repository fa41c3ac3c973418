/** A field of a document by vote of all that tell it: what most and plainest witnesses say, and how sure that is. */
import type { FieldTold, Testimony, Witness } from '@mingsuan/core/model/identity';

/** One place that tells a value. */
export interface Vote<T> extends Testimony {
  readonly value: T;
}

/** How plainly a witness speaks. A file may be called anything, a sentence may speak of somebody else. */
const WEIGHT: Readonly<Record<Witness, number>> = {
  cover: 5,
  caption: 5,
  running: 4,
  cell: 4,
  heading: 3,
  title: 3,
  contents: 2,
  row: 2,
  header: 3,
  words: 2,
  file: 2,
  operator: 5,
};

/** Less than this is one weak witness. */
const ENOUGH = 3;

/**
 * The value with the greatest weight: each kind of witness has its weight once, shared among what its places say. `extends_` tells that
 * a value says the same as another and more (某市信访局 beside 信访局): it takes that one's weight where it has half as much of its own.
 * @returns the value, undefined where nobody tells any, and what is told of it
 */
export function elect<T>(
  votes: readonly Vote<T>[],
  isFuller: (value: T, other: T) => boolean = () => false,
): { readonly value: T | undefined; readonly told: FieldTold } {
  const own = weights(votes);
  const values = [...own.keys()];
  const full = new Map(
    values.map((value) => {
      const shorter = values.filter((other) => other !== value && isFuller(value, other));
      const borrowed = shorter.filter((other) => own.get(value)! * 2 >= own.get(other)!);
      return [value, own.get(value)! + borrowed.reduce((sum, other) => sum + own.get(other)!, 0)];
    }),
  );
  const [value] = values.sort((a, b) => full.get(b)! - full.get(a)!);
  if (value === undefined) return { value, told: { confidence: 'unknown', evidence: [] } };
  const isSame = (other: T) => other === value || isFuller(value, other) || isFuller(other, value);
  const rival = Math.max(0, ...values.filter((other) => !isSame(other)).map((other) => full.get(other)!));
  const score = full.get(value)!;
  const against = votes.filter((vote) => !isSame(vote.value));
  return {
    value,
    told: {
      confidence: score >= ENOUGH && rival * 2 <= score ? 'sure' : 'doubtful',
      evidence: onePerWitness(votes.filter((vote) => isSame(vote.value))),
      ...(against.length > 0 ? { against: onePerWitness(against) } : {}),
    },
  };
}

function weights<T>(votes: readonly Vote<T>[]): Map<T, number> {
  const counts = new Map<Witness, number>();
  for (const { witness } of votes) counts.set(witness, (counts.get(witness) ?? 0) + 1);
  const weight = new Map<T, number>();
  for (const { value, witness } of votes)
    weight.set(value, (weight.get(value) ?? 0) + WEIGHT[witness] / counts.get(witness)!);
  return weight;
}

const LONGEST = 80;

function onePerWitness<T>(votes: readonly Vote<T>[]): Testimony[] {
  const first = new Map<Witness, Testimony>();
  for (const { witness, text, origin } of votes)
    if (!first.has(witness))
      first.set(witness, { witness, text: text.slice(0, LONGEST), ...(origin ? { origin } : {}) });
  return [...first.values()];
}
