/** The options of `read` and `check` as given, checked and filled in. Wrong usage is a value with its sentence. */
import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { LANGUAGES, type Language } from '@mingsuan/core/language';
import type { Messages } from './messages/messages.ts';
import { type Command, FORMATS, type Format, isReport, STREAM_FORMATS, type Style } from './work/job.ts';
import type { World } from './world.ts';

/** As commander hands them over. */
export interface RawOptions {
  readonly format?: string;
  readonly output?: string;
  readonly lang?: string;
  readonly jobs?: string;
  readonly timeout?: string;
  readonly quiet?: boolean;
  readonly password?: string;
  readonly passwordFile?: string;
  readonly color?: boolean;
  /** Of `check`. */
  readonly rules?: string;
  /** Of `check`; false with --no-dismissals. */
  readonly dismissals?: string | false;
  readonly jurisdictions?: readonly string[];
}

export interface Options {
  readonly format: Format;
  readonly output: string | undefined;
  readonly style: Style;
  readonly jobs: number;
  readonly timeoutMs: number;
  readonly quiet: boolean;
}

export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What to tell where a file could not be written: its name and the system’s code. */
export function cannotWrite(file: string, error: unknown, words: Messages): UsageError {
  return new UsageError(words.usage.cannotWrite(file, (error as NodeJS.ErrnoException).code ?? String(error)));
}

const DEFAULT_TIMEOUT = 120;
const DEFAULT_WIDTH = 100;
const BY_EXTENSION: Readonly<Record<string, Format>> = {
  '.json': 'json',
  '.csv': 'csv',
  '.sarif': 'sarif',
  '.txt': 'pretty',
  '.xlsx': 'xlsx',
  '.pdf': 'pdf',
  '.html': 'html',
  '.htm': 'html',
};

/** @throws UsageError with the sentence for the user */
export function settle(command: Command, raw: RawOptions, world: World, words: Messages): Options {
  const toTerminal = raw.output === undefined && world.stdout.isTTY === true;
  const byOutput = raw.output === undefined ? undefined : BY_EXTENSION[extname(raw.output).toLowerCase()];
  const format = raw.format ?? byOutput ?? (toTerminal ? 'pretty' : 'json');
  const formats = command === 'check' ? FORMATS : STREAM_FORMATS;
  if (!isOneOf<Format>(formats, format)) throw new UsageError(words.usage.badChoice('--format', format, formats));
  if (toTerminal && isReport(format) && format !== 'html') throw new UsageError(words.usage.binaryOnScreen(format));
  return {
    format,
    output: raw.output,
    style: {
      lang: languageOf(raw.lang, words),
      color: toTerminal && raw.color !== false && !world.env.NO_COLOR && world.env.TERM !== 'dumb',
      width: (toTerminal ? world.stdout.columns : undefined) ?? DEFAULT_WIDTH,
    },
    jobs: raw.jobs === undefined ? availableParallelism() : positive('--jobs', raw.jobs, words),
    timeoutMs: 1000 * (raw.timeout === undefined ? DEFAULT_TIMEOUT : positive('--timeout', raw.timeout, words)),
    quiet: raw.quiet === true,
  };
}

function languageOf(value: string | undefined, words: Messages): Language {
  if (value === undefined) return 'zh';
  if (!isOneOf(LANGUAGES, value)) throw new UsageError(words.usage.badChoice('--lang', value, LANGUAGES));
  return value;
}

/** The language has to be known before the options are parsed, for the help and the mistakes are written in it. */
export function languageIn(argv: readonly string[]): Language {
  const at = argv.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const value = argv[at]?.split('=')[1] ?? argv[at + 1];
  return at >= 0 && value === 'en' ? 'en' : 'zh';
}

function positive(option: string, value: string, words: Messages): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new UsageError(words.usage.badNumber(option, value));
  return Math.min(number, 1_000_000);
}

function isOneOf<T extends string>(values: readonly T[], value: string): value is T {
  return (values as readonly string[]).includes(value);
}
