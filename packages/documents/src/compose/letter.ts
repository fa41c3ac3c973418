/** A letter: its title and its paragraphs, one below the other → Layout. */
import type { Letter } from '@mingsuan/core/review/letter';
import type { Layout } from '../layout.ts';
import { pagesOf } from './flow.ts';
import { paragraph } from './paragraphs.ts';

/** The letter as it is printed. */
export const letterLayout = ({ title, paragraphs }: Letter): Layout => ({
  pages: pagesOf([
    {
      blocks: [
        paragraph(title, { is: 'heading', level: 1 }),
        ...paragraphs.map((text) => paragraph(text, { is: 'body' })),
      ],
      landscape: false,
      alone: false,
    },
  ]),
  problems: [],
});
