/** The record tables of a ledger, as a template prints them: what stands in them each kind compiles itself. */
import type { Problem, RecordTable } from '../disclosure.ts';
import { KINDS, type PrintedForm, type RecordRow, type TableFormId, type TableKind } from '../kinds/index.ts';
import { askingNote, type Waiting } from '../ledger/areas.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { inOrder, tablesFrom } from '../model/tables.ts';
import { fill, formsOf, type Printing } from '../templates/fill.ts';
import type { TemplateForm } from '../templates/index.ts';

const PER_PROJECT = '{project}';

/** An empty table has its note; a kind that the ledger does not hold is an empty table. */
export function compileTables(ledger: Ledger, printing: Printing, waiting: Waiting): readonly RecordTable[] {
  const forms = formsOf(printing.template, printing.agency.level);
  const tables = forms.flatMap((form): readonly RecordTable[] => {
    const kind = KINDS.find(({ id }) => id === form.form);
    if (!kind) return [];
    const rows = kind.compile?.(ledger, printedForm(form, printing)) ?? [];
    const emptyNote = rows.length === 0 && form.emptyNote ? fill(form.emptyNote, printing) : undefined;
    const note = askingNote(form.form, waiting, rows.length === 0) ?? emptyNote;
    return tablesFrom(kind, rows, {
      ...(form.title.includes(PER_PROJECT) ? {} : { title: fill(form.title, printing) }),
      ...(kind.hasUnit ? { unit: form.unit } : {}),
      ...(note === undefined ? {} : { note }),
      ...(kind.asOf ? { asOf: kind.asOf(printing.year) } : {}),
    });
  });
  return inOrder(tables);
}

/** What the template asks for that the ledger does not have. */
export function tableProblems(ledger: Ledger, printing: Printing): readonly Problem[] {
  const forms = formsOf(printing.template, printing.agency.level);
  const first = (kind: TableKind<RecordRow, TableFormId>) => forms.find(({ form }) => form === kind.id);
  return KINDS.flatMap((kind) => {
    const form = first(kind);
    return (form && kind.asks?.(ledger, printedForm(form, printing))) ?? [];
  });
}

function printedForm({ title, unit, amounts, columns, lines }: TemplateForm, printing: Printing): PrintedForm {
  return {
    title: (more) => fill(title, printing, more),
    isPerProject: title.includes(PER_PROJECT),
    unit,
    ...(amounts ? { amounts } : {}),
    columns,
    ...(lines ? { lines } : {}),
    year: printing.year,
  };
}
