import type { Severity } from '@mingsuan/core/finding';
import type { Stage } from '@mingsuan/core/model/document-kinds';
import type { Generated } from 'kysely';
import type { Json } from '../database/column-types.ts';

/** What a file that came in was read into: the file, its disclosures and everything that they print. Amounts are fen. */
export interface ImportedTables {
  documents: {
    id: Generated<number>;
    sha256: string;
    name: string;
    kind: string;
    bytes_size: number;
    problems: Json<unknown>;
    /** How much of the file was read; null of what was imported before that was kept, and of data. */
    coverage: Json<unknown> | null;
    /** Its disclosures that are nobody's figures yet (`Held`); null where there are none. */
    held: Json<unknown> | null;
    /** What an operator ruled of it (`Ruling`); null where nobody did. */
    ruling: Json<unknown> | null;
    /** Numbers of its disclosures that are being made again (`Kept`). */
    kept: Json<unknown> | null;
    /** What was recognised of a scan with doubtful figures, in the file store; and what people settled of them (`CorrectionBook`). */
    recognised_sha256: string | null;
    corrections: Json<unknown> | null;
    imported_at: Generated<Date>;
  };
  disclosures: {
    id: Generated<number>;
    document_id: number;
    ordinal: number;
    agency_id: number;
    /** As this document prints it; the agency's own is known from any of its documents. */
    agency_code: string | null;
    year: number | null;
    stage: Stage;
    template: string;
    version: number;
    is_current: boolean;
    contents: Json<unknown>;
    tables: Json<unknown>;
    completeness: Json<unknown>;
    score: number;
    errors: number;
    warnings: number;
    notices: number;
    fact_count: number;
    /** Findings that stand; `errors`, `warnings` and `notices` count those of them that are released. */
    found_errors: Generated<number>;
    found_warnings: Generated<number>;
    found_notices: Generated<number>;
    /** Of all its files together; null where that is not known. */
    coverage: Json<unknown> | null;
    identity: Json<unknown> | null;
    generic: Json<unknown> | null;
    /** The files that it stands in (`DisclosureSource`), its own document first. */
    sources: Json<unknown> | null;
    /** The version of the index that its lines and texts were entered by. */
    indexed: Generated<number>;
    created_at: Generated<Date>;
  };
  statements: {
    disclosure_id: number;
    ordinal: number;
    form: string;
    title: string;
    unit: string;
    note: string | null;
    columns: Json<unknown>;
    rows: Json<unknown>;
    /** What of the table was not read. */
    unread: Json<unknown> | null;
    origin: Json<unknown>;
    /** Its cells (`PackedCells`); null of what an earlier version stored, until it is packed. */
    cell_columns: readonly string[] | null;
    fens: readonly (number | null)[] | null;
    prints: Json<unknown> | null;
    /** Where each row stands (`RowPlace`); null where it prints nothing. */
    row_leaves: readonly (boolean | null)[] | null;
    row_levels: readonly (number | null)[] | null;
  };
  /** Cells that an earlier version stored, until they are packed. */
  facts: {
    disclosure_id: number;
    statement_no: number;
    row_no: number;
    fen: number;
    form: string;
    row_key: string;
    row_label: string;
    side: string | null;
    column_id: string;
    text: string;
    origin: Json<unknown>;
    leaf: boolean | null;
    level: number | null;
  };
  explanation: { disclosure_id: number; ordinal: number; number: string | null; title: string; content: Json<unknown> };
  /** Rows of record tables; `table_no` counts the disclosure's `tables`. */
  records: { disclosure_id: number; table_no: number; ordinal: number; form: string; content: Json<unknown> };
  mentions: {
    disclosure_id: number;
    ordinal: number;
    quantity: string;
    aspect: string;
    year: number | null;
    fen: number | null;
    text: string;
    origin: Json<unknown>;
  };
  findings: {
    id: Generated<number>;
    disclosure_id: number;
    ordinal: number;
    finding_id: string;
    rule: string;
    severity: Severity;
    form: string | null;
    message: string;
    detail: Json<unknown>;
  };
}
