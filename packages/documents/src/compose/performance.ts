/** A paper of performance: its title, a report in words, and its forms one after the other → Layout. */
import type { Disclosure } from '@mingsuan/core/disclosure';
import { bundled, type Jurisdictions } from '@mingsuan/core/jurisdictions/index';
import { KINDS } from '@mingsuan/core/kinds/index';
import type { Layout } from '../layout.ts';
import { recordTables, type TableScene } from './captioned.ts';
import { isWide, pagesOf } from './flow.ts';
import { paragraph } from './paragraphs.ts';
import { tableNames } from './table-names.ts';
import { wordsFor } from './wording.ts';

export interface PerformancePaper {
  /** 某局2024年度项目支出绩效自评 */
  readonly title: string;
  /** One paragraph each. */
  readonly sentences: readonly string[];
  /** Whose paper it is; its record tables are the forms. */
  readonly disclosure: Disclosure;
}

/** The paper as it is printed: sentences first, then the forms, wide ones on their side. */
export function paperLayout(
  { title, sentences, disclosure }: PerformancePaper,
  jurisdictions: Jurisdictions = bundled(),
): Layout {
  const names = tableNames();
  const scene: TableScene = {
    disclosure,
    template: undefined,
    words: wordsFor(disclosure, undefined, jurisdictions),
    nameOf: (name) => names('', name),
    toFill: true,
    caption: (text) => paragraph(text, { is: 'caption' }),
  };
  const head = [
    paragraph(title, { is: 'heading', level: 1 }),
    ...sentences.map((text) => paragraph(text, { is: 'body' })),
  ];
  const tables = KINDS.flatMap((kind) => recordTables(kind, scene));
  return {
    pages: pagesOf([
      { blocks: head, landscape: false, alone: false },
      ...tables.map((blocks) => ({ blocks, landscape: isWide(blocks), alone: false })),
    ]),
    problems: [],
  };
}
