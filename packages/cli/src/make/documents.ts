/** Documents that were made: written in the format of a file's name, or shown. */
import { extname } from 'node:path';
import type { Disclosure, DocumentReading } from '@mingsuan/core/disclosure';
import type { Template } from '@mingsuan/core/templates/index';
import { WRITE_FORMATS, type WriteFormat } from '@mingsuan/documents/write-formats';
import type { Messages } from '../messages/messages.ts';
import { type RawOptions, settle, UsageError } from '../options.ts';
import { streamOutput } from '../output/output.ts';
import { NO_COUNTS } from '../work/job.ts';
import type { World } from '../world.ts';
import { type Saving, save, told } from './files.ts';

export type OutputFormat = WriteFormat | 'json';

/** @throws UsageError where a file's name says no format that is written */
export function formatOf(file: string, words: Messages): OutputFormat {
  const formats: readonly OutputFormat[] = [...WRITE_FORMATS, 'json'];
  const extension = extname(file).slice(1).toLowerCase();
  const format = formats.find((each) => each === extension);
  if (format) return format;
  throw new UsageError(
    words.usage.badChoice(
      '--output',
      file,
      formats.map((each) => `*.${each}`),
    ),
  );
}

/** Writes to `output`, or shows on the screen: a report on a terminal, JSON in a pipe. */
export async function deliver(
  reading: DocumentReading,
  {
    output,
    template,
    lang,
    saving,
  }: { readonly output?: string; readonly template?: Template; readonly lang?: string; readonly saving: Saving },
  world: World,
  words: Messages,
): Promise<void> {
  if (output === undefined) return show(reading, lang === undefined ? {} : { lang }, world, words);
  const format = formatOf(output, words);
  const bytes = await told(output, words, () => bytesOf(reading, format, world, template));
  await save(output, bytes, saving, world, words);
  world.stderr.write(`${words.make.made(output)}\n`);
}

async function bytesOf(
  reading: DocumentReading,
  format: OutputFormat,
  { jurisdictions }: World,
  template?: Template,
): Promise<Uint8Array> {
  if (format === 'json') return new TextEncoder().encode(await jsonOf(reading));
  const { writeDocument } = await import('@mingsuan/documents/write');
  return writeDocument(reading.disclosures, format, template, jurisdictions);
}

async function show(reading: DocumentReading, raw: RawOptions, world: World, words: Messages): Promise<void> {
  const { format, style } = settle('read', raw, world, words);
  const output = streamOutput(world.stdout);
  if (format === 'json') await output.write(await jsonOf(reading));
  else await output.write((await import('../format/pretty-read.ts')).prettyReadings(style).document(reading));
  await output.close();
}

async function jsonOf(reading: DocumentReading): Promise<string> {
  const { open, document, close } = (await import('../format/json.ts')).jsonOfReadings;
  return open + document(reading) + close({ files: 1, counts: NO_COUNTS, rules: [], unreadable: [] });
}

/** Checks what was made and says how it went. Exit status 1 with errors. */
export async function reportCheck(disclosures: readonly Disclosure[], world: World, words: Messages): Promise<number> {
  const { checkDisclosures } = await import('@mingsuan/core/check');
  const { findings } = checkDisclosures(disclosures, world.jurisdictions ? { jurisdictions: world.jurisdictions } : {});
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  world.stderr.write(`${words.make.checked(count('error'), count('warning'))}\n`);
  return count('error') > 0 ? 1 : 0;
}
