/** Small explanations for tests. */
import type { Disclosure, ExplanationSection, Statement } from '../../src/disclosure.ts';
import { doc } from '../rules/make.ts';

export type Part = Partial<Disclosure> | Statement;

export const section = (title: string, ...paragraphs: readonly string[]): ExplanationSection => ({
  title,
  text: paragraphs.join('\n'),
  paragraphs: paragraphs.map((text, line) => ({ text, origin: { page: 1, line } })),
  origin: { page: 1 },
});

/** A budget of 2026 whose explanation is the paragraphs given, with tables or other parts. */
export const saying = (paragraphs: string | readonly string[], ...parts: readonly Part[]): Disclosure =>
  doc({ year: 2026, explanation: [section('预算编制说明', ...[paragraphs].flat())] }, ...parts);
