/** What bytes are, told by the bytes: a name may lie, and a folder of published files is full of names that do. */
import { pathsIn, unzip } from '../office/zip.ts';
import type { InputKind } from './kinds.ts';

const HEAD = 1024;
const ZIP_TAIL = 65_536;
/** Where a tar says that it is one. */
const TAR_MARK = 257;

/** The first record of a workbook before Excel 97 that stands in no OLE file: its version and its length. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
const OLD_WORKBOOK = /^\x09[\x00\x02\x04\x08][\x04-\x10]\x00/;

const SIGNATURES: readonly (readonly [string, InputKind])[] = [
  ['\x89PNG\r\n', 'picture'],
  ['\xff\xd8\xff', 'picture'],
  ['GIF8', 'image'],
  ['II*\0', 'picture'],
  ['MM\0*', 'picture'],
  ['Rar!\x1a\x07', 'archive'],
  ["7z\xbc\xaf'\x1c", 'archive'],
  ['\x1f\x8b\x08', 'archive'],
  ['BZh', 'archive'],
  ['\xfd7zXZ\0', 'archive'],
  // The first part of a zip in several.
  ['PK\x07\x08PK\x03\x04', 'archive'],
  ['{\\rtf', 'rtf'],
];

/**
 * The kind of `bytes` by signature; undefined where it has none and may be text.
 * A PDF's mark may stand anywhere in the first kilobyte: some systems write a few bytes before it.
 */
export function sniffSignature(bytes: Uint8Array): InputKind | undefined {
  const head = latin1(bytes.subarray(0, HEAD));
  // Before all others: what is in a zip that packs nothing stands in it as it is.
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return zipKind(bytes);
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return oleKind(bytes);
  if (OLD_WORKBOOK.test(head)) return 'xls';
  for (const [signature, kind] of SIGNATURES) if (head.startsWith(signature)) return kind;
  if (head.startsWith('ustar', TAR_MARK)) return 'archive';
  if (head.startsWith('BM') && head.includes('\0\0\0\0')) return 'image';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image';
  return undefined;
}

const PROLOGUE = /^(?:<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*)*/;
const HTML =
  /^<(?:!doctype\s+html|html|head|body|title|meta|link|style|script|table|tr|div|center|font|form|section|article|main|p|br|h\d)\b/i;

/** A whole OpenDocument file as one XML; many names of namespaces stand before its kind. */
const FLAT_ODF = /<office:document\s[^>]*?office:mimetype="application\/vnd\.oasis\.opendocument\.([a-z]+)/;

/** What an editor of web pages saves may begin anywhere; its tables and paragraphs end as such. */
const FRAGMENT = /<\/(?:table|tr|td|th)\s*>|<\/p>\s*<p\b/i;

/** The kind of decoded text: web pages, XML and JSON are text with a meaning of their own. */
export function sniffText(text: string): InputKind {
  const head = text.slice(0, 8192).trimStart();
  const start = head.replace(PROLOGUE, '');
  if (HTML.test(start)) return 'html';
  if (/^<(?:\w+:)?Workbook\b/.test(start)) return 'xml-workbook';
  const flat = FLAT_ODF.exec(head);
  if (flat) return ODF[flat[1]!] ?? 'odf';
  if (/^<(?:w:wordDocument|pkg:package)\b/.test(start)) return 'xml-document';
  if (/^MIME-Version:/i.test(head) && /^Content-Type:\s*(?:multipart|text\/html)/im.test(head)) return 'mhtml';
  if (/^\{\s*"documents"\s*:/.test(head)) return 'mingsuan-json';
  if (/^[{[]\s*["{[\]}]/.test(head) && parses(text)) return 'json';
  return FRAGMENT.test(text) ? 'html' : 'text';
}

const ODF: Readonly<Record<string, InputKind>> = { text: 'odt', spreadsheet: 'ods' };

/** Told by what a package holds at its top: a zip of documents may hold packages, and have a folder of any name. */
function zipKind(bytes: Uint8Array): InputKind {
  const paths = pathsIn(bytes);
  if (!paths) return tornZipKind(bytes);
  const has = (path: RegExp): boolean => paths.some((each) => path.test(each));
  const odf = has(/^(?:mimetype|meta-inf\/manifest\.xml)$/) ? packedOdfKind(bytes) : undefined;
  if (odf) return odf;
  if (has(/^word\/[^/]+\.xml$/)) return 'docx';
  if (has(/^xl\/workbook\.bin$/)) return 'xlsb';
  if (has(/^xl\/[^/]+\.xml$/)) return 'xlsx';
  if (has(/^ppt\/[^/]+\.xml$/)) return 'pptx';
  return has(/^ofd\.xml$/) ? 'ofd' : 'zip';
}

/** Of a zip that is cut off: by the names in its bytes. */
function tornZipKind(bytes: Uint8Array): InputKind {
  const names = latin1(bytes.subarray(0, 4096)) + latin1(bytes.subarray(Math.max(0, bytes.length - ZIP_TAIL)));
  const odf = /mimetypeapplication\/vnd\.oasis\.opendocument\.([a-z]+)/.exec(names);
  if (odf) return ODF[odf[1]!] ?? 'odf';
  if (/word[/\\]/.test(names)) return 'docx';
  if (/xl[/\\]workbook\.bin/.test(names)) return 'xlsb';
  if (/xl[/\\]/.test(names)) return 'xlsx';
  if (names.includes('ppt/')) return 'pptx';
  if (names.includes('OFD.xml')) return 'ofd';
  return 'zip';
}

/** An OpenDocument's kind: in a part of its own, or, packed again by hand, nowhere but in the manifest. Undefined where it is none. */
function packedOdfKind(bytes: Uint8Array): InputKind | undefined {
  try {
    const parts = unzip(bytes, (path) => path === 'mimetype' || path === 'meta-inf/manifest.xml');
    const said = /application\/vnd\.oasis\.opendocument\.([a-z]+)/;
    const kind = said.exec(parts.text('mimetype') ?? parts.text('META-INF/manifest.xml') ?? '')?.[1];
    return kind === undefined ? undefined : (ODF[kind] ?? 'odf');
  } catch {
    return undefined;
  }
}

/** The streams of an OLE file are named in UTF-16 in its directory. */
function oleKind(bytes: Uint8Array): InputKind {
  const has = (name: string): boolean => includes(bytes, Buffer.from(name, 'utf16le'));
  if (has('EncryptedPackage')) return 'encrypted-office';
  if (has('WordDocument')) return 'doc';
  if (has('Workbook') || has('Book')) return 'xls';
  return has('PowerPoint Document') ? 'pptx' : 'ole';
}

function includes(bytes: Uint8Array, part: Buffer): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(part);
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
