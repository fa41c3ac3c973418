/** Where the output goes: the screen, a pipe, or a file that appears under its name only when it is whole. */
import { createWriteStream } from 'node:fs';
import { rename, unlink } from 'node:fs/promises';

export interface Output {
  /** False where it can take no more: nobody reads (`| head`), or the disk is full. The rest need not be made. */
  write(content: string | Uint8Array): Promise<boolean>;
  /** @throws the system's error where not everything was written; a reader that went away is none */
  close(): Promise<void>;
}

/** The screen or a pipe. */
export function streamOutput(stream: NodeJS.WritableStream): Output {
  let failure: NodeJS.ErrnoException | undefined;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    failure ??= error;
  });
  return {
    write: async (content) => {
      if (failure) return false;
      if (content.length > 0 && !stream.write(content)) await settled(stream);
      return !failure;
    },
    close: async () => {
      if (!failure) await new Promise<void>((resolve) => stream.write('', () => resolve()));
      if (failure && failure.code !== 'EPIPE' && failure.code !== 'ERR_STREAM_DESTROYED') throw failure;
    },
  };
}

/** @throws the system's error where the file cannot be made */
export async function fileOutput(path: string): Promise<Output> {
  const part = `${path}.part`;
  const stream = createWriteStream(part);
  let failure: Error | undefined;
  stream.on('error', (error) => {
    failure ??= error;
  });
  await new Promise<void>((resolve, reject) => stream.once('open', () => resolve()).once('error', reject));
  return {
    write: async (content) => {
      if (failure) return false;
      if (!stream.write(content)) await settled(stream);
      return !failure;
    },
    close: async () => {
      await new Promise<void>((resolve) => stream.end(() => resolve()));
      if (!failure) return rename(part, path);
      await unlink(part).catch(() => {});
      throw failure;
    },
  };
}

/** Waits until the stream takes more, or never will. */
function settled(stream: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve) => {
    const settle = (): void => {
      stream.off('drain', settle).off('close', settle).off('error', settle);
      resolve();
    };
    stream.on('drain', settle).on('close', settle).on('error', settle);
  });
}
