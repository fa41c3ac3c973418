import type { Disclosed } from '@mingsuan/core/disclose';
import type { Disclosure } from '@mingsuan/core/disclosure';
import type { LedgerReading } from '@mingsuan/core/ledger/read-sheets';
import type { Template } from '@mingsuan/core/templates/index';
import type { Command } from 'commander';
import { loadReadings } from '../../make/files.ts';
import { type ImportOptions, importInto } from '../../make/import.ts';
import { faultLines, loadLedger, problemLines, problemsToday } from '../../make/ledger.ts';
import { saveLedger } from '../../make/save-ledger.ts';
import { templateFor, templateNamed } from '../../make/template.ts';
import type { Messages } from '../../messages/messages.ts';
import { UsageError } from '../../options.ts';
import { addJurisdictions, type JurisdictionOptions, knowing } from '../../settings/jurisdictions.ts';
import { FaultyFile } from '../../settings/user-file.ts';
import type { World } from '../../world.ts';

interface NewOptions {
  readonly template?: string;
  readonly unit?: string;
  readonly name?: string;
  readonly year?: string;
  readonly example?: boolean;
  readonly force?: boolean;
}

interface FromOptions {
  readonly agency?: string;
  readonly output?: string;
  readonly nextYear?: boolean;
  readonly force?: boolean;
}

/** `mingsuan ledger`, with `new`, `check` and `from` */
export function addLedger(program: Command, world: World, words: Messages, finish: (status: number) => void): void {
  const { help } = words.make;
  const ledger = program
    .command('ledger')
    .description(help.ledger)
    .helpOption('-h, --help', words.help.help)
    .helpCommand('help [command]', words.help.helpCommand)
    .addHelpText('after', help.ledgerExamples)
    .action(() => {
      throw new UsageError(words.make.noInput('ledger'));
    });
  const add = (name: string, description: string): Command =>
    addJurisdictions(ledger.command(name), words)
      .description(description)
      .option('--lang <lang>', words.help.lang)
      .helpOption('-h, --help', words.help.help);
  add('new', help.ledgerNew)
    .argument('[file]', help.ledgerOut)
    .option('-t, --template <id>', help.template)
    .option('--unit <code>', help.unit)
    .option('--name <name>', help.name)
    .option('--year <year>', help.year)
    .option('--example', help.example)
    .option('--force', help.force)
    .action(async (file: string | undefined, options: NewOptions & JurisdictionOptions) =>
      finish(await newLedger(file, options, await knowing(options, world), words)),
    );
  add('check', help.ledgerCheck)
    .argument('[file]', help.ledgerFile)
    .option('-t, --template <id>', help.template)
    .action(async (file: string | undefined, options: { template?: string } & JurisdictionOptions) =>
      finish(await checkLedger(file, options.template, await knowing(options, world), words)),
    );
  add('import', help.ledgerImport)
    .argument('[files...]', help.exports)
    .option('--into <ledger>', help.into)
    .option('--mapping <file>', help.mapping)
    .option('--agency <name>', help.importAgency)
    .option('-o, --output <file>', help.ledgerOut)
    .option('--force', help.force)
    .action(async (files: string[], options: ImportOptions & JurisdictionOptions) =>
      finish(await importInto(files, options, await knowing(options, world), words)),
    );
  add('from', help.ledgerFrom)
    .argument('[document]', help.documentFile)
    .option('-o, --output <file>', help.ledgerOut)
    .option('--agency <name>', help.agency)
    .option('--next-year', help.nextYear)
    .option('--force', help.force)
    .action(async (file: string | undefined, options: FromOptions & JurisdictionOptions) =>
      finish(await ledgerFromDocument(file, options, await knowing(options, world), words)),
    );
}

async function newLedger(
  file: string | undefined,
  { template, unit, name, year, example = false, force = false }: NewOptions,
  world: World,
  words: Messages,
): Promise<number> {
  if (file === undefined) throw new UsageError(words.make.noInput('ledger new'));
  const named = template === undefined ? undefined : await templateNamed(template, world, words);
  const when = yearOf(year, named, world, words);
  const region = named?.region;
  const { blankLedger } = await import('@mingsuan/core/ledger/blank');
  const { exampleLedger } = await import('@mingsuan/core/ledger/example');
  const agency = { ...(unit ? { code: unit } : {}), name: name ?? '', level: 'unit' as const };
  const { regionChain } = await import('@mingsuan/core/classification/index');
  const place = region?.padEnd(6, '0');
  const whole = place ? { code: place, name: regionChain(place)[0]?.name ?? '' } : undefined;
  const ledger = example
    ? { ...exampleLedger(when, unit, whole), ...(named ? { stage: named.stage, template: named.id } : {}) }
    : blankLedger(agency, when, whole, named);
  await saveLedger(ledger, file, { inputs: [], force }, named, world, words);
  world.stderr.write(`${words.make.ready(file)}\n`);
  return 0;
}

/** The year asked for, else the one the template begins with or next year, whichever is later. */
function yearOf(text: string | undefined, template: Template | undefined, world: World, words: Messages): number {
  if (text !== undefined) {
    if (!/^20\d\d$/.test(text)) throw new UsageError(words.make.badYear(text));
    return Number(text);
  }
  const next = world.now().getFullYear() + 1;
  const [from, to] = template?.years ?? [next];
  return Math.min(to ?? next, Math.max(from, next));
}

async function checkLedger(
  file: string | undefined,
  template: string | undefined,
  world: World,
  words: Messages,
): Promise<number> {
  if (file === undefined) throw new UsageError(words.make.noInput('ledger check'));
  const named = template === undefined ? undefined : await templateNamed(template, world, words);
  const reading = await loadLedger(file, world, words);
  const faults = faultLines(file, reading, words);
  const { discloseLedger } = await import('@mingsuan/core/disclose');
  const { ledger } = reading;
  const disclosed = ledger
    ? discloseLedger(ledger, await templateFor(ledger, named, world, words), world.jurisdictions)
    : undefined;
  const problems = ledger && disclosed ? await problemsToday(ledger, disclosed, world) : [];
  const { lines, open } = await problemLines(file, problems, reading, words);
  const isWhole = faults.length + open === 0;
  const found = disclosed ? await foundLines(file, disclosed, reading, isWhole, world, words) : [];
  const all = [...faults, ...lines, ...found];
  if (isWhole && found.length === 0) all.push(words.make.clean);
  world.stdout.write(`${all.join('\n')}\n`);
  if (!ledger) return 2;
  return faults.length + open > 0 ? 1 : 0;
}

/** What a check of its document says of the ledger's targets and purchases, each at its cell; of a whole ledger all that it says. */
async function foundLines(
  file: string,
  { disclosure, problems }: Disclosed,
  { ledger, originOf, isPartial }: LedgerReading,
  isWhole: boolean,
  { jurisdictions }: World,
  words: Messages,
): Promise<readonly string[]> {
  if (!ledger || isPartial) return [];
  const { checkDisclosures } = await import('@mingsuan/core/check');
  const { notToldBefore, pathBehind } = await import('@mingsuan/core/ledger/finding-path');
  const { findings } = checkDisclosures([disclosure], jurisdictions ? { jurisdictions } : {});
  return notToldBefore(findings, problems, ledger).flatMap((finding) => {
    const path = pathBehind(finding, ledger);
    if (path === undefined && !isWhole) return [];
    const at = path === undefined ? '' : words.make.at(file, originOf?.(path) ?? {});
    return [words.make.problem(finding.message, 'notice', at)];
  });
}

async function ledgerFromDocument(
  file: string | undefined,
  { output, agency, nextYear = false, force = false }: FromOptions,
  world: World,
  words: Messages,
): Promise<number> {
  if (file === undefined) throw new UsageError(words.make.noInput('ledger from'));
  if (output === undefined) throw new UsageError(words.make.noOutput('ledger from'));
  const disclosures = (await loadReadings(file, world, words)).flatMap((reading) => reading.disclosures);
  const disclosure = chosen(file, disclosures, agency, words);
  const { ledgerFrom } = await import('@mingsuan/core/restore/restore');
  const { ledger, problems } = ledgerFrom(disclosure, disclosure.year, world.jurisdictions);
  for (const { message } of problems) world.stderr.write(`${words.make.problem(message)}\n`);
  const { nextYear: carriedOn } = await import('@mingsuan/core/restore/next-year');
  const { templateById } = await import('@mingsuan/core/templates/index');
  const template = templateById(disclosure.template, world.jurisdictions);
  const made = nextYear ? carriedOn(ledger, disclosure, world.jurisdictions) : ledger;
  await saveLedger(made, output, { inputs: [file], force }, nextYear ? undefined : template, world, words);
  world.stderr.write(`${words.make.made(output)}\n`);
  return 0;
}

/** The one that is asked for by name or code; where there are several, the user says which. @throws FaultyFile, UsageError */
function chosen(
  file: string,
  disclosures: readonly Disclosure[],
  asked: string | undefined,
  words: Messages,
): Disclosure {
  const nameOf = ({ agency: { code, name } }: Disclosure) => [code, name].filter(Boolean).join(' ');
  const found =
    asked === undefined
      ? disclosures
      : disclosures.filter(({ agency: { code, name } }) => code === asked || name === asked);
  const [first, ...more] = found;
  if (disclosures.length === 0) throw new FaultyFile([words.errorLine(file, words.make.noDisclosure)]);
  if (!first || more.length > 0) throw new UsageError(words.make.whichAgency(file, disclosures.map(nameOf)));
  return first;
}
