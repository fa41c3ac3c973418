/** A file's bytes, with every way it can fail told as an `UnreadableInput`. Its size is looked at before it is loaded. */
import { type FileHandle, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathBeside, pictureSources, withPicturesBeside } from '@mingsuan/documents/html/pictures-beside';
import { checkSize, MAX_PDF_BYTES } from '@mingsuan/documents/input/limits';
import { membersOf } from '@mingsuan/documents/input/members';
import { sniffSignature } from '@mingsuan/documents/input/sniff';
import { unlock } from '@mingsuan/documents/protected/unlock';
import { UnreadableInput } from '@mingsuan/documents/unreadable';
import type { Job } from '../work/job.ts';

const HEAD = 4096;

/** What a job is about, opened with its password: its file, or what came over standard input. */
export async function bytesOf({ bytes, path, source, member, password }: Job): Promise<Uint8Array> {
  const whole = bytes ?? (await loadWithPictures(path ?? source));
  const own = member === undefined ? whole : (await membersOf(whole, member))?.[0]?.bytes;
  return unlock(own ?? whole, password);
}

/** A file's bytes; a saved web page's with the pictures that were saved beside it. */
async function loadWithPictures(path: string): Promise<Uint8Array> {
  const page = await loadFile(path);
  if (!/\.html?$/i.test(path)) return page;
  const pictures = new Map<string, Uint8Array>();
  for (const source of pictureSources(page)) {
    const beside = pathBeside(source);
    // A picture that cannot be had is told by the page's reader.
    const bytes = beside === undefined ? undefined : await loadFile(join(dirname(path), beside)).catch(() => undefined);
    if (bytes) pictures.set(source, bytes);
  }
  return withPicturesBeside(page, pictures);
}

/** A file’s bytes. @throws UnreadableInput with the reason, in one sentence */
export async function loadFile(path: string): Promise<Uint8Array> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, 'r');
    const stat = await file.stat();
    if (stat.isDirectory()) throw new UnreadableInput('unsupported', '这是一个文件夹，请给出其中的文件。');
    if (!stat.isFile()) return await loadStream(file.createReadStream({ autoClose: false }));
    const head = new Uint8Array(Math.min(HEAD, stat.size));
    await file.read(head, 0, head.length, 0);
    checkSize(sniffSignature(head), stat.size);
    return await file.readFile();
  } catch (error) {
    throw error instanceof UnreadableInput ? error : unreadableOf(error);
  } finally {
    await file?.close();
  }
}

/** Standard input, or any other stream, up to the size that any kind may have. */
export async function loadStream(stream: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    chunks.push(bytes);
    size += bytes.length;
    if (size > MAX_PDF_BYTES) checkSize(sniffSignature(chunks[0] ?? bytes), size);
  }
  return Buffer.concat(chunks);
}

/** A failure of the file system, as the user should hear it. */
export function unreadableOf(error: unknown): UnreadableInput {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new UnreadableInput('missing', '没有这个文件，请检查文件名和路径。', { cause: error });
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new UnreadableInput('no-permission', '没有读取它的权限，请检查文件的权限，或换有权限的账户运行。', {
      cause: error,
    });
  }
  return new UnreadableInput('internal', `系统读不出这个文件（${code ?? String(error)}），请检查磁盘和网络后重试。`, {
    cause: error,
  });
}
