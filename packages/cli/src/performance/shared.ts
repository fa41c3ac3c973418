/** What the commands of performance share: the profile, the month, the workbook of execution, and the papers that they write. */
import type { Disclosure } from '@mingsuan/core/disclosure';
import { bundled } from '@mingsuan/core/jurisdictions/index';
import { profileById, profileFor } from '@mingsuan/core/performance/choose-profile';
import type { ExecutionReading } from '@mingsuan/core/performance/execution-sheets';
import type { PerformanceProfile } from '@mingsuan/core/performance/profile';
import { deliver, formatOf } from '../make/documents.ts';
import { load, loadReadings, type Saving, save, told } from '../make/files.ts';
import type { Messages } from '../messages/messages.ts';
import { UsageError } from '../options.ts';
import { FaultyFile } from '../settings/user-file.ts';
import type { World } from '../world.ts';

/** The named profile, or that of the document's place and year. @throws UsageError */
export function profileOf(
  id: string | undefined,
  { region, year }: Pick<Disclosure, 'region' | 'year'>,
  { jurisdictions = bundled() }: World,
  { performance }: Messages,
): PerformanceProfile {
  const ids = jurisdictions.all.flatMap((each) => each.performance.map((profile) => profile.id));
  if (id !== undefined) {
    const named = profileById(id, jurisdictions);
    if (!named) throw new UsageError(performance.unknownProfile(id, ids));
    return named;
  }
  const found = year === undefined ? undefined : profileFor(region?.code, year, jurisdictions);
  if (!found) throw new UsageError(performance.noProfile(ids));
  return found;
}

/** @throws UsageError where it is no month */
export function monthOf(text: string, { performance }: Messages): number {
  const month = Number(text);
  if (!Number.isInteger(month) || month < 1 || month > 12) throw new UsageError(performance.badMonth(text));
  return month;
}

/** The only disclosure with forms or targets of a file. @throws FaultyFile where there is none */
export async function disclosureWith(
  file: string,
  holds: (disclosure: Disclosure) => boolean,
  world: World,
  words: Messages,
): Promise<Disclosure> {
  const disclosures = (await loadReadings(file, world, words)).flatMap((reading) => reading.disclosures);
  const found = disclosures.filter(holds);
  if (found.length > 1)
    throw new FaultyFile([
      words.errorLine(
        file,
        words.make.whichAgency(
          file,
          found.map(({ agency }) => agency.name),
        ),
      ),
    ]);
  if (!found[0]) throw new FaultyFile([words.performance.noTargets(file)]);
  return found[0];
}

/** Reads a workbook of execution and tells every bad cell. @returns how many there were */
export async function loadExecution(
  file: string,
  world: World,
  words: Messages,
): Promise<ExecutionReading & { readonly bad: number }> {
  const bytes = await load(file, world, words);
  const { readSheetTexts } = await import('@mingsuan/documents/ledger/read-ledger');
  const { executionOf } = await import('@mingsuan/core/performance/execution-sheets');
  const reading = executionOf(await told(file, words, () => readSheetTexts(bytes)));
  for (const { message, origin } of reading.faults) world.stderr.write(`${words.make.fault(file, origin, message)}\n`);
  return { ...reading, bad: reading.faults.length };
}

export interface Paper {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly disclosure: Disclosure;
}

/** Writes a paper in the format of the file's name; JSON holds the forms alone, as `read` prints them. */
export async function writePaper(
  paper: Paper,
  output: string,
  saving: Saving,
  world: World,
  words: Messages,
): Promise<void> {
  const format = formatOf(output, words);
  if (format === 'json') {
    await deliver({ source: output, disclosures: [paper.disclosure], problems: [] }, { output, saving }, world, words);
    return;
  }
  const { paperLayout } = await import('@mingsuan/documents/compose/performance');
  const { writeLayout } = await import('@mingsuan/documents/write');
  const names = { title: paper.title, author: paper.disclosure.agency.name };
  await save(output, await writeLayout(paperLayout(paper, world.jurisdictions), format, names), saving, world, words);
  world.stderr.write(`${words.make.made(output)}\n`);
}

/** Whose paper it is and of when, as its title begins. */
export const titled = ({ agency, year }: Disclosure, what: string): string =>
  `${agency.name}${year ? `${year}年度` : ''}${what}`;

/** A disclosure that holds forms and nothing else of its document. */
export const formsOnly = (disclosure: Disclosure, tables: Disclosure['tables']): Disclosure => {
  const { agency, region, year, stage } = disclosure;
  return {
    agency,
    ...(region ? { region } : {}),
    ...(year === undefined ? {} : { year }),
    stage,
    template: disclosure.template,
    statements: [],
    tables,
    contents: [],
    explanation: [],
  };
};

/** Pretty on a terminal, JSON elsewhere, unless said otherwise. @throws UsageError */
export function isPretty(format: string | undefined, world: World, words: Messages): boolean {
  if (format === undefined) return world.stdout.isTTY === true;
  if (format === 'pretty' || format === 'json') return format === 'pretty';
  throw new UsageError(words.usage.badChoice('--format', format, ['pretty', 'json']));
}
