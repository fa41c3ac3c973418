/** Paragraphs as composition means them. */
import type { ExplanationSection } from '@mingsuan/core/disclosure';
import type { Paragraph, ParagraphStyle } from '../layout.ts';
import { NOWHERE } from './cells.ts';

/** A paragraph of a style; line breaks and tabs of its text become spaces, for they are structure in some formats. */
export function paragraph(text: string, style: ParagraphStyle): Paragraph {
  return { kind: 'paragraph', text: text.replace(/[\t\r\n\f\v]+/g, ' ').trim(), origin: NOWHERE, style };
}

/** A section's heading as printed: 第一部分 概况, 一、主要职能, 名词解释. */
export function headingText(section: ExplanationSection): string {
  const { number, title } = section;
  if (!number || number === title) return title;
  return number.startsWith('第') ? `${number} ${title}` : `${number}、${title}`;
}
