/** What every statement builder gets, and gives. */

import type { Row, Statement, StatementFormId } from '../disclosure.ts';
import { askingNote, type Waiting } from '../ledger/areas.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { columnsOf } from '../model/columns.ts';
import { fill, type Printing } from '../templates/fill.ts';
import type { TemplateForm } from '../templates/index.ts';
import type { Entry } from './entries.ts';
import { amountColumns } from './print.ts';

export interface Task {
  readonly ledger: Ledger;
  readonly entries: readonly Entry[];
  readonly form: TemplateForm & { readonly form: StatementFormId };
  readonly printing: Printing;
  /** Areas of the ledger that wait for a person: a table that they belong to says so. */
  readonly waiting: Waiting;
}

const NOTHING = '注：本表无数据。';

/** A statement of the form; without rows it carries the template's note. */
export function statementOf({ form, printing, waiting }: Task, rows: readonly Row[]): Statement {
  const asking = askingNote(form.form, waiting, rows.length === 0);
  const note = asking ?? (rows.length === 0 ? fill(form.emptyNote ?? NOTHING, printing) : undefined);
  return {
    form: form.form,
    title: fill(form.title, printing),
    unit: form.unit,
    ...(note === undefined ? {} : { note }),
    columns: columnsOf(amountColumns(form)),
    rows,
    origin: {},
  };
}
