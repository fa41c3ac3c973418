/**
 * The half of an import that needs no database: reading, checking, working out every row. Its result is plain data, so
 * that it may be made in a worker, with limits, while the database writes what came before.
 */

import type { Disclosure, DocumentReading } from '@mingsuan/core/disclosure';
import { type Holding, holdingOf, joinParts, partsOfOne, withSource } from '@mingsuan/core/join';
import { bundled, type Jurisdictions } from '@mingsuan/core/jurisdictions/index';
import { type Coverage, joinCoverage } from '@mingsuan/core/model/coverage';
import { doubtsOf } from '@mingsuan/core/model/identity';
import { coverageOfEach } from '@mingsuan/core/words/coverage';
import { sniffSignature, sniffText } from '@mingsuan/documents/input/sniff';
import { asOne, type Recognised, readRecognised } from '@mingsuan/documents/read';
import type { Correction } from '@mingsuan/documents/scan/correction-book';
import { readCorrected } from '@mingsuan/documents/scan/corrections';
import { literalsOf } from '../database/bulk.ts';
import type { Database } from '../database/schema.ts';
import { isRejected, type Ruling, ruled, unanswered } from '../identity/ruling.ts';
import { type Projection, projectionsOf } from '../projection/projection.ts';
import type { Held, PartSubject } from './beside.ts';
import { type ItemLiterals, itemLiterals } from './items.ts';
import { PART_TABLES } from './rows.ts';
import { type TextLiterals, textLiterals } from './texts.ts';

interface FileInput {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What an operator ruled of it. */
  readonly ruling?: Ruling;
  /** A scan some of whose figures a person settled: what was recognised of it then, and what it says. */
  readonly settled?: { readonly recognised: Recognised; readonly corrections: readonly Correction[] };
}

export interface DocumentInput extends FileInput {
  /** Files that may hold the rest of what this one holds, to be joined with it. */
  readonly beside?: readonly FileInput[];
}

export interface PreparedDocument {
  /** What the content is: `pdf`, `text`, `mingsuan-json`. */
  readonly kind: string;
  /** JSON. */
  readonly problems: string;
  /** JSON; null where nothing tells it. */
  readonly coverage: string | null;
  readonly disclosures: readonly PreparedDisclosure[];
  /** What is nobody's figures: not published until a person, or a file beside it, tells whose it is. */
  readonly held: readonly Held[];
  /** What a person may put right of it, where some of its figures are doubtful. */
  readonly recognised?: Recognised;
}

export interface PreparedDisclosure extends PartSubject {
  /** Its place in the file's reading. */
  readonly ordinal: number;
  /** The files beside it that it was joined with, by their places, and what they hold of it. */
  readonly joined: readonly { readonly at: number; readonly holding: Holding }[];
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
    readonly coverage: string | null;
    readonly identity: string | null;
    readonly generic: string | null;
  };
  /** The array literals of each part table's columns; tables without rows are absent. */
  readonly parts: Readonly<Partial<Record<keyof Database, readonly string[]>>>;
  /** Its lines, for `items` and `item_values`. */
  readonly lines: ItemLiterals;
  /** Its texts, for `search_texts`. */
  readonly texts: TextLiterals;
}

/** @throws UnreadableInput */
export type Prepare = (input: DocumentInput) => Promise<PreparedDocument>;

/** The places that are known: the bundled ones where none are given. @throws UnreadableInput */
export async function prepareDocument(
  { beside = [], ...own }: DocumentInput,
  jurisdictions: Jurisdictions = bundled(),
): Promise<PreparedDocument> {
  const { name, bytes } = own;
  const { reading, rulings, recognised } = await readRuled(own, jurisdictions);
  const others = (await Promise.all(beside.map((other) => readRuled(other, jurisdictions)))).map(
    (other) => other.reading,
  );
  const [ownParts, ...otherParts] = [reading, ...others].map((file, i) => partsIn(file, i - 1, jurisdictions));
  const wholes = ownParts!.map((part) => joined(part, otherParts.flat()));
  const isBlank = reading.problems.some(({ code }) => code === 'blank-form');
  const doubts = wholes.map(({ disclosure }, i) => [
    ...new Set([
      ...(disclosure.agency.name === '' ? ['agency'] : []),
      ...doubtsOf(disclosure),
      ...(isBlank && !rulings[i] ? ['form'] : []),
      ...(holdsNothing(reading.disclosures[i]!) ? ['empty'] : []),
    ]),
  ]);
  const places = wholes.flatMap((_, i) => (doubts[i]!.length === 0 ? [i] : []));
  const published = places.map((i) => wholes[i]!);
  const projections = projectionsOf(
    {
      source: name,
      disclosures: published.map(({ disclosure }) => disclosure),
      problems: [reading, ...others].flatMap(({ problems }) => problems),
    },
    jurisdictions,
    published.map(({ coverage }) => coverage),
  );
  return {
    kind: sniffSignature(bytes) ?? sniffText(new TextDecoder().decode(bytes.subarray(0, HEAD))),
    problems: JSON.stringify(reading.problems),
    coverage: reading.coverage ? JSON.stringify(reading.coverage) : null,
    disclosures: projections.map((projection, i) => prepareDisclosure(projection, published[i]!, places[i]!)),
    held: wholes.flatMap((whole, at) => (doubts[at]!.length > 0 ? [heldOf(whole, at, doubts[at]!)] : [])),
    ...(recognised ? { recognised } : {}),
  };
}

/** A checklist or a letter about a budget names an agency and a year, and prints nothing of it. */
const holdsNothing = ({ statements, tables, explanation, generic = [] }: Disclosure): boolean =>
  statements.length + tables.length + explanation.length + generic.length === 0;

/** A file as it is read under its ruling: nothing of one that is rejected. `rulings` says which disclosures are ruled. */
async function readRuled({ ruling, ...file }: FileInput, jurisdictions: Jurisdictions) {
  const { reading, recognised } = await readOnce(file, jurisdictions);
  const read = isRejected(ruling) ? [] : reading.disclosures.map((disclosure, at) => ruled(disclosure, at, ruling));
  const rulings = read.map(({ isRuled }) => isRuled);
  const isAnswered = isRejected(ruling) || (rulings.length > 0 && rulings.every((isRuled) => isRuled));
  const problems = unanswered(reading.problems, isAnswered);
  return {
    reading: { ...reading, disclosures: read.map(({ disclosure }) => disclosure), problems },
    rulings,
    recognised,
  };
}

/** As a person settled it, else anew. */
async function readOnce(
  { name, bytes, settled }: FileInput,
  jurisdictions: Jurisdictions,
): Promise<{ readonly reading: DocumentReading; readonly recognised?: Recognised | undefined }> {
  if (settled) {
    const { recognised, corrections } = settled;
    return { recognised, reading: (await readCorrected(name, recognised, corrections, jurisdictions)).reading };
  }
  const { readings, recognised } = await readRecognised(name, bytes, jurisdictions);
  return { recognised, reading: asOne(name, readings) };
}

function heldOf({ disclosure, subject }: Whole, at: number, doubts: readonly string[]): Held {
  const { identity, statements, tables } = disclosure;
  return { ...subject, at, doubts, ...(identity ? { identity } : {}), tables: statements.length + tables.length };
}

/** A disclosure with what files beside it hold of it. */
interface Whole {
  readonly disclosure: Disclosure;
  /** As its own file has it. */
  readonly subject: PartSubject;
  readonly joined: PreparedDisclosure['joined'];
  readonly coverage: Coverage | undefined;
}

/** A disclosure of a file: `file` is -1 for the one that is imported, else its place among those beside it. */
interface Part {
  readonly file: number;
  readonly disclosure: Disclosure;
  readonly coverage: Coverage | undefined;
}

function partsIn(
  { source, disclosures, coverage }: DocumentReading,
  file: number,
  jurisdictions: Jurisdictions,
): readonly Part[] {
  const coverages = coverage && coverageOfEach(coverage, disclosures, jurisdictions);
  return disclosures.map((disclosure, i) => ({
    file,
    disclosure: file < 0 ? disclosure : withSource(disclosure, source),
    coverage: coverages?.[i],
  }));
}

function joined(part: Part, others: readonly Part[]): Whole {
  const parts = [part, ...others];
  const placed = parts.map(({ disclosure }) => ({ ...disclosure, holding: holdingOf(disclosure) }));
  const group = partsOfOne(placed).find((members) => members.includes(0))!;
  const { agency, region, year, stage } = part.disclosure;
  const files = group
    .filter((member) => parts[member]!.file >= 0)
    .map((member) => ({ at: parts[member]!.file, holding: placed[member]!.holding }));
  return {
    disclosure: joinParts(group.map((at) => parts[at]!.disclosure)),
    subject: { agency, ...(region ? { region } : {}), year, stage, holding: placed[0]!.holding },
    joined: files,
    coverage: joinCoverage(group.map((at) => parts[at]!.coverage)),
  };
}

const HEAD = 4096;

function prepareDisclosure(
  projection: Projection,
  { subject, joined: files, coverage }: Whole,
  ordinal: number,
): PreparedDisclosure {
  const { disclosure, completeness, findings } = projection;
  const { agency, region, year, stage, template, contents, identity, generic } = disclosure;
  const tables = disclosure.tables.map(({ rows: _, ...table }) => table);
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  return {
    agency,
    ...(region ? { region } : {}),
    year,
    stage,
    ordinal,
    holding: subject.holding,
    joined: files,
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
      coverage: coverage ? JSON.stringify(coverage) : null,
      identity: identity ? JSON.stringify(identity) : null,
      generic: generic ? JSON.stringify(generic) : null,
    },
    parts: Object.fromEntries(
      PART_TABLES.flatMap(({ table, columns, rows }) => {
        const own = rows(projection);
        return own.length > 0 ? [[table, literalsOf(columns, own)]] : [];
      }),
    ),
    lines: itemLiterals(projection.lines),
    texts: textLiterals(projection.search),
  };
}

const factCount = ({ statements }: Disclosure): number =>
  statements.reduce((sum, { rows }) => sum + rows.reduce((cells, row) => cells + Object.keys(row.cells).length, 0), 0);
