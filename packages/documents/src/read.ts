/**
 * Bytes → what the document says. The kind is told by content, never by the name alone; each kind's reader is loaded
 * when its first document comes, so that text needs no PDF engine and a PDF none of the Office libraries.
 */
import { isUtf8 } from 'node:buffer';
import type { DocumentReading, Problem } from '@mingsuan/core/disclosure';
import type { Jurisdictions } from '@mingsuan/core/jurisdictions/index';
import { joinCoverage } from '@mingsuan/core/model/coverage';
import { withinBounds } from './bounds.ts';
import { cleanText } from './input/clean.ts';
import { decodeText } from './input/decode.ts';
import { extensionOf, type InputKind, KINDS, kindsByName } from './input/kinds.ts';
import { checkSize } from './input/limits.ts';
import { type Member, membersOf } from './input/members.ts';
import { sniffSignature, sniffText } from './input/sniff.ts';
import type { Layout } from './layout.ts';
import { unlock } from './protected/unlock.ts';
import { UnreadableInput } from './unreadable.ts';

/**
 * Reads one input into one document. Our own JSON may hold several documents; they are joined here,
 * and `readDocuments` keeps them apart. `jurisdictions`: those whose templates may be told; else the program's own.
 * @throws UnreadableInput where nothing of it can be read
 */
export async function readDocument(
  source: string,
  bytes: Uint8Array,
  jurisdictions?: Jurisdictions,
): Promise<DocumentReading> {
  return asOne(source, await readDocuments(source, bytes, jurisdictions));
}

/** The documents of one input as one. */
export function asOne(source: string, readings: readonly DocumentReading[]): DocumentReading {
  const [only] = readings;
  if (only && readings.length === 1) return only;
  const coverage = joinCoverage(readings.map((reading) => reading.coverage));
  return {
    source,
    disclosures: readings.flatMap((reading) => reading.disclosures),
    ...(coverage ? { coverage } : {}),
    problems: readings.flatMap((reading) => reading.problems),
  };
}

/**
 * Reads one input: one document, or as many as our own JSON holds, each under the source it was read from; of a zip or an
 * e-mail each document in it, under its path in it.
 * @throws UnreadableInput where nothing of it can be read
 */
export async function readDocuments(
  source: string,
  bytes: Uint8Array,
  jurisdictions?: Jurisdictions,
  depth = MOST_DEPTH,
): Promise<readonly DocumentReading[]> {
  const members = depth > 0 ? await membersOf(bytes) : undefined;
  if (members) return readMembers(source, members, jurisdictions, depth - 1);
  const opened = await openLayout(source, bytes);
  if ('readings' in opened) return opened.readings;
  return [await understand(source, opened.layout, opened.problems, jurisdictions)];
}

/** What was recognised of a file, to be read again: its layout, and what was odd about the file itself. */
export interface Recognised {
  readonly layout: Layout;
  readonly before: readonly Problem[];
}

/** The same, with what was recognised where some of its figures are doubtful: a person may put them right (`scan/corrections.ts`). */
export async function readRecognised(
  source: string,
  bytes: Uint8Array,
  jurisdictions?: Jurisdictions,
): Promise<{ readonly readings: readonly DocumentReading[]; readonly recognised?: Recognised }> {
  if (await membersOf(bytes)) return { readings: await readDocuments(source, bytes, jurisdictions) };
  const opened = await openLayout(source, bytes);
  if ('readings' in opened) return opened;
  const { layout, problems } = opened;
  const readings = [await understand(source, layout, problems, jurisdictions)];
  const isDoubtful = layout.problems.some(({ code }) => code === 'doubtful-figure');
  return { readings, ...(isDoubtful ? { recognised: { layout, before: problems } } : {}) };
}

/** Containers within containers that are opened. */
const MOST_DEPTH = 3;

/** What cannot be read among others that can is a document with the reason. */
async function readMembers(
  source: string,
  members: readonly Member[],
  jurisdictions: Jurisdictions | undefined,
  depth: number,
): Promise<readonly DocumentReading[]> {
  const readings: DocumentReading[] = [];
  const failures: UnreadableInput[] = [];
  for (const { name, bytes } of members) {
    const path = `${source}/${name}`;
    try {
      readings.push(...(await readDocuments(path, bytes, jurisdictions, depth)));
    } catch (error) {
      if (!(error instanceof UnreadableInput)) throw error;
      failures.push(error);
      const problem = { code: 'unreadable', message: error.message };
      readings.push({ source: path, disclosures: [], problems: [problem] });
    }
  }
  if (failures.length === members.length) throw failures[0]!;
  return readings;
}

/** What an input holds before it is understood: its layout with what was odd about the file, or our own readings. */
export type Opened =
  | { readonly layout: Layout; readonly problems: readonly Problem[] }
  | { readonly readings: readonly DocumentReading[] };

/**
 * Bytes → layout, without recognition.
 * @throws UnreadableInput where nothing of it can be read
 */
export async function openLayout(source: string, bytes: Uint8Array): Promise<Opened> {
  if (bytes.length === 0) throw new UnreadableInput('empty', '文件是空的，请确认下载或导出已经完成。');
  const found = sniffSignature(bytes);
  checkSize(found, bytes.length);
  if (found) {
    const open = await unlock(bytes);
    const signature = open === bytes ? found : (sniffSignature(open) ?? found);
    const layout = await pictured(await readBytes(signature, open));
    return { layout: withinBounds(layout), problems: wrongExtension(source, signature) };
  }

  const decoded = decodeText(bytes);
  if (!decoded) throw unsupported('binary');
  const kind = sniffText(decoded.text);
  if (kind === 'mingsuan-json') {
    const { readOwnJson } = await import('./input/json.ts');
    if (decoded.undecodable > 0 && !isUtf8(bytes))
      throw new UnreadableInput('damaged', '这份 JSON 里有无法解码的字，可能改坏了，请用 mingsuan read 重新生成。');
    return { readings: readOwnJson(decoded.text) };
  }
  const clean = cleanText(decoded.text);
  if (clean.text.trim() === '') throw new UnreadableInput('empty', '文件里没有文字，请确认下载或导出已经完成。');
  const problems = [...wrongExtension(source, kind), ...undecodable(decoded.undecodable), ...clean.problems];
  return { layout: withinBounds(await pictured(await readDecoded(kind, clean.text))), problems };
}

/** With what is read of the pictures among its text. */
async function pictured(layout: Layout): Promise<Layout> {
  if (!layout.pictures?.length) return layout;
  return (await import('./picture/read-pictures.ts')).withPictures(layout);
}

/** The readers of what is told by its bytes. Each is loaded when its first document comes. */
async function readBytes(kind: InputKind, bytes: Uint8Array): Promise<Layout> {
  switch (kind) {
    case 'pdf':
      return (await import('./pdf/read-pdf.ts')).readPdf(bytes);
    case 'picture':
      return (await import('./pdf/read-pdf.ts')).readPdf(
        await (await import('./picture/as-pdf.ts')).pictureAsPdf(bytes),
        '图片',
      );
    case 'docx':
      return (await import('./docx/read-docx.ts')).readDocx(bytes);
    case 'ofd':
      return (await import('./ofd/read-ofd.ts')).readOfd(bytes);
    case 'doc':
      return (await import('./doc/read-doc.ts')).readDoc(bytes);
    case 'xlsx':
      return (await import('./xlsx/read-workbook.ts')).readXlsx(bytes);
    case 'odt':
    case 'ods':
      return (await import('./odf/read-odf.ts')).readOdf(kind, bytes);
    case 'xlsb':
      return (await import('./xlsx/read-workbook.ts')).readXls((await import('./office/zip.ts')).repacked(bytes));
    case 'xls':
      return (await import('./xlsx/read-workbook.ts')).readXls(bytes);
    default:
      throw unsupported(kind);
  }
}

/** The readers of what is text. */
async function readDecoded(kind: InputKind, text: string): Promise<Layout> {
  switch (kind) {
    case 'html':
      return (await import('./html/read-html.ts')).readHtml(text);
    case 'xml-workbook':
      return (await import('./xlsx/read-workbook.ts')).readXls(new TextEncoder().encode(text));
    case 'odt':
    case 'ods':
      return (await import('./odf/read-odf.ts')).readFlatOdf(kind, text);
    case 'text':
      return (await import('./text/index.ts')).readText(text);
    default:
      throw unsupported(kind);
  }
}

/** Layout → reading; `before` are the problems of the file itself. */
export async function understand(
  source: string,
  layout: Layout,
  before: readonly Problem[],
  jurisdictions?: Jurisdictions,
): Promise<DocumentReading> {
  const { recognize } = await import('./recognize/recognize.ts');
  const { disclosures, coverage, ...recognized } = recognize(layout, jurisdictions, source);
  const problems = distinct([...before, ...recognized.problems]);
  const reading = { source, disclosures, coverage, problems };
  if (!problems.some(({ code }) => code === 'doubtful-figure')) return reading;
  return (await import('./scan/settle.ts')).settled(reading, layout, jurisdictions);
}

function unsupported(kind: InputKind): UnreadableInput {
  const { name, advice = '请换成 PDF、Word、Excel、网页或文本后再读' } = KINDS[kind];
  return new UnreadableInput('unsupported', `这是${name}，目前还不能读，${advice}。`);
}

function wrongExtension(source: string, kind: InputKind): readonly Problem[] {
  const named = kindsByName(source);
  if (named.length === 0 || named.includes(kind)) return [];
  const message = `文件扩展名是 .${extensionOf(source)}，内容却是${KINDS[kind].name}，已按内容读取；请改正扩展名。`;
  return [{ code: 'wrong-extension', message }];
}

function undecodable(count: number): readonly Problem[] {
  if (count === 0) return [];
  const message = `文本里有 ${count} 处编码损坏的字，读成了“\ufffd”；请核对原文件，或另存为 UTF-8 文本后再读。`;
  return [{ code: 'undecodable-text', message }];
}

function distinct(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
