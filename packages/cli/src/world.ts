/** What a run touches of the outside: the streams, the folder it stands in, the environment and the clock. Tests pass their own. */
import type { Jurisdictions } from '@mingsuan/core/jurisdictions/index';
import type { Execute } from './work/job.ts';

export interface OutputStream extends NodeJS.WritableStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export interface InputStream extends AsyncIterable<Uint8Array | string> {
  readonly isTTY?: boolean;
}

export interface World {
  readonly stdin: InputStream;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  /** How the files are worked through; the pool of worker threads where absent. */
  readonly execute?: Execute;
  /** The places that are known, once a command has loaded the user's own (`knowing`). */
  readonly jurisdictions?: Jurisdictions;
}
