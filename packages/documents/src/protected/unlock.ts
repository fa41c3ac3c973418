/**
 * Protected bytes → bytes that every reader, picture and report takes as they are. The password is used here and kept
 * nowhere: what is handed on needs none.
 */
import { sniffSignature } from '../input/sniff.ts';
import { damaged } from '../office/zip.ts';
import { UnreadableInput } from '../unreadable.ts';
import { locked, unknownProtection } from './wrong.ts';

/** What Excel encrypts with where only a workbook's structure is protected, and opens without asking. */
const DEFAULT_PASSWORD = 'VelvetSweatshop';

/** The same bytes where nothing is locked. @throws UnreadableInput `encrypted` where the password is missing or wrong */
export async function unlock(bytes: Uint8Array, password?: string): Promise<Uint8Array> {
  const kind = sniffSignature(bytes);
  try {
    switch (kind) {
      case 'encrypted-office':
        return await unlockPackage(bytes, password);
      case 'xls':
        return await unlockXls(bytes, password);
      case 'doc':
        return await unlockDoc(bytes, password);
      case 'pdf':
        return await unlockPdf(bytes, password);
      case 'odt':
      case 'ods':
        return await unlockOdf(bytes, password);
      default:
        return bytes;
    }
  } catch (cause) {
    throw cause instanceof UnreadableInput || cause instanceof WebAssembly.RuntimeError ? cause : damaged(cause);
  }
}

/** What the password opens, or what Excel's own does. */
function tried<T>(password: string | undefined, open: (password: string) => T | undefined): T {
  for (const each of password === undefined ? [DEFAULT_PASSWORD] : [password, DEFAULT_PASSWORD]) {
    const opened = open(each);
    if (opened) return opened;
  }
  throw locked(password);
}

async function unlockPackage(bytes: Uint8Array, password: string | undefined): Promise<Uint8Array> {
  const [{ oleStreams }, { decryptPackage }] = await Promise.all([import('./ole.ts'), import('./ooxml.ts')]);
  try {
    const streams = oleStreams(bytes);
    return tried(password, (each) => decryptPackage(streams, each));
  } catch (cause) {
    throw cause instanceof UnreadableInput && cause.code === 'encrypted' ? cause : unknownProtection(cause);
  }
}

async function unlockXls(bytes: Uint8Array, password: string | undefined): Promise<Uint8Array> {
  const [{ oleStreams }, { decryptWorkbook, filePassOf }] = await Promise.all([import('./ole.ts'), import('./xls.ts')]);
  const isBare = bytes[0] === 0x09;
  const stream = isBare ? Buffer.from(bytes) : workbookOf(oleStreams(bytes));
  if (!stream || !filePassOf(stream)) return bytes;
  return tried(password, (each) => decryptWorkbook(stream, each));
}

const workbookOf = (streams: ReadonlyMap<string, Buffer>): Buffer | undefined =>
  streams.get('Workbook') ?? streams.get('Book');

async function unlockDoc(bytes: Uint8Array, password: string | undefined): Promise<Uint8Array> {
  const [{ oleFile, oleStreams }, { decryptDoc, isProtectedDoc }] = await Promise.all([
    import('./ole.ts'),
    import('./doc.ts'),
  ]);
  const streams = oleStreams(bytes);
  if (!isProtectedDoc(streams.get('WordDocument'))) return bytes;
  return oleFile(tried(password, (each) => decryptDoc(streams, each)));
}

/** Without a password the reader itself tells: one that only restricts changes opens. */
async function unlockPdf(bytes: Uint8Array, password: string | undefined): Promise<Uint8Array> {
  if (password === undefined) return bytes;
  const { decryptPdf } = await import('./pdf.ts');
  const opened = await decryptPdf(bytes, password);
  if (opened) return opened;
  // A damaged file is told by its reader.
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('/Encrypt')) throw locked(password);
  return bytes;
}

async function unlockOdf(bytes: Uint8Array, password: string | undefined): Promise<Uint8Array> {
  const { decryptOdf, isProtectedOdf } = await import('./odf.ts');
  if (!isProtectedOdf(bytes)) return bytes;
  const opened = password === undefined ? undefined : await decryptOdf(bytes, password);
  if (!opened) throw locked(password);
  return opened;
}
