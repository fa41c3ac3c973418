/** Exports of a finance system, yearly reports and the documents of other years into a ledger. */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Disclosure } from '@mingsuan/core/disclosure';
import type { MappingFile } from '@mingsuan/core/import/learn';
import type { SheetText } from '@mingsuan/core/ledger/find-sheets';
import type { Ledger } from '@mingsuan/core/ledger/ledger';
import { formatAmount } from '@mingsuan/core/money';
import type { Messages } from '../messages/messages.ts';
import { UsageError } from '../options.ts';
import { FaultyFile } from '../settings/user-file.ts';
import type { World } from '../world.ts';
import { load, loadReadings, told } from './files.ts';
import { soundLedger } from './ledger.ts';
import { saveLedger } from './save-ledger.ts';
import { templateFor } from './template.ts';

export interface ImportOptions {
  readonly into?: string;
  readonly mapping?: string;
  readonly agency?: string;
  readonly output?: string;
  readonly force?: boolean;
}

/**
 * Reads exports, a yearly report or the documents that the ledger is compared with into the ledger, says what was not understood,
 * and writes it back with a backup, or elsewhere.
 */
export async function importInto(
  files: readonly string[],
  { into, mapping, agency, output, force = false }: ImportOptions,
  world: World,
  words: Messages,
): Promise<number> {
  if (files.length === 0) throw new UsageError(words.make.noInput('ledger import'));
  if (into === undefined) throw new UsageError(words.make.noLedger);
  const { ledger } = await soundLedger(into, true, world, words);
  const file = mapping === undefined ? {} : await mappingOf(mapping, world, words);
  const given = await sorted(files, file, world, words);
  let made = ledger;
  for (const { source, sheets } of given.reports) made = await withReport(source, sheets, made, file, world, words);
  if (given.exports.length > 0) made = await withExports(given.exports, made, { mapping, file, agency }, world, words);
  for (const source of given.documents) made = await withBase(source, made, agency, world, words);
  const saving = { inputs: files, force: force || output === undefined };
  await saveLedger(made, output ?? into, saving, undefined, world, words);
  world.stderr.write(`${words.make.made(output ?? into)}\n`);
  return 0;
}

interface SheetsOf {
  readonly source: string;
  readonly sheets: readonly SheetText[];
}

/** What each file is: the tables of a yearly report, the lines of an export, or a document or ledger of another year or kind. */
async function sorted(files: readonly string[], { 决算报表: known }: MappingFile, world: World, words: Messages) {
  const { isLedger, isWorkbook, readSheetTexts } = await import('@mingsuan/documents/ledger/read-ledger');
  const { isYearlyReport } = await import('@mingsuan/core/import/yearly/report');
  const found: { reports: SheetsOf[]; exports: SheetsOf[]; documents: string[] } = {
    reports: [],
    exports: [],
    documents: [],
  };
  for (const source of files) {
    const bytes = await load(source, world, words);
    const isDocument = !isWorkbook(bytes) || (await told(source, words, () => isLedger(bytes)));
    if (isDocument) found.documents.push(source);
    else {
      const sheets = await told(source, words, () => readSheetTexts(bytes));
      (isYearlyReport(sheets, known) ? found.reports : found.exports).push({ source, sheets });
    }
  }
  return found;
}

/** The ledger with the money of a yearly report; it must be one of accounts. */
async function withReport(
  source: string,
  sheets: readonly SheetText[],
  ledger: Ledger,
  { 决算报表: known }: MappingFile,
  world: World,
  words: Messages,
): Promise<Ledger> {
  const { kindOf } = await import('@mingsuan/core/model/document-kinds');
  if (!kindOf(ledger.stage ?? 'budget').executes)
    throw new FaultyFile([words.errorLine(source, words.make.reportOfAccounts)]);
  const { readYearlyReport } = await import('@mingsuan/core/import/yearly/report');
  const { ledgerOfReport } = await import('@mingsuan/core/import/yearly/ledger');
  const { intoAccounts } = await import('@mingsuan/core/import/yearly/into');
  const report = readYearlyReport(sheets, known);
  const found = ledgerOfReport(report, ledger.year);
  for (const { message, origin } of report.notes) world.stderr.write(`${words.make.fault(source, origin, message)}\n`);
  for (const message of found.problems) world.stderr.write(`${words.make.problem(message)}\n`);
  const total = found.revenue.reduce((sum, { fen }) => sum + fen, 0);
  world.stderr.write(`${words.make.reportImported(report.read, formatAmount(total, '元'))}\n`);
  return intoAccounts(ledger, found);
}

/** The ledger with the lines of exports. */
async function withExports(
  exports: readonly SheetsOf[],
  ledger: Ledger,
  { mapping, file, agency }: { mapping: string | undefined; file: MappingFile; agency: string | undefined },
  world: World,
  words: Messages,
): Promise<Ledger> {
  const { importSheets, refreshed } = await import('@mingsuan/core/import/import');
  const { withMapping } = await import('@mingsuan/core/import/mapping');
  const { learned, withOpenWords } = await import('@mingsuan/core/import/learn');
  const names = exports.map(({ source }) => source).join('、');
  const own = learned(file);
  for (const each of own.unclear) world.stderr.write(`${words.make.unclear(mapping!, each.text, each.may)}\n`);
  const found = importSheets(
    exports.flatMap(({ sheets }) => sheets),
    withMapping(own.mapping),
    agency,
  );
  for (const { message, origin } of found.notes)
    world.stderr.write(`${words.make.fault(exports.length === 1 ? names : '', origin, message)}\n`);
  const open = mapping === undefined ? undefined : withOpenWords(file, found.open);
  if (mapping !== undefined && open !== undefined) {
    await writeFile(resolve(world.cwd, mapping), `${JSON.stringify(open, null, 2)}\n`);
    world.stderr.write(`${words.make.toConfirm(mapping)}\n`);
  }
  if (agency === undefined && ledger.agency.level === 'unit' && found.agencies.size > 1)
    throw new FaultyFile([words.errorLine(names, words.make.severalAgencies(found.agencies.size))]);
  if (found.rows === 0) throw new FaultyFile([words.errorLine(names, words.make.nothingImported)]);
  world.stderr.write(
    `${words.make.imported(found.rows, found.sums, formatAmount(found.fen, '元'), formatAmount(found.purchased, '元'))}\n`,
  );
  return refreshed(ledger, found);
}

/** The ledger with what a document of the year's budget or of the year before says; its own figures stay where that is silent. */
async function withBase(
  source: string,
  ledger: Ledger,
  agency: string | undefined,
  world: World,
  words: Messages,
): Promise<Ledger> {
  const { baseFigures } = await import('@mingsuan/core/import/base-figures');
  const disclosures = await disclosuresIn(source, world, words);
  const name = agency ?? ledger.agency.name;
  const isOwn = (one: Disclosure) => one.agency.name === name || one.agency.code === (agency ?? ledger.agency.code);
  const own = disclosures.filter(isOwn);
  const [from] = own.filter(({ agency: { level } }) => own.length === 1 || level === ledger.agency.level);
  if (!from) throw new FaultyFile([words.errorLine(source, words.make.notOfAgency(name))]);
  const found = baseFigures(ledger, from, world.jurisdictions);
  if (!found) throw new FaultyFile([words.errorLine(source, words.make.noBase)]);
  world.stderr.write(`${words.make.baseTaken(source, Object.keys(found.figures).length, found.as)}\n`);
  return { ...ledger, lastYear: { ...ledger.lastYear, ...found.figures } };
}

/** The disclosures of a document, or the one that a ledger compiles into. */
async function disclosuresIn(source: string, world: World, words: Messages): Promise<readonly Disclosure[]> {
  const { isLedger } = await import('@mingsuan/documents/ledger/read-ledger');
  if (!(await isLedger(await load(source, world, words))))
    return (await loadReadings(source, world, words)).flatMap((reading) => reading.disclosures);
  const { ledger } = await soundLedger(source, true, world, words);
  const { compileLedger } = await import('@mingsuan/core/compile/compile');
  return [compileLedger(ledger, await templateFor(ledger, undefined, world, words)).disclosure];
}

/** A file that is not there yet is an empty one: the words to confirm are written into it. */
async function mappingOf(file: string, world: World, words: Messages): Promise<MappingFile> {
  if (!existsSync(resolve(world.cwd, file))) return {};
  const text = new TextDecoder().decode(await load(file, world, words));
  try {
    return JSON.parse(text) as MappingFile;
  } catch {
    throw new FaultyFile([words.errorLine(file, words.make.badMapping)]);
  }
}
