/** The parts of a published document and of its reading: what disclosure.ts and model/ take their types from. */

import { z } from 'zod';
import { STAGES } from '../model/document-kinds.ts';
import { SHAPE_IDS, STATEMENT_FORM_IDS } from '../model/form-ids.ts';
import { SIDES } from '../model/sides.ts';
import { WITNESSES } from '../model/witness.ts';
import { MONEY_UNITS } from '../money.ts';
import { count, fen, integer, list, type Naming, oneOf, record, text, word, yearNumber } from './define.ts';

/** The parts by their names. */
export type Parts = ReturnType<typeof defineDocument>;

/** The parts of a document's reading; each gets its name from `named`. */
export function defineDocument(named: Naming) {
  const values = defineValues(named);
  const { cells, origin, moneyUnit } = values;
  const side = z.enum(SIDES);
  const statementForm = oneOf(STATEMENT_FORM_IDS);
  const column = named(
    'column',
    z
      .strictObject({ id: word, header: text.optional() })
      .describe(
        'id: what it means, with its period behind `@`, or c1… by its place. header: what is printed above it, absent where nothing is known of it.',
      ),
  );
  const row = named(
    'row',
    z
      .strictObject({
        key: text,
        label: text,
        side: side.optional(),
        code: text.optional(),
        unit: text.optional(),
        partOf: text.optional().describe('Key of the line this one is a part of, such as a 其中 line.'),
        cells,
        unread: list(word)
          .optional()
          .describe(
            'Columns whose cell is neither blank nor a number, and headers of columns without a meaning that have a figure here.',
          ),
        origin,
      })
      .describe(
        'key: the classification code, `total` for the 合计 row, or the line’s label without numbering and spaces. unit: the budget unit, where one table lists several units’ items.',
      ),
  );
  const unread = z
    .strictObject({ columns: list(text), rows: count })
    .describe('What was not understood and stands in a generic table: headers of columns, and how many rows.');
  const statement = named(
    'statement',
    z.strictObject({
      form: statementForm,
      title: text,
      unit: moneyUnit,
      note: text.optional(),
      columns: list(column),
      rows: list(row),
      unread: unread.optional(),
      origin,
    }),
  );
  const genericRow = named(
    'genericRow',
    z
      .strictObject({ key: text, label: text, texts: record(text), cells, origin })
      .describe('Columns are c1… as printed: texts holds words, cells amounts.'),
  );
  const genericTable = named(
    'genericTable',
    z
      .strictObject({
        form: oneOf(SHAPE_IDS),
        title: text,
        of: statementForm.optional(),
        unit: moneyUnit.optional(),
        note: text.optional(),
        columns: list(column),
        rows: list(genericRow),
        origin,
      })
      .describe('A table, or columns of the statement `of`, understood by structure only.'),
  );
  const problem = named(
    'problem',
    z
      .strictObject({ code: word, message: word, origin: origin.optional() })
      .describe('What could not be read or was not understood: a stable code and one Chinese sentence.'),
  );
  const words = defineWords(named, values);
  const fields = defineIdentity(named, values);
  const disclosure = z.strictObject({
    agency: values.agency,
    region: values.region.optional(),
    year: yearNumber.optional(),
    stage: values.stage,
    identity: fields.identity.optional(),
    template: word.describe('Id of the template it was recognised by, or `unknown`.'),
    statements: list(statement),
    contents: list(words.contentsEntry),
    explanation: list(words.section),
    generic: list(genericTable).optional(),
  });
  const tables = { side, column, row, unread, statement, genericRow, genericTable };
  return { ...values, ...tables, ...words, ...fields, ...defineCoverage(named), disclosure, problem };
}

/** The smallest parts. */
function defineValues(named: Naming) {
  const origin = named(
    'origin',
    z
      .strictObject({
        source: text.optional(),
        page: count.optional(),
        box: z.tuple([z.number(), z.number(), z.number(), z.number()]).readonly().optional(),
        sheet: text.optional(),
        address: text.optional(),
        line: count.optional(),
        picture: count.optional(),
      })
      .describe(
        'Where it stands in its file (`source`, where that is another than the document’s): page and box in points from the page’s top left, or sheet and address, or line; of a picture within running text its number, with the line it stands after and the box on it.',
      ),
  );
  const cell = named(
    'cell',
    z
      .strictObject({ fen, text, origin })
      .describe(
        'A printed amount: exact fen beside the text it was read from. A blank cell is absent; a printed 0.00 is present.',
      ),
  );
  const quantity = named(
    'quantity',
    z
      .strictObject({ units: integer, scale: count, text, origin })
      .describe('A printed quantity, exactly units / 10^scale.'),
  );
  return {
    origin,
    cell,
    quantity,
    cells: named('cells', record(cell).describe('Column id → cell.')),
    agency: z.strictObject({ code: word.optional(), name: text, level: z.enum(['department', 'unit']) }),
    region: z.strictObject({ code: word, name: text }),
    stage: named('stage', oneOf(STAGES)),
    moneyUnit: oneOf(MONEY_UNITS),
    year: yearNumber,
  };
}

type Values = ReturnType<typeof defineValues>;

/** The explanation and the contents. */
function defineWords(named: Naming, { origin }: Values) {
  const line = z.strictObject({ text, origin });
  const textBlock = named(
    'textBlock',
    line
      .extend({ lines: list(line).optional() })
      .describe('A paragraph of running text; lines are its printed lines with their places, where it has several.'),
  );
  const section = named(
    'section',
    z.strictObject({
      number: text.optional(),
      title: text,
      part: text.optional(),
      text,
      paragraphs: list(textBlock),
      origin,
    }),
  );
  const contentsEntry = named(
    'contentsEntry',
    z
      .strictObject({ title: text, page: integer.optional(), text, origin })
      .describe('A line of the table of contents; page is the printed page number.'),
  );
  return { textBlock, section, contentsEntry };
}

function defineCoverage(named: Naming) {
  const tally = named('tally', z.strictObject({ printed: count, read: count, generic: count, unread: count }));
  const tableCoverage = z.strictObject({
    title: text,
    page: count.optional(),
    sheet: text.optional(),
    line: count.optional(),
    disclosure: count
      .optional()
      .describe(
        'Whose it is: the place in disclosures, from 0, where the file holds several; absent where it is nobody’s.',
      ),
    state: z.enum(['read', 'generic', 'unread']),
    amounts: tally,
  });
  const coverage = named(
    'coverage',
    z
      .strictObject({
        tables: tally,
        amounts: tally,
        words: z.strictObject({ figures: count, understood: count }),
        unreadPlaces: count.describe('Places beside tables that were not read; each is told in problems.'),
        perTable: list(tableCoverage),
      })
      .describe(
        'How much of what is printed was read: printed = read + generic (kept under its shape, not checked) + unread. Absent where nothing was read because it was made.',
      ),
  );
  return { tally, tableCoverage, coverage };
}

function defineIdentity(named: Naming, { origin }: Values) {
  const testimony = z.strictObject({ witness: oneOf(WITNESSES), text, origin: origin.optional() });
  const fieldTold = z.strictObject({
    confidence: z.enum(['sure', 'doubtful', 'unknown']),
    evidence: list(testimony),
    against: list(testimony).optional(),
  });
  const identity = named(
    'identity',
    z
      .strictObject({ agency: fieldTold, year: fieldTold, stage: fieldTold })
      .describe(
        'How whose document it is, its year and its kind are known, each by the places that tell it. Absent where it was made.',
      ),
  );
  return { testimony, fieldTold, identity };
}
