/** What holds several files (a zip, an e-mail, a web page saved as one file) → the documents in it, as a folder holds them. */

import { unspaced } from '@mingsuan/core/text/fold';
import { type UnzipFileInfo, unzipSync } from 'fflate';
import type { Attachment } from 'postal-mime';
import { pathBeside, pictureSources, withPicturesBeside } from '../html/pictures-beside.ts';
import { damaged } from '../office/zip.ts';
import { UnreadableInput } from '../unreadable.ts';
import { decodeText } from './decode.ts';
import { isSought, kindsByName } from './kinds.ts';
import { sniffSignature } from './sniff.ts';

export interface Member {
  /** Its path in what holds it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

const MEGABYTE = 1024 * 1024;
/** Documents in one file, and what they unpack to together. */
const MOST_MEMBERS = 500;
const MOST_BYTES = 400 * MEGABYTE;
const HEAD = 4096;

/** Extensions of what is opened as a folder. */
export const CONTAINER_EXTENSIONS: readonly string[] = ['zip', 'eml', 'mht', 'mhtml'];

const HEADER_FIRST = /^[A-Za-z][A-Za-z-]*:[ \t]/;
const MIME = /^MIME-Version:/im;
const MAIL = /^(?:From|Subject|Date|Received|Content-Type):/im;

/** Whether the bytes are opened as a folder: told by their content. */
export function isContainer(bytes: Uint8Array): boolean {
  if (sniffSignature(bytes) === 'zip') return true;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(HEAD, bytes.length)).toString('latin1');
  return HEADER_FIRST.test(head) && MIME.test(head) && MAIL.test(head);
}

/**
 * The documents within, in the order of their names; undefined where the bytes are no container. `wanted` chooses one.
 * @throws UnreadableInput where it cannot be opened or has no document
 */
export async function membersOf(bytes: Uint8Array, wanted?: string): Promise<readonly Member[] | undefined> {
  if (!isContainer(bytes)) return undefined;
  const all = sniffSignature(bytes) === 'zip' ? zipMembers(bytes, wanted) : await mailMembers(bytes);
  const found = all.filter(({ name }) => wanted === undefined || name === wanted).sort(byName);
  if (found.length === 0)
    throw new UnreadableInput(
      'empty',
      '压缩包或邮件里没有可以读取的文件（PDF、Word、Excel、OFD、网页、文本），请检查内容。',
    );
  return found;
}

const byName = (a: Member, b: Member): number => (a.name < b.name ? -1 : 1);

/** Documents by name; what programs leave beside them, lock files and hidden files are none. */
const isDocument = (name: string): boolean =>
  kindsByName(name).some(isSought) && !/(?:^|[\\/])(?:__MACOSX[\\/]|\.|~\$)/.test(name);

function zipMembers(bytes: Uint8Array, wanted: string | undefined): Member[] {
  if (hasEncrypted(bytes, (name) => isDocument(pathOf(name))))
    throw new UnreadableInput('encrypted', '压缩包加了密码，打不开；请解压后再读里面的文件。');
  let total = 0;
  let count = 0;
  const filter = ({ name, originalSize }: UnzipFileInfo): boolean => {
    const path = pathOf(name);
    if (name.endsWith('/') || !isDocument(path) || (wanted !== undefined && path !== wanted)) return false;
    total += originalSize;
    count += 1;
    if (total > MOST_BYTES || count > MOST_MEMBERS) throw tooMuch();
    return true;
  };
  try {
    const members = Object.entries(unzipSync(bytes, { filter })).map(([name, content]) => ({
      name: pathOf(name),
      bytes: content,
    }));
    return members.map((member) => (isPage(member.name) ? withPictures(member, bytes) : member));
  } catch (cause) {
    throw cause instanceof UnreadableInput ? cause : damaged(cause);
  }
}

const ENTRY = 0x02014b50;
const END = 0x06054b50;
const END_LENGTH = 22;

/** Whether a document of the zip is encrypted: each entry has its own flag, in the directory at the end. */
function hasEncrypted(bytes: Uint8Array, isWanted: (name: string) => boolean): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let end = bytes.length - END_LENGTH;
  while (end >= 0 && end >= bytes.length - END_LENGTH - 0xffff && view.getUint32(end, true) !== END) end -= 1;
  if (end < 0 || view.getUint32(end, true) !== END) return ((bytes[6] ?? 0) & 1) === 1;
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return false;
    const name = Buffer.from(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true))).toString('latin1');
    if ((view.getUint16(at + 8, true) & 1) === 1 && isWanted(name)) return true;
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return false;
}

const isPage = (name: string): boolean => /\.html?$/i.test(name);

/** A saved page with the pictures of its folder: those alone that it shows. */
function withPictures({ name, bytes: page }: Member, archive: Uint8Array): Member {
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  const sources = new Map(
    pictureSources(page).flatMap((source) => {
      const path = pathBeside(source);
      return path === undefined ? [] : [[folder + path, source] as const];
    }),
  );
  if (sources.size === 0) return { name, bytes: page };
  let total = 0;
  const filter = ({ name: entry, originalSize }: UnzipFileInfo): boolean => {
    if (!sources.has(pathOf(entry)) || total + originalSize > MOST_BYTES) return false;
    total += originalSize;
    return true;
  };
  const pictures = Object.entries(unzipSync(archive, { filter }));
  const held = new Map(pictures.map(([entry, content]) => [sources.get(pathOf(entry))!, content]));
  return { name, bytes: withPicturesBeside(page, held) };
}

/** Programs that do not write UTF-8 write GBK, and say neither; some write `\`. */
function pathOf(name: string): string {
  const isBytes = [...name].every((character) => character.charCodeAt(0) < 256);
  const path = isBytes ? (decodeText(Buffer.from(name, 'latin1'))?.text ?? name) : name;
  return path.replaceAll('\\', '/');
}

/** Documents that are attached; where there are none, what the message says itself. */
async function mailMembers(bytes: Uint8Array): Promise<Member[]> {
  const { default: PostalMime } = await import('postal-mime');
  const mail = await PostalMime.parse(bytes, { attachmentEncoding: 'arraybuffer' }).catch((cause: unknown) => {
    throw damaged(cause);
  });
  const attached = mail.attachments.flatMap(({ filename, content }, i): Member[] => {
    const name = filename ?? `附件${i + 1}`;
    const isOne = isDocument(name) || kindsByName(name).length === 0;
    return isOne ? [{ name, bytes: bytesOf(content) }] : [];
  });
  if (attached.length > MOST_MEMBERS) throw tooMuch();
  const documents = attached.filter((member) => isDocument(member.name) || isKnown(member.bytes));
  if (documents.length > 0) return documents;
  const body = mail.html ?? mail.text ?? '';
  if (body.trim() === '') return [];
  if (!mail.html) return [{ name: '正文.txt', bytes: bytesOf(body) }];
  return [{ name: '正文.html', bytes: withPicturesBeside(bytesOf(body), partsOf(bytes, mail.attachments)) }];
}

const IMAGE_PART = /^Content-Type:[ \t]*image\//im;
const LOCATION = /^Content-Location:[ \t]*(\S+(?:\r?\n[ \t]+\S+)*)/im;

/** The pictures of a page saved as one file, by the names that the page calls them by. */
function partsOf(whole: Uint8Array, attachments: readonly Attachment[]): ReadonlyMap<string, Uint8Array> {
  const images = attachments.filter(({ mimeType }) => mimeType.startsWith('image/'));
  // The parser keeps the parts' order, and leaves out where they came from.
  const heads = Buffer.from(whole.buffer, whole.byteOffset, whole.length)
    .toString('latin1')
    .split(/\r?\n--[^\r\n]+\r?\n/)
    .map((part) => part.split(/\r?\n\r?\n/, 1)[0]!)
    .filter((head) => IMAGE_PART.test(head));
  return new Map(
    images.flatMap(({ contentId, content }, i) => {
      const location =
        heads.length === images.length ? unspaced(LOCATION.exec(heads[i]!)?.[1] ?? '') || undefined : undefined;
      const names = [location, contentId === undefined ? undefined : `cid:${contentId.replace(/^<|>$/g, '')}`];
      return names.flatMap((name) => (name === undefined ? [] : [[name, bytesOf(content)] as const]));
    }),
  );
}

/** Whether what is attached without a telling name is a document, or holds some: a message that was passed on. */
const isKnown = (bytes: Uint8Array): boolean => {
  if (isContainer(bytes)) return true;
  const kind = sniffSignature(bytes);
  return kind !== undefined && isSought(kind);
};

const bytesOf = (content: ArrayBuffer | Uint8Array | string): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);

const tooMuch = (): UnreadableInput =>
  new UnreadableInput(
    'too-large',
    `压缩包或邮件里的文件超过 ${MOST_MEMBERS} 个或 ${MOST_BYTES / MEGABYTE} MB，请解压后分几次读。`,
  );
