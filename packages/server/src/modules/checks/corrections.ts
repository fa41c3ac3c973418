/** Figures of a visitor's scan put right by hand: kept with the file's hash and every change, and the check made again with them. */
import { createHash } from 'node:crypto';
import { placeOf } from '@mingsuan/core/rules/merge/doubtful';
import type { Correction, DoubtfulFigure } from '@mingsuan/documents/scan/corrections';
import { type Engine, gained, whyNot } from '../../engine/engine.ts';
import { Fault, found } from '../../fault.ts';
import type { CheckedFile, CheckResult, ChecksFolder, CorrectionBook, CorrectionChange } from './folder.ts';
import { checkAll } from './run.ts';

export interface Correcting {
  readonly id: string;
  readonly name: string;
  readonly file: number;
  readonly folder: ChecksFolder;
  readonly engine: Engine;
}

/** The figures that a person is asked about, and what was put right so far; none of a file that was not recognised. */
export interface Figures {
  readonly figures: readonly DoubtfulFigure[];
  readonly log: readonly CorrectionChange[];
}

/** What there is to put right of a file, with the sums of each figure. */
export async function figuresOf({ id, name, file, folder, engine }: Correcting): Promise<Figures> {
  const recognised = await folder.recognised(id, file);
  const { corrections = [], log = [] } = (await folder.book(id, file)) ?? {};
  if (!recognised) return { figures: [], log };
  const { figures } = gained(await engine.views.run('correct', { name, recognised, corrections }));
  return { figures, log };
}

/** Reads a file again with these corrections, all written anew, and checks it with the others. */
export async function correct(
  { id, name, file, folder, engine }: Correcting,
  result: CheckResult,
  corrections: readonly Correction[],
): Promise<Figures & { readonly result: CheckResult }> {
  const recognised = found(await folder.recognised(id, file), '可以校对的数');
  const bytes = found(await folder.file(id, file), '这份文件');
  const { reading, figures } = gained(await engine.uploads.run('correct', { name, recognised, corrections }));
  const readings = result.files.map((one, i) =>
    i === file ? [reading] : 'documents' in one ? one.documents.map((document) => document.reading) : [],
  );
  const checked = await checkAll(readings, engine.uploads);
  const files = result.files.map((one, i): CheckedFile => {
    const documents = checked[i]!;
    if (!('documents' in one)) return one;
    if (!Array.isArray(documents)) throw new Fault('unusable', whyNot(documents));
    return { ...one, documents };
  });
  const before = await folder.book(id, file);
  const log = [...(before?.log ?? []), ...changes(before?.corrections ?? [], corrections)];
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await folder.putBook(id, file, { sha256, corrections, log } satisfies CorrectionBook);
  await folder.putResult(id, { files });
  return { figures, log, result: { files } };
}

/** What changed from one list of corrections to the next. */
function changes(before: readonly Correction[], after: readonly Correction[]): CorrectionChange[] {
  const at = new Date().toISOString();
  const textsOf = (list: readonly Correction[]) =>
    new Map(list.flatMap(({ origin, text }) => placeOf(origin).map((place) => [place, text] as const)));
  const [old, now] = [textsOf(before), textsOf(after)];
  return [
    ...after.flatMap(({ origin, text }) =>
      placeOf(origin).some((place) => old.get(place) !== text) ? [{ at, origin, to: text }] : [],
    ),
    ...before.flatMap(({ origin }) => (placeOf(origin).some((place) => !now.has(place)) ? [{ at, origin }] : [])),
  ];
}
