/** The work on ledgers: files into rows of texts, and texts into files and pages. What is not understood is kept and told. */
import type { Disclosure } from '@mingsuan/core/disclosure';
import type { Jurisdictions } from '@mingsuan/core/jurisdictions/index';
import type { LedgerFault, SheetText } from '@mingsuan/core/ledger/find-sheets';
import type { Ledger } from '@mingsuan/core/ledger/ledger';
import type { Layout } from '@mingsuan/documents/layout';
import { UnreadableInput } from '@mingsuan/documents/unreadable';
import type { WriteFormat } from '@mingsuan/documents/write-formats';
import type { LedgerFileFormat, LedgerSheets } from './tasks.ts';

interface Question {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Which agency of a document with several, by its code or name. */
  readonly agency?: string;
  /** Whether a document's ledger goes on into the year after. */
  readonly nextYear: boolean;
}

/** A ledger file as it stands, or the ledger that a published document allows. @throws UnreadableInput */
export async function sheetsOfFile(
  { name, bytes, agency, nextYear }: Question,
  jurisdictions: Jurisdictions,
): Promise<LedgerSheets> {
  const { isLedger, ledgerSheets } = await import('@mingsuan/documents/ledger/read-ledger');
  if (await isLedger(bytes)) {
    const { sheets, faults } = await ledgerSheets(bytes, jurisdictions);
    if (sheets) return { from: 'ledger', sheets, notes: faults.map(noteOf), agencies: [] };
  }
  const { readDocuments } = await import('@mingsuan/documents/read');
  const readings = await readDocuments(name, bytes, jurisdictions);
  const disclosures = readings.flatMap((reading) => reading.disclosures);
  const [first, ...more] =
    agency === undefined
      ? disclosures
      : disclosures.filter((each) => each.agency.code === agency || each.agency.name === agency);
  if (!first)
    throw new UnreadableInput(
      'unsupported',
      '这个文件里没有认出台账，也没有认出部门预算或决算的公开文本：请换一个文件。',
    );
  if (more.length > 0) return { from: 'document', sheets: [], notes: [], agencies: disclosures.map(choiceOf) };
  return { from: 'document', ...(await started(first, nextYear, jurisdictions)), agencies: [] };
}

const choiceOf = ({ agency: { code, name } }: Disclosure) => ({ name, ...(code ? { code } : {}) });

async function started(
  disclosure: Disclosure,
  isNext: boolean,
  jurisdictions: Jurisdictions,
): Promise<Pick<LedgerSheets, 'sheets' | 'notes'>> {
  const { ledgerFrom } = await import('@mingsuan/core/restore/restore');
  const { nextYear } = await import('@mingsuan/core/restore/next-year');
  const { rowsOfLedger, sheetsOfRows } = await import('@mingsuan/core/ledger/sheet-texts');
  const { templateOf } = await import('@mingsuan/core/ledger/template-of');
  const { ledger, problems } = ledgerFrom(disclosure, disclosure.year, jurisdictions);
  const made = isNext ? nextYear(ledger, disclosure, jurisdictions) : ledger;
  const rows = rowsOfLedger(made, templateOf(made, jurisdictions), jurisdictions);
  return { sheets: sheetsOfRows(rows), notes: problems.map(({ message }) => ({ message })) };
}

const noteOf = ({ message, origin: { sheet, address } }: LedgerFault): LedgerSheets['notes'][number] => ({
  message,
  ...(sheet ? { sheet } : {}),
  ...(address ? { address } : {}),
});

/** A ledger's texts as a file: its own workbook with every text in it, its data, or the document that it compiles into. */
export async function fileOfSheets(
  sheets: readonly SheetText[],
  format: LedgerFileFormat,
  jurisdictions: Jurisdictions,
): Promise<Uint8Array> {
  if (format === 'ledger.xlsx') {
    const { writeLedgerSheets } = await import('@mingsuan/documents/ledger/write-ledger');
    return writeLedgerSheets(sheets, { jurisdictions });
  }
  const ledger = await read(sheets, jurisdictions);
  if (format === 'ledger.json') return encode(`${JSON.stringify(ledger, null, 2)}\n`);
  const disclosure = await disclosed(ledger, jurisdictions);
  if (format === 'json')
    return encode(
      `${JSON.stringify({ documents: [{ source: 'ledger', disclosures: [disclosure], problems: [] }] }, null, 1)}\n`,
    );
  const { writeDocument } = await import('@mingsuan/documents/write');
  return writeDocument([disclosure], format satisfies WriteFormat, undefined, jurisdictions);
}

/** The document as it will be, page by page. */
export async function pagesOfSheets(
  sheets: readonly SheetText[],
  jurisdictions: Jurisdictions,
): Promise<Layout['pages']> {
  const disclosure = await disclosed(await read(sheets, jurisdictions), jurisdictions);
  const { compose } = await import('@mingsuan/documents/compose/compose');
  return compose([disclosure], undefined, jurisdictions).pages;
}

/** @throws UnreadableInput where not even the unit and the year can be told */
async function read(sheets: readonly SheetText[], jurisdictions: Jurisdictions): Promise<Ledger> {
  const { readLedgerSheets } = await import('@mingsuan/core/ledger/read-sheets');
  const { ledger, faults } = readLedgerSheets(sheets, jurisdictions);
  if (ledger) return ledger;
  throw new UnreadableInput('unsupported', `还不能编：${faults[0]?.message ?? '“基本信息”没有填。'}`);
}

async function disclosed(ledger: Ledger, jurisdictions: Jurisdictions): Promise<Disclosure> {
  const { templateOf } = await import('@mingsuan/core/ledger/template-of');
  const { discloseLedger } = await import('@mingsuan/core/disclose');
  const template = templateOf(ledger, jurisdictions);
  if (!template)
    throw new UnreadableInput('unsupported', '没有适合这个地区、年度和文种的表样：请在“基本信息”选一种表样。');
  return discloseLedger(ledger, template, jurisdictions).disclosure;
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
