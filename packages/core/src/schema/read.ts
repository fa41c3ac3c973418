/** JSON Schema of `mingsuan read --format json`; the TypeScript twin is disclosure.ts. */
import type {
  Agency,
  Cell,
  Column,
  ContentsEntry,
  ExplanationSection,
  GenericRow,
  GenericTable,
  Origin,
  Quantity,
  Region,
  Row,
  Statement,
  TextBlock,
  Unread,
} from '../disclosure.ts';
import { type Field, type Fields, isWords } from '../kinds/field.ts';
import { KINDS, type TableKind } from '../kinds/index.ts';
import { STAGES } from '../model/document-kinds.ts';
import type { PublishedReading, TableInfo, WithInfos } from '../model/published.ts';
import { coverage } from './coverage.ts';
import { identity } from './identity.ts';
import { moneyUnit, origin, problem, STATEMENT_FORM_IDS, TABLE_FORM_IDS } from './parts.ts';
import {
  count,
  DRAFT,
  described,
  fen,
  integer,
  list,
  object,
  oneOf,
  record,
  ref,
  type Schema,
  text,
  word,
} from './schema.ts';

const cell = described(
  'A printed amount: exact fen beside the text it was read from. A blank cell is absent; a printed 0.00 is present.',
  object<Cell>({ fen, text, origin: ref('origin') }, {}),
);

const cells = described('Column id → cell.', record(ref('cell')));

const quantity = described(
  'A printed quantity, exactly units / 10^scale.',
  object<Quantity>({ units: integer, scale: count, text, origin: ref('origin') }, {}),
);

const row = described(
  'key: the classification code, `total` for the 合计 row, or the line’s label without numbering and spaces. unit: the budget unit, where one table lists several units’ items.',
  object<Row>(
    { key: text, label: text, cells: ref('cells'), origin: ref('origin') },
    { side: oneOf('revenue', 'expenditure'), code: text, unit: text, partOf: text, unread: list(word) },
  ),
);

const column = described(
  'id: what it means, with its period behind `@`, or c1… by its place. header: what is printed above it, absent where nothing is known of it.',
  object<Column>({ id: word }, { header: text }),
);

const statement = object<Statement>(
  {
    form: oneOf(...STATEMENT_FORM_IDS),
    title: text,
    unit: moneyUnit,
    columns: list(ref('column')),
    rows: list(ref('row')),
    origin: ref('origin'),
  },
  {
    note: text,
    unread: described(
      'What was not understood and stands in a generic table: headers of columns, and how many rows.',
      object<Unread>({ columns: list(text), rows: count }, {}),
    ),
  },
);

const table = object<TableInfo>(
  { form: oneOf(...TABLE_FORM_IDS), title: text, origin: ref('origin') },
  { unit: moneyUnit, note: text, asOf: text, count },
);

const line = object<{ text: string; origin: Origin }>({ text, origin: ref('origin') }, {});

const textBlock = described(
  'A paragraph of running text; lines are its printed lines with their places, where it has several.',
  object<TextBlock>({ text, origin: ref('origin') }, { lines: list(line) }),
);

const section = object<ExplanationSection>(
  { title: text, text, paragraphs: list(ref('textBlock')), origin: ref('origin') },
  { number: text, part: text },
);

const contentsEntry = described(
  'A line of the table of contents; page is the printed page number.',
  object<ContentsEntry>({ title: text, text, origin: ref('origin') }, { page: integer }),
);

/** What a field of a record table holds. */
function valueIn(field: Field): Schema {
  if (field.is === 'choice') return oneOf(...field.values);
  if (field.is === 'amounts') return ref('cells');
  if (field.is === 'rows') return list(rowSchema(field.fields));
  return isWords(field) ? text : ref(field.type === 'money' ? 'cell' : 'quantity');
}

/** A row of a kind of record table, from its fields. */
function rowSchema(fields: Fields): Schema {
  const all = Object.entries(fields);
  return {
    type: 'object',
    properties: { ...Object.fromEntries(all.map(([id, field]) => [id, valueIn(field)])), origin: ref('origin') },
    required: [...all.flatMap(([id, field]) => (field.required ? [id] : [])), 'origin'],
    additionalProperties: false,
  };
}

const rowName = ({ property }: TableKind) => `${property}Row`;
const records = Object.fromEntries(KINDS.map((kind) => [kind.property, list(ref(rowName(kind)))]));
const recordRows = Object.fromEntries(
  KINDS.map((kind) => [rowName(kind), described(kind.name, rowSchema(kind.fields))]),
);

const genericRow = described(
  'Columns are c1… as printed: texts holds words, cells amounts.',
  object<GenericRow>({ key: text, label: text, texts: record(text), cells: ref('cells'), origin: ref('origin') }, {}),
);

const genericTable = described(
  'A table, or columns of the statement `of`, understood by structure only.',
  object<GenericTable>(
    {
      form: oneOf('coded-function', 'coded-economic', 'lines', 'items', 'tree', 'list'),
      title: text,
      columns: list(ref('column')),
      rows: list(ref('genericRow')),
      origin: ref('origin'),
    },
    { of: oneOf(...STATEMENT_FORM_IDS), unit: moneyUnit, note: text },
  ),
);

const ofStatements = object<WithInfos>(
  {
    agency: object<Agency>({ name: text, level: oneOf('department', 'unit') }, { code: word }),
    stage: oneOf(...STAGES),
    template: described('Id of the template it was recognised by, or `unknown`.', word),
    statements: list(ref('statement')),
    tables: list(ref('table')),
    contents: list(ref('contentsEntry')),
    explanation: list(ref('section')),
  },
  {
    region: object<Region>({ code: word, name: text }, {}),
    year: { type: 'integer', minimum: 1949, maximum: 2999 },
    generic: list(ref('genericTable')),
    identity: ref('identity'),
  },
);

/** Rows of a kind are absent where a document was read before there was such a kind. */
const disclosure = described('One agency’s published document of one year and stage.', {
  ...ofStatements,
  properties: { ...ofStatements.properties, ...records },
});

const document = described(
  'One file. A file that could not be read has no disclosures and one problem that says why.',
  object<PublishedReading>(
    { source: word, disclosures: list(ref('disclosure')), problems: list(ref('problem')) },
    { coverage: ref('coverage') },
  ),
);

export const readSchema: Schema = {
  $schema: DRAFT,
  $id: 'urn:mingsuan:schema:read',
  title: 'mingsuan read --format json',
  ...object<{ documents: readonly PublishedReading[] }>({ documents: list(ref('document')) }, {}),
  $defs: {
    document,
    coverage,
    disclosure,
    identity,
    statement,
    column,
    row,
    cells,
    cell,
    quantity,
    table,
    contentsEntry,
    section,
    textBlock,
    ...recordRows,
    genericTable,
    genericRow,
    problem,
    origin,
  },
};
