/** How large an input may be. Statutory documents have a few megabytes; beyond these it is something else, or a mistake. */
import { UnreadableInput } from '../unreadable.ts';
import type { InputKind } from './kinds.ts';

const MEGABYTE = 1024 * 1024;

export const MAX_PDF_BYTES = 300 * MEGABYTE;
export const MAX_OFFICE_BYTES = 100 * MEGABYTE;
export const MAX_TEXT_BYTES = 64 * MEGABYTE;

/** Scans make a PDF large, pictures a Word document; without a signature it is taken for text. */
export function checkSize(kind: InputKind | undefined, size: number): void {
  const limit = kind === undefined ? MAX_TEXT_BYTES : kind === 'pdf' ? MAX_PDF_BYTES : MAX_OFFICE_BYTES;
  if (size <= limit) return;
  const what = kind === 'pdf' ? 'PDF' : kind === undefined ? '文本' : '文件';
  throw new UnreadableInput(
    'too-large',
    `文件有 ${Math.ceil(size / MEGABYTE)} MB，超过了${what}的上限 ${limit / MEGABYTE} MB，请拆分后再读，或确认它是不是预决算公开文本。`,
  );
}
