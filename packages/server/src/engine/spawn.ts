/**
 * Starts a working process that reads strangers' files: with a limit on its heap, without this process' environment (its
 * passwords), and, when built, without any right to write, to start programs or to read beyond the program's own files and the jurisdictions'.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';
import { VARIABLES } from '../config.ts';
import { confinement } from './confinement.ts';

/** Of the limit, for what the heap is not: the file, PDFium, pictures. */
const HEAP_SHARE = 0.6;

export type Spawn = () => ChildProcess;

const isFromSources = import.meta.url.endsWith('.ts');
const BUILT = fileURLToPath(new URL(isFromSources ? '../../dist/child.js' : './child.js', import.meta.url));
/** What runs from its sources (tests, development) is built first: then loading them, which takes seconds, is spared. */
const ENTRY = isFromSources && !existsSync(BUILT) ? fileURLToPath(new URL('./child.ts', import.meta.url)) : BUILT;

interface ChildOptions {
  readonly memoryMb: number;
  /** Absolute paths of folders of jurisdictions, which it loads by itself. */
  readonly jurisdictions: readonly string[];
  /** The working program, built or as a source. */
  readonly entry?: string;
  /** Whether it writes documents of ours, and reads no stranger's file. */
  readonly isWriter?: boolean;
}

/** A working process, ready for its first task when it says so. */
export function spawnChild({ memoryMb, jurisdictions, entry = ENTRY, isWriter = false }: ChildOptions): ChildProcess {
  const heap = `--max-old-space-size=${Math.round(memoryMb * HEAP_SHARE)}`;
  const isSource = entry.endsWith('.ts');
  return fork(entry, [], {
    execArgv: [
      heap,
      ...(isSource ? ['--import', import.meta.resolve('tsx')] : confinement(entry, jurisdictions, isWriter)),
    ],
    env: { ...environment(), [VARIABLES.jurisdictions.name]: jurisdictions.join(delimiter) },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

/** Windows cannot start anything without these. */
function environment(): NodeJS.ProcessEnv {
  const kept = ['SystemRoot', 'TEMP', 'TMP', 'TMPDIR', 'PATH'];
  return Object.fromEntries(kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}
