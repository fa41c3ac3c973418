/** Short lines of a text that head what follows, such as （一）机关运行经费: they do not stand last on a page. */
import { isNumbered } from '@mingsuan/core/text/numbering';
import type { Paragraph } from './layout.ts';

/** So many characters at most. */
const LONGEST = 30;
const ENDS = /[。；：，、？！.;:,]$/;

/** Whether a paragraph of the body heads the next one: numbered, short and without a stop. */
export const headsNext = ({ text, style }: Pick<Paragraph, 'text' | 'style'>): boolean =>
  (style === undefined || style.is === 'body') && text.length <= LONGEST && isNumbered(text) && !ENDS.test(text);
