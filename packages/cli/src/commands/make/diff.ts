import { extname } from 'node:path';
import type { DiffLine } from '@mingsuan/core/diff/lines';
import type { Disclosure } from '@mingsuan/core/disclosure';
import { kindOf } from '@mingsuan/core/model/document-kinds';
import { WRITE_FORMATS, type WriteFormat } from '@mingsuan/documents/write-formats';
import type { Command } from 'commander';
import { loadReadings, save } from '../../make/files.ts';
import type { Messages } from '../../messages/messages.ts';
import { UsageError } from '../../options.ts';
import { addJurisdictions, type JurisdictionOptions, knowing } from '../../settings/jurisdictions.ts';
import { FaultyFile } from '../../settings/user-file.ts';
import type { World } from '../../world.ts';

interface DiffOptions {
  readonly format?: string;
  readonly output?: string;
  readonly sort?: boolean;
  readonly all?: boolean;
  readonly force?: boolean;
}

/** `mingsuan diff` */
export function addDiff(program: Command, world: World, words: Messages, finish: (status: number) => void): void {
  const { help } = words.make;
  addJurisdictions(program.command('diff'), words)
    .description(help.diff)
    .argument('[documents...]', help.documentFile)
    .option('-f, --format <format>', help.diffFormat)
    .option('-o, --output <file>', help.diffOut)
    .option('--sort', help.sort)
    .option('--all', help.all)
    .option('--force', help.force)
    .option('--lang <lang>', words.help.lang)
    .helpOption('-h, --help', words.help.help)
    .addHelpText('after', help.diffExamples)
    .action(async (files: string[], _: unknown, command: Command) => {
      const options = command.optsWithGlobals<DiffOptions & JurisdictionOptions>();
      finish(await diff(files, options, await knowing(options, world), words));
    });
}

const TEXTS = ['pretty', 'csv', 'json'] as const;

async function diff(
  files: readonly string[],
  { format: given, output, sort = false, all = false, force = false }: DiffOptions,
  world: World,
  words: Messages,
): Promise<number> {
  const [first, second, ...more] = files;
  if (first === undefined || second === undefined || more.length > 0) throw new UsageError(words.make.twoFiles);
  const formats = [...TEXTS, ...WRITE_FORMATS];
  const byName = output === undefined ? undefined : extname(output).slice(1).toLowerCase();
  const format = given ?? byName ?? (world.stdout.isTTY ? 'pretty' : 'json');
  if (!(formats as readonly string[]).includes(format))
    throw new UsageError(words.usage.badChoice('--format', format, formats));
  if (output === undefined && !(TEXTS as readonly string[]).includes(format))
    throw new UsageError(words.make.noOutput('diff'));
  const [a, b] = await pairOf(await disclosuresOf(first, world, words), await disclosuresOf(second, world, words));
  const { diffDisclosures } = await import('@mingsuan/core/diff/diff');
  const { byAmount, diffLines } = await import('@mingsuan/core/diff/lines');
  const { comparable, isSameAgency, onlyIn, staleSentences, toldOnce } = await import('@mingsuan/core/diff/story');
  const isData = format === 'json' || format === 'csv';
  const every = diffLines(diffDisclosures(a, b), all);
  // Data has every cell; people are told each item once.
  const found = isData || all ? every : toldOnce(comparable(every, a, b));
  const lines = sort ? byAmount(found) : found;
  const { comparisonTitle, toldOf } = await import('@mingsuan/core/diff/told');
  const titles = { before: titleOf(a), after: titleOf(b) };
  const heading = { ...titles, title: comparisonTitle(a, b), told: isData ? [] : toldOf(a, b) };
  if (!isSameAgency(a, b)) world.stderr.write(`${words.make.otherAgency(titles.before, titles.after)}\n`);
  const { formById } = await import('@mingsuan/core/forms/index');
  const formNameOf = (form: string) => formById(form as never).name;
  for (const side of ['before', 'after'] as const) {
    const forms = onlyIn(a, b).flatMap((each) => (each.side === side ? [formNameOf(each.form)] : []));
    if (forms.length > 0) world.stderr.write(`${words.make.notBoth(forms.join('、'), titles[side])}\n`);
  }
  for (const sentence of staleSentences(a, b)) world.stderr.write(`${words.make.stale(sentence)}\n`);
  const bytes = await written(lines, heading, format, sort);
  if (output === undefined) world.stdout.write(bytes);
  else {
    const encoded = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
    await save(output, encoded, { inputs: files, force }, world, words);
    world.stderr.write(`${words.make.made(output)}\n`);
  }
  return 0;
}

async function written(
  lines: readonly DiffLine[],
  { title, told, ...titles }: { title: string; told: readonly string[]; before: string; after: string },
  format: string,
  sorted: boolean,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'pretty':
      return (await import('../../make/diff-text.ts')).prettyOf(lines, { ...titles, title, told });
    case 'csv':
      return (await import('../../make/diff-text.ts')).csvOf(lines);
    case 'json':
      return `${JSON.stringify({ ...titles, lines }, null, 1)}\n`;
    default: {
      const { diffLayout } = await import('@mingsuan/documents/compose/diff');
      const { writeLayout } = await import('@mingsuan/documents/write');
      const layout = diffLayout(lines, { ...titles, title, told }, sorted);
      return writeLayout(layout, format as WriteFormat, { title, author: '' });
    }
  }
}

async function disclosuresOf(file: string, world: World, words: Messages): Promise<readonly Disclosure[]> {
  const disclosures = (await loadReadings(file, world, words)).flatMap((reading) => reading.disclosures);
  if (disclosures.length === 0) throw new FaultyFile([words.errorLine(file, words.make.noDisclosure)]);
  return disclosures;
}

/** The first of one file and the same agency's of the other; the firsts of both where no agency is in both. */
async function pairOf(
  before: readonly Disclosure[],
  after: readonly Disclosure[],
): Promise<readonly [Disclosure, Disclosure]> {
  const same = (a: Disclosure, b: Disclosure) => a.agency.name === b.agency.name && a.agency.level === b.agency.level;
  for (const a of before) {
    const b = after.find((other) => same(a, other));
    if (b) return [a, b];
  }
  return [before[0]!, after[0]!];
}

const titleOf = ({ year, stage, agency }: Disclosure): string =>
  `${agency.name}${year ? `${year}年` : ''}${agency.level === 'unit' ? '单位' : '部门'}${kindOf(stage).name}`;
