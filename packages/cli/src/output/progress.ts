/** A progress bar on stderr for more than a few files, and only where a person looks at it. */
import type { OutputStream } from '../world.ts';

const FEWEST = 4;

export interface Progress {
  step(): void;
  /** Clears the bar's line, before other output takes it. */
  clear(): void;
  stop(): void;
}

const NONE: Progress = { step: () => {}, clear: () => {}, stop: () => {} };

/** A bar for `total` steps; one that shows nothing where nobody would see it. */
export async function startProgress(
  stderr: OutputStream,
  total: number,
  format: string,
  quiet: boolean,
): Promise<Progress> {
  if (quiet || total < FEWEST || !stderr.isTTY) return NONE;
  const { default: cliProgress } = await import('cli-progress');
  const bar = new cliProgress.SingleBar(
    { format, stream: stderr, clearOnComplete: true, forceRedraw: true, hideCursor: true, barsize: 30 },
    cliProgress.Presets.shades_classic,
  );
  bar.start(total, 0);
  return {
    step: () => bar.increment(),
    clear: () => stderr.write('\r\x1b[K'),
    stop: () => bar.stop(),
  };
}
