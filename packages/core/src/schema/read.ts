/** JSON Schema of `mingsuan read --format json`; the TypeScript twin is disclosure.ts. */
import type {
  Agency,
  Cell,
  ContentsEntry,
  ExplanationSection,
  GenericColumn,
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
import type {
  AssetRow,
  DutyPerformanceRow,
  Indicator,
  OrganizationRow,
  PerformanceTarget,
  ProcurementRow,
} from '../kinds/index.ts';
import { STAGES } from '../model/document-kinds.ts';
import type { PublishedDisclosure, PublishedReading, TableInfo } from '../model/published.ts';
import { coverage } from './coverage.ts';
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
  'key: the classification code, `total` for the 合计 row, or the line’s label without numbering and spaces.',
  object<Row>(
    { key: text, label: text, cells: ref('cells'), origin: ref('origin') },
    { side: oneOf('revenue', 'expenditure'), code: text, partOf: text, unread: list(word) },
  ),
);

const statement = object<Statement>(
  {
    form: oneOf(...STATEMENT_FORM_IDS),
    title: text,
    unit: moneyUnit,
    columns: list(word),
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

const indicator = object<Indicator>(
  { level1: text, level2: text, level3: text, origin: ref('origin') },
  { description: text, target: text, basis: text },
);

const performanceTarget = object<PerformanceTarget>(
  { title: text, indicators: list(ref('indicator')), origin: ref('origin') },
  { project: text, goal: text },
);

const dutyPerformanceRow = object<DutyPerformanceRow>(
  { duty: text, origin: ref('origin') },
  {
    amount: ref('cell'),
    content: text,
    goal: text,
    indicator: text,
    excellent: text,
    good: text,
    fair: text,
    poor: text,
  },
);

const procurementRow = object<ProcurementRow>(
  { kind: oneOf('item', 'subtotal', 'total'), label: text, cells: ref('cells'), origin: ref('origin') },
  {
    project: text,
    projectFunds: ref('cell'),
    item: text,
    code: text,
    unit: text,
    quantity: ref('quantity'),
    unitPrice: ref('cell'),
  },
);

const assetRow = object<AssetRow>(
  { key: text, label: text, origin: ref('origin') },
  { partOf: text, quantity: ref('quantity'), value: ref('cell') },
);

const organizationRow = object<OrganizationRow>(
  { unit: text, origin: ref('origin') },
  { nature: text, rank: text, funding: text, note: text },
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
      columns: list(object<GenericColumn>({ id: word, header: text }, {})),
      rows: list(ref('genericRow')),
      origin: ref('origin'),
    },
    { of: oneOf(...STATEMENT_FORM_IDS), unit: moneyUnit, note: text },
  ),
);

const disclosure = described(
  'One agency’s published document of one year and stage.',
  object<PublishedDisclosure>(
    {
      agency: object<Agency>({ name: text, level: oneOf('department', 'unit') }, { code: word }),
      stage: oneOf(...STAGES),
      template: described('Id of the template it was recognised by, or `unknown`.', word),
      statements: list(ref('statement')),
      tables: list(ref('table')),
      contents: list(ref('contentsEntry')),
      explanation: list(ref('section')),
      performance: list(ref('performanceTarget')),
      dutyPerformance: list(ref('dutyPerformanceRow')),
      procurement: list(ref('procurementRow')),
      assets: list(ref('assetRow')),
      organization: list(ref('organizationRow')),
    },
    {
      region: object<Region>({ code: word, name: text }, {}),
      year: { type: 'integer', minimum: 1949, maximum: 2999 },
      generic: list(ref('genericTable')),
    },
  ),
);

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
    statement,
    row,
    cells,
    cell,
    quantity,
    table,
    contentsEntry,
    section,
    textBlock,
    performanceTarget,
    indicator,
    dutyPerformanceRow,
    procurementRow,
    assetRow,
    organizationRow,
    genericTable,
    genericRow,
    problem,
    origin,
  },
};
