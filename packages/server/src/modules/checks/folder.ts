/**
 * Where checks live while they live: a folder each, under an id that nobody guesses. What is in it is enough to begin the
 * check again after the server was killed.
 */
import { randomBytes } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { DocumentReading } from '@mingsuan/core/disclosure';
import type { Dismissal } from '@mingsuan/core/dismissals';
import type { Finding } from '@mingsuan/core/finding';
import type { Recognised } from '@mingsuan/documents/read';
import type { PageSize } from '@mingsuan/documents/report/pages';
import type { CorrectionBook } from '@mingsuan/documents/scan/correction-book';
import { makeFolder, replaceFile } from '@mingsuan/store';

export interface CheckTicket {
  readonly id: string;
  readonly createdAt: number;
  readonly files: readonly { readonly name: string; readonly size: number }[];
  /** How often it was begun. */
  readonly attempts: number;
}

/** What was found, with the readings that reports are made from. */
export interface CheckResult {
  readonly files: readonly CheckedFile[];
}

export type CheckedFile =
  | { readonly pages: readonly PageSize[]; readonly documents: readonly CheckedReading[] }
  | { readonly unreadable: string };

export interface CheckedReading {
  readonly reading: DocumentReading;
  readonly findings: readonly Finding[];
}

/** What a person read on a scan, with the file that it was read on. */
export type CheckBook = CorrectionBook & { readonly sha256: string };

/** In which file a document stands; a file that was not read counts as one. */
export const fileOf = ({ files }: CheckResult, document: number): number | undefined =>
  files.flatMap((file, i) => ('documents' in file ? file.documents.map(() => i) : [i]))[document];

const isTicket = (value: unknown): value is CheckTicket => {
  const { createdAt, files, attempts } = (value ?? {}) as Partial<CheckTicket>;
  return typeof createdAt === 'number' && typeof attempts === 'number' && Array.isArray(files);
};

const ID = /^[\w-]{24}$/;

/** An id of 24 characters that nobody guesses. */
export const newId = (): string => randomBytes(18).toString('base64url');

export class ChecksFolder {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  async put(ticket: CheckTicket, files: readonly Uint8Array[]): Promise<void> {
    await makeFolder(this.#pathOf(ticket.id));
    await Promise.all(files.map((bytes, i) => replaceFile(this.#pathOf(ticket.id, `${i}.bin`), bytes)));
    await this.putTicket(ticket);
  }

  putTicket = (ticket: CheckTicket): Promise<void> => this.#write(ticket.id, 'ticket', ticket);
  putResult = (id: string, result: CheckResult): Promise<void> => this.#write(id, 'result', result);
  putDismissals = (id: string, dismissals: readonly Dismissal[]): Promise<void> =>
    this.#write(id, 'dismissals', dismissals);

  putRecognised = (id: string, file: number, recognised: Recognised): Promise<void> =>
    this.#write(id, `${file}.recognised`, recognised);
  putBook = (id: string, file: number, book: CheckBook): Promise<void> => this.#write(id, `${file}.corrections`, book);

  recognised = (id: string, file: number): Promise<Recognised | undefined> => this.#read(id, `${file}.recognised`);
  book = (id: string, file: number): Promise<CheckBook | undefined> => this.#read(id, `${file}.corrections`);

  result = (id: string): Promise<CheckResult | undefined> => this.#read(id, 'result');
  dismissals = async (id: string): Promise<readonly Dismissal[]> => (await this.#read(id, 'dismissals')) ?? [];

  /** Puts what a protected file holds in its place. */
  replace = (id: string, index: number, bytes: Uint8Array): Promise<void> =>
    replaceFile(this.#pathOf(id, `${index}.bin`), bytes);

  file(id: string, index: number): Promise<Uint8Array | undefined> {
    return readFile(this.#pathOf(id, `${index}.bin`)).catch(() => undefined);
  }

  /** All that are whole; what a killed upload or a loss of power left is removed, as far as it can be. */
  async tickets(): Promise<readonly CheckTicket[]> {
    const names = await readdir(this.#path).catch(() => []);
    const found: CheckTicket[] = [];
    for (const id of names) {
      const ticket = ID.test(id) ? await this.#read<unknown>(id, 'ticket') : undefined;
      if (isTicket(ticket) && ticket.id === id) found.push(ticket);
      else await rm(join(this.#path, id), { recursive: true, force: true }).catch(() => {});
    }
    return found;
  }

  remove = (id: string): Promise<void> => rm(this.#pathOf(id), { recursive: true, force: true, maxRetries: 5 });

  #write = (id: string, name: string, value: unknown): Promise<void> =>
    replaceFile(this.#pathOf(id, name), serialize(value));

  /** Undefined where it is not there, or not whole. */
  async #read<T>(id: string, name: string): Promise<T | undefined> {
    try {
      return deserialize(await readFile(this.#pathOf(id, name))) as T;
    } catch {
      return undefined;
    }
  }

  #pathOf(id: string, name = ''): string {
    if (!ID.test(id)) throw new RangeError('no id of a check');
    return join(this.#path, id, name);
  }
}
