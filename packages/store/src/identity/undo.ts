/** Taking back what was changed: a change of its own, possible while what it changed still stands as it left it. */
import type { Correction } from '@mingsuan/documents/scan/correction-book';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import type { Store } from '../open.ts';
import { type AgencyFields, editAgency, type Merged, unmergeAgency } from './agency.ts';
import { type Author, type Change, ChangeRefused, getChange } from './changes.ts';
import { correctedBack } from './figures.ts';
import { ruleDocument } from './rule.ts';
import type { Ruling } from './ruling.ts';

type Undo = (store: Pick<Store, 'db'>, change: Change, author: Author) => Promise<unknown>;

const UNDO: Readonly<Partial<Record<Change['kind'], Undo>>> = {
  document: (store, { id, subject, before }, author) =>
    ruleDocument(store, subject, before as Ruling | null, author, id),
  figures: (store, { id, subject, before }, author) =>
    correctedBack(store, subject, before as readonly Correction[], author, id),
  agency: (store, { id, subject, before }, author) => editAgency(store, subject, before as AgencyFields, author, id),
  merge: (store, { id, subject, before }, author) => unmergeAgency(store, subject, before as Merged, author, id),
};

/** Undefined where there is no such change. @throws ChangeRefused where it was taken back, or another stands on it */
export async function undoChange(
  store: Pick<Store, 'db'>,
  id: number,
  author: Author = {},
): Promise<Change | undefined> {
  const change = await getChange(store.db, id);
  if (!change) return undefined;
  const undo = UNDO[change.kind];
  if (!undo || (change.kind === 'merge' && change.undoes !== null)) {
    throw new ChangeRefused('这项改动不能在这里撤销，请再改一次。');
  }
  if (change.undoneBy !== null) throw new ChangeRefused('这项改动已经撤销。');
  if (await isFollowed(store.db, change)) throw new ChangeRefused('之后还有改动，请先撤销后面的。');
  if ((await undo(store, change, author)) === undefined) throw new ChangeRefused('它已经并入别处，请先撤销那次合并。');
  return getChange(store.db, id);
}

/** Whether what it changed was changed again, and that stands. */
async function isFollowed(db: Kysely<Database>, { id, kind, subject }: Change): Promise<boolean> {
  const { rows } = await sql`select 1 from changes c where c.id > ${id} and c.kind = ${kind} and c.subject = ${subject}
    and c.undoes is null and not exists (select 1 from changes u where u.undoes = c.id) limit 1`.execute(db);
  return rows.length > 0;
}
