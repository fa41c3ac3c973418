/** Layout → DOCX that Word and WPS edit: real styles and heading levels, a contents field, repeated table heads. */
import {
  AlignmentType,
  Bookmark,
  Document,
  type FileChild,
  Footer,
  InternalHyperlink,
  type ISectionOptions,
  LeaderType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SimpleField,
  Tab,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx';
import { joinOverTable, type OverTable } from '../../compose/over-table.ts';
import type { Block, Layout, Page, ParagraphStyle, Paragraph as Text } from '../../layout.ts';
import { headsNext } from '../../sub-heading.ts';
import { guessPages, rowPadding } from './pages.ts';
import { isWide, type Margins, marginsOf, PAPER, roomOf } from './paper.ts';
import { CAPTION_LEVEL, styleOf, stylesOf } from './styles.ts';
import { tableOf } from './table.ts';

export interface DocxOptions {
  readonly title: string;
  /** The agency that publishes. */
  readonly author: string;
}

/** A Word document of a layout. */
export async function writeDocx(layout: Layout, { title, author }: DocxOptions): Promise<Uint8Array> {
  const pages = guessPages(layout);
  const margins = marginsOf(layout.style?.margins);
  const contents = { pages, headings: headingsOf(layout) };
  const document = new Document({
    title,
    creator: author,
    styles: stylesOf(layout.style),
    // Word and WPS count the pages themselves when they open the file.
    features: { updateFields: true },
    sections: layout.pages.map((page, i) =>
      sectionOf(page, i, margins, contents, listedTargets(layout), layout.style?.table?.size),
    ),
  });
  return Packer.toBuffer(document);
}

function sectionOf(
  page: Page,
  index: number,
  margins: Margins,
  contents: Targets,
  listed: ReadonlySet<string> | undefined,
  tableSize: number | undefined,
): ISectionOptions {
  const { width } = roomOf(page, margins);
  const padding = rowPadding(page, margins);
  return {
    properties: {
      page: {
        // Width and height are given upright: the library turns them.
        size: { ...PAPER, orientation: isWide(page) ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: { ...margins },
      },
    },
    // The cover has no page number; sections after the one that has it follow suit.
    ...(index === 1 ? { footers: { default: pageNumber() } } : {}),
    children: withContents(joinOverTable(page.blocks)).flatMap((block) =>
      childOf(block, { width, padding, tableSize }, contents, listed),
    ),
  };
}

type Contents = readonly (Text & { readonly style: Extract<ParagraphStyle, { is: 'contents' }> })[];

/** Entries of the contents that follow one another become one field. */
function withContents(blocks: readonly (Block | OverTable)[]): readonly (Block | OverTable | Contents)[] {
  const joined: (Block | OverTable | Contents[number][])[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (!isEntry(block)) joined.push(block);
    else if (Array.isArray(last)) last.push(block);
    else joined.push([block]);
  }
  return joined;
}

const isEntry = (block: Block | OverTable): block is Contents[number] =>
  block.kind === 'paragraph' && block.style?.is === 'contents';

function childOf(
  block: Block | OverTable | Contents,
  { width, padding, tableSize }: { width: number; padding: number; tableSize: number | undefined },
  { pages, headings }: Targets,
  listed: ReadonlySet<string> | undefined,
): readonly FileChild[] {
  if ('kind' in block) {
    if (block.kind === 'table') return [tableOf(block, width, padding, tableSize)];
    return [block.kind === 'paragraph' ? paragraphOf(block, listed) : lineOf(block, width)];
  }
  // Word's update of a contents field writes the headings as they stand.
  if (block.some(({ text, style: { target } }) => text !== headings.get(target)))
    return block.map((entry) => entryOf(entry, width, pages));
  return [
    new TableOfContents('目录', {
      hyperlink: true,
      useAppliedParagraphOutlineLevel: true,
      headingStyleRange: `1-${CAPTION_LEVEL}`,
      cachedEntries: block.map(({ text, style: { level, target } }) => {
        const page = pages.get(target);
        return { title: text, level, ...(page === undefined ? {} : { page, href: target }) };
      }),
    }),
  ];
}

/** A line of the contents that is not worded as its heading: an update changes its number of the page and nothing else. */
function entryOf({ text, style: { level, target } }: Contents[number], width: number, pages: Targets['pages']) {
  const page = pages.get(target);
  const run = new TextRun({ children: [text, new Tab()] });
  return new Paragraph({
    style: `TOC${level}`,
    tabStops: [{ type: TabStopType.RIGHT, position: width, leader: LeaderType.DOT }],
    children:
      page === undefined
        ? [new TextRun(text)]
        : [
            new InternalHyperlink({
              anchor: target,
              children: [run, new SimpleField(`PAGEREF ${target} \\h`, `${page}`)],
            }),
          ],
  });
}

/** Where the contents lead to: the guessed page of each target, and what stands there. */
interface Targets {
  readonly pages: ReadonlyMap<string, number>;
  readonly headings: ReadonlyMap<string, string>;
}

const headingsOf = ({ pages }: Layout): ReadonlyMap<string, string> =>
  new Map(
    pages.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'paragraph' && !isEntry(block) && block.style && 'target' in block.style && block.style.target
          ? [[block.style.target, block.text] as const]
          : [],
      ),
    ),
  );

/** The first part stands left, the last right, one between them in the middle. */
function lineOf({ parts }: OverTable, width: number): Paragraph {
  const stops = [
    ...(parts.length > 2 ? [{ type: TabStopType.CENTER, position: Math.round(width / 2) }] : []),
    { type: TabStopType.RIGHT, position: width },
  ];
  const lead = parts.length === 1 && parts[0]?.style?.is === 'unit' ? '\t' : '';
  return new Paragraph({ style: 'OverTable', tabStops: stops, text: lead + parts.map(({ text }) => text).join('\t') });
}

/** Where the contents lead to; undefined where the document has none. */
function listedTargets({ pages }: Layout): ReadonlySet<string> | undefined {
  const entries = pages.flatMap(({ blocks }) => blocks.filter(isEntry));
  return entries.length > 0 ? new Set(entries.map(({ style }) => style.target)) : undefined;
}

function paragraphOf({ text, style }: Text, listed: ReadonlySet<string> | undefined): Paragraph {
  const target = style && 'target' in style ? style.target : undefined;
  const run = new TextRun(text);
  return new Paragraph({
    style: styleOf(style, listed === undefined || (target !== undefined && listed.has(target))),
    // A unit's cover that the contents list is no heading, and stands in the outline all the same.
    ...(headsNext({ text, ...(style ? { style } : {}) }) ? { keepNext: true } : {}),
    ...(style?.is === 'cover' && target && listed?.has(target) ? { outlineLevel: 0 } : {}),
    children: [target ? new Bookmark({ id: target, children: [run] }) : run],
  });
}

const pageNumber = () =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ size: 18, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
