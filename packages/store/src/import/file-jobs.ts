/** The jobs that take files in, as whoever enters, does or keeps files for them has to know them. */
import type { Author } from '../identity/changes.ts';
import type { Ruling } from '../identity/ruling.ts';

/** Taking in a file that any process with this store can get at. */
export const IMPORT_FILE = 'import-file';
/** Taking in a file of the machine where the job was entered. */
export const IMPORT_LOCAL = 'import-local-file';

/** What a job of `IMPORT_FILE` or `IMPORT_LOCAL` is given: where the file is, by its path or by the hash that the store keeps it under. */
export interface FilePayload {
  readonly path?: string;
  readonly sha256?: string;
  /** What the file is called, where that is not the path's last part. */
  readonly name?: string;
  /** What an operator ruled of it before it came in, as where it replaces another. */
  readonly ruling?: Ruling;
  /** The document that it replaces, and who says so. */
  readonly replaces?: Author & { readonly document: number };
}
