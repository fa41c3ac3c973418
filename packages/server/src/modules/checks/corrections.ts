/** Figures of a visitor's scan put right by hand: kept with the file's hash and every change, and the check made again with them. */
import { createHash } from 'node:crypto';
import { type Corrections, corrected, type Figures, type KeptScan } from '../../engine/corrections.ts';
import { type Engine, whyNot } from '../../engine/engine.ts';
import { Fault, found } from '../../fault.ts';
import type { CheckedFile, CheckResult, ChecksFolder } from './folder.ts';
import { checkAll } from './run.ts';

export interface Correcting {
  readonly id: string;
  readonly name: string;
  readonly file: number;
  readonly folder: ChecksFolder;
}

/** The scan of a check's file, with what was settled of it. */
export const scanOf = async ({ id, name, file, folder }: Correcting): Promise<KeptScan> => ({
  name,
  recognised: await folder.recognised(id, file),
  book: await folder.book(id, file),
});

/** Reads a file again with these corrections, all written anew, and checks it with the others. */
export async function correct(
  engine: Engine,
  of: Correcting,
  result: CheckResult,
  corrections: Corrections,
): Promise<Figures> {
  const { id, file, folder } = of;
  const bytes = found(await folder.file(id, file), '这份文件');
  const { reading, book, shown } = await corrected(engine, await scanOf(of), corrections);
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
  await folder.putBook(id, file, { ...book, sha256: createHash('sha256').update(bytes).digest('hex') });
  await folder.putResult(id, { files });
  return shown;
}
