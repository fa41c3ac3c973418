import type { Disclosure, Problem } from '@mingsuan/core/disclosure';
import type { Ledger } from '@mingsuan/core/ledger/ledger';
import type { LedgerReading } from '@mingsuan/core/ledger/read-sheets';
import { formatAmount } from '@mingsuan/core/money';
import type { Template } from '@mingsuan/core/templates/index';
import type { Command } from 'commander';
import { deliver, formatOf, reportCheck } from '../../make/documents.ts';
import { load, loadReadings } from '../../make/files.ts';
import { problemLines, soundLedger } from '../../make/ledger.ts';
import { templateFor, templateNamed } from '../../make/template.ts';
import type { Messages } from '../../messages/messages.ts';
import { UsageError } from '../../options.ts';
import { addJurisdictions, type JurisdictionOptions, knowing } from '../../settings/jurisdictions.ts';
import { FaultyFile } from '../../settings/user-file.ts';
import type { World } from '../../world.ts';

interface AggregateOptions {
  readonly output?: string;
  readonly template?: string;
  readonly code?: string;
  readonly name?: string;
  readonly own?: string;
  readonly alone?: boolean;
  readonly draft?: boolean;
  readonly force?: boolean;
  readonly lang?: string;
}

/** `mingsuan aggregate` */
export function addAggregate(program: Command, world: World, words: Messages, finish: (status: number) => void): void {
  const { help } = words.make;
  addJurisdictions(program.command('aggregate'), words)
    .description(help.aggregate)
    .argument('[files...]', help.ledgerFiles)
    .option('-o, --output <file>', help.outFile)
    .option('--code <code>', help.code)
    .option('--name <name>', help.departmentName)
    .option('--own <file>', help.own)
    .option('--alone', help.alone)
    .option('-t, --template <id>', help.template)
    .option('--draft', help.draft)
    .option('--force', help.force)
    .option('--lang <lang>', words.help.lang)
    .helpOption('-h, --help', words.help.help)
    .addHelpText('after', help.aggregateExamples)
    .action(async (files: string[], _: unknown, command: Command) => {
      const options = command.optsWithGlobals<AggregateOptions & JurisdictionOptions>();
      finish(await aggregateFiles(files, options, await knowing(options, world), words));
    });
}

async function aggregateFiles(
  files: readonly string[],
  { code, name, own, alone = false, force = false, ...options }: AggregateOptions,
  world: World,
  words: Messages,
): Promise<number> {
  const { make } = words;
  if (files.length === 0) throw new UsageError(make.noInput('aggregate'));
  if (name === undefined) throw new UsageError(make.needsDepartment);
  if (options.output !== undefined) formatOf(options.output, words);
  const named = options.template === undefined ? undefined : await templateNamed(options.template, world, words);
  const tell = (line: string) => world.stderr.write(`${line}\n`);
  const units: Disclosure[] = [];
  const ledgers: Ledger[] = [];
  let open = 0;
  const tellProblems = async (file: string, problems: readonly Problem[], reading: Reading, isOfSeveral: boolean) => {
    const told = await problemLines(file, problems, reading, words, isOfSeveral);
    for (const line of told.lines) tell(line);
    open += told.open;
  };
  const asked = new Set<string>();
  for (const file of files) {
    const { disclosures, problems, reading } = await unitsOf(file, named, options.draft === true, world, words);
    if (reading) await tellProblems(file, problems, reading, true);
    for (const { message } of problems) asked.add(message);
    units.push(...disclosures);
    if (reading) ledgers.push(reading.ledger);
  }
  const { aggregate } = await import('@mingsuan/core/aggregate/aggregate');
  const { jurisdictions } = world;
  const agency = { ...(code ? { code } : {}), name, level: 'department' as const };
  const into = { agency, ...(jurisdictions ? { jurisdictions } : {}) };
  const sum = aggregate(units, into);
  for (const { message } of sum.problems) tell(make.problem(message, 'wrong'));
  for (const { revenue, expenditure, eliminated } of sum.transfers)
    tell(make.eliminated(`${revenue}、${expenditure} ${formatAmount(eliminated, '万元')} 万元`));
  const { templateById } = await import('@mingsuan/core/templates/index');
  const template = named ?? templateById(sum.disclosure.template, jurisdictions);
  const given = own === undefined ? undefined : (await soundLedger(own, options.draft === true, world, words)).ledger;
  const { aggregateLedgers, betweenLedgers } = await import('@mingsuan/core/aggregate/ledgers');
  await tellProblems('', betweenLedgers(ledgers), WHOLE, false);
  // Published documents say nothing of last year by themselves: then the department's own ledger speaks alone.
  const ledger = ledgers.length === units.length ? aggregateLedgers(ledgers, agency, given) : given;
  const { withWords } = await import('@mingsuan/core/disclose');
  const { disclosure, problems } = template
    ? withWords(sum.disclosure, ledger, template, jurisdictions)
    : { disclosure: sum.disclosure, problems: [] };
  // What a unit is asked for is lacking in the department for that reason alone.
  const ofDepartment = problems.filter(({ message }) => !asked.has(message));
  await tellProblems('', ofDepartment, WHOLE, false);
  const all = alone ? [disclosure] : [disclosure, ...units];
  const { output, lang } = options;
  const where = { ...(output ? { output } : {}), ...(lang ? { lang } : {}), ...(template ? { template } : {}) };
  const saving = { inputs: [...files, ...(own ? [own] : [])], force };
  await deliver({ source: output ?? name, disclosures: all, problems: [] }, { ...where, saving }, world, words);
  const status = await reportCheck(all, world, words);
  if (open > 0) tell(make.unfinished(open));
  return open > 0 ? 1 : status;
}

type Reading = Pick<LedgerReading, 'faults' | 'originOf' | 'isPartial'>;

/** Of what is no workbook. */
const WHOLE: Reading = { faults: [] };

/** The units of a file: a ledger's, or those of a published document, which also holds the department's own tables. */
async function unitsOf(
  file: string,
  named: Template | undefined,
  draft: boolean,
  world: World,
  words: Messages,
): Promise<{
  disclosures: readonly Disclosure[];
  problems: readonly Problem[];
  reading?: Reading & { readonly ledger: Ledger };
}> {
  const { isLedger } = await import('@mingsuan/documents/ledger/read-ledger');
  if (await isLedger(await load(file, world, words))) {
    const reading = await soundLedger(file, draft, world, words);
    const { ledger } = reading;
    const { discloseLedger } = await import('@mingsuan/core/disclose');
    const { disclosure, problems } = discloseLedger(
      ledger,
      await templateFor(ledger, named, world, words),
      world.jurisdictions,
    );
    return { disclosures: [disclosure], problems, reading };
  }
  const read = (await loadReadings(file, world, words)).flatMap((reading) => reading.disclosures);
  const disclosures = read.filter(({ agency }) => agency.level === 'unit');
  if (disclosures.length === 0) throw new FaultyFile([words.errorLine(file, words.make.noUnits)]);
  return { disclosures, problems: [] };
}
