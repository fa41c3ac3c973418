/**
 * The half of an import that needs no database: reading, checking, working out every row. Its result is plain data, so
 * that it may be made in a worker, with limits, while the database writes what came before.
 */

import type { Agency, Disclosure, DocumentReading, Region, Stage } from '@mingsuan/core/disclosure';
import { bundled, type Jurisdictions } from '@mingsuan/core/jurisdictions/index';
import { sniffSignature, sniffText } from '@mingsuan/documents/input/sniff';
import { readDocument } from '@mingsuan/documents/read';
import { literalsOf } from '../database/bulk.ts';
import type { Database } from '../database/schema.ts';
import { type Projection, projectionsOf } from '../projection/index.ts';
import { PART_TABLES } from './rows.ts';

export interface DocumentInput {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface PreparedDocument {
  /** What the content is: `pdf`, `text`, `mingsuan-json`. */
  readonly kind: string;
  /** JSON. */
  readonly problems: string;
  readonly disclosures: readonly PreparedDisclosure[];
}

export interface PreparedDisclosure {
  readonly agency: Agency;
  readonly region?: Region;
  readonly year: number | undefined;
  readonly stage: Stage;
  /** The columns of `disclosures` that are known before its agency is. */
  readonly row: {
    readonly agency_code: string | null;
    readonly template: string;
    readonly contents: string;
    readonly tables: string;
    readonly completeness: string;
    readonly score: number;
    readonly errors: number;
    readonly warnings: number;
    readonly notices: number;
    readonly fact_count: number;
  };
  /** The array literals of each part table's columns; tables without rows are absent. */
  readonly parts: Readonly<Partial<Record<keyof Database, readonly string[]>>>;
}

/** @throws UnreadableInput */
export type Prepare = (input: DocumentInput) => Promise<PreparedDocument>;

/** The places that are known: the bundled ones where none are given. @throws UnreadableInput */
export async function prepareDocument(
  { name, bytes }: DocumentInput,
  jurisdictions: Jurisdictions = bundled(),
): Promise<PreparedDocument> {
  const reading: DocumentReading = await readDocument(name, bytes, jurisdictions);
  return {
    kind: sniffSignature(bytes) ?? sniffText(new TextDecoder().decode(bytes.subarray(0, HEAD))),
    problems: JSON.stringify(reading.problems),
    disclosures: projectionsOf(reading, jurisdictions).map(prepareDisclosure),
  };
}

const HEAD = 4096;

function prepareDisclosure(projection: Projection): PreparedDisclosure {
  const { disclosure, completeness, findings } = projection;
  const { agency, region, year, stage, template, contents } = disclosure;
  const tables = disclosure.tables.map(({ rows: _, ...table }) => table);
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  return {
    agency,
    ...(region ? { region } : {}),
    year,
    stage,
    row: {
      agency_code: agency.code ?? null,
      template,
      contents: JSON.stringify(contents),
      tables: JSON.stringify(tables),
      completeness: JSON.stringify(completeness.forms),
      score: completeness.score,
      errors: count('error'),
      warnings: count('warning'),
      notices: count('notice'),
      fact_count: factCount(disclosure),
    },
    parts: Object.fromEntries(
      PART_TABLES.flatMap(({ table, columns, rows }) => {
        const own = rows(projection);
        return own.length > 0 ? [[table, literalsOf(columns, own)]] : [];
      }),
    ),
  };
}

const factCount = ({ statements }: Disclosure): number =>
  statements.reduce((sum, { rows }) => sum + rows.reduce((cells, row) => cells + Object.keys(row.cells).length, 0), 0);
