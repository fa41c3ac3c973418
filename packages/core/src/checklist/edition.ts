/** A bureau's own edition of the checklist, and what its reviewers signed by hand. Pure. */
import type { Finding } from '../finding.ts';
import type { Checklist, ChecklistRow } from './checklist.ts';
import { OWN_GROUP } from './items.ts';

export interface ChecklistEdition {
  /** Items of the program's checklist that this one has not; one with findings is listed all the same. */
  readonly leftOut: readonly string[];
  /** What a person looks at beside them. */
  readonly ownItems: readonly string[];
}

/** What a reviewer says of an item; `met` null: it was looked at and left open. */
export interface SignedItem {
  readonly item: string;
  readonly met: boolean | null;
  readonly note: string;
  readonly person: string;
}

/** The checklist as an edition has it, with what was signed in the place of what the program says. */
export function editedChecklist<F extends Finding>(
  { rows, ...checklist }: Checklist<F>,
  { leftOut, ownItems }: ChecklistEdition,
  signed: readonly SignedItem[],
): Checklist<F> {
  const own = ownItems.map(
    (title): ChecklistRow<F> => ({
      id: `own:${title}`,
      group: OWN_GROUP,
      title,
      note: '程序不检查，请人工检查。',
      findings: [],
    }),
  );
  const kept = rows.filter(({ id, findings }) => findings.length > 0 || !leftOut.includes(id));
  const byItem = new Map(signed.map((one) => [one.item, one]));
  return { ...checklist, rows: [...kept, ...own].map((row) => signedRow(row, byItem.get(row.id))) };
}

function signedRow<F extends Finding>(row: ChecklistRow<F>, signed: SignedItem | undefined): ChecklistRow<F> {
  if (!signed) return row;
  const { met: _, note: __, ...rest } = row;
  const note = `${signed.note}（${signed.person}）`;
  return { ...rest, note, ...(signed.met === null ? {} : { met: signed.met }) };
}
