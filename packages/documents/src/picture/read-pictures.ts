/** Pictures among running text (Word, web pages): tables that someone pasted as pictures. Where text recognition is installed they are read in their place. */
import type { Origin, Problem } from '@mingsuan/core/disclosure';
import { unreadPictures } from '../flow/pictures.ts';
import type { Block, Layout, LayoutPicture } from '../layout.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import { loadRecogniser } from '../scan/recogniser.ts';
import { UnreadableInput } from '../unreadable.ts';
import { pictureAsPdf } from './as-pdf.ts';

/** A document with more pictures is an album. */
const MOST_PICTURES = 60;

const WITHOUT = '请用 npm run ocr 装上文字识别后再读，或换用带文字的文件';

/** Reads a picture as a page; `name` is what messages call it. @throws UnreadableInput `scanned` where it has no words */
type PictureReader = (bytes: Uint8Array, name: string) => Promise<Layout>;

/** The reader, where text recognition is installed. */
const installed = async (): Promise<PictureReader | undefined> =>
  (await loadRecogniser()) && (async (bytes, name) => readPdf(await pictureAsPdf(bytes), '图片', () => name));

interface Read {
  readonly blocks: readonly Block[];
  readonly problems: readonly Problem[];
}

/** The layout with what its pictures say in their place; what could not be read is told. */
export async function withPictures({ pictures = [], ...layout }: Layout, reader = installed): Promise<Layout> {
  const readPage = pictures.length > 0 ? await reader() : undefined;
  const read = new Map<LayoutPicture, Read>();
  for (const [i, picture] of pictures.slice(0, MOST_PICTURES).entries()) {
    const said = readPage && (await readPicture(picture, i + 1, readPage));
    if (said) read.set(picture, said);
  }
  const [page] = layout.pages;
  const blocks = (page?.blocks ?? []).flatMap((block, i) => [...standingBefore(i), block]);
  blocks.push(...standingBefore(page?.blocks.length ?? 0));
  return {
    ...layout,
    pages: [{ number: 1, ...page, blocks }],
    problems: [
      ...layout.problems,
      ...unreadPictures(pictures.length - read.size, readPage ? undefined : WITHOUT),
      ...[...read.values()].flatMap(({ problems }) => problems),
    ],
  };

  function standingBefore(at: number): readonly Block[] {
    return pictures.flatMap((picture) => (picture.before === at ? (read.get(picture)?.blocks ?? []) : []));
  }
}

/** What one picture says; nothing where it has no words; undefined where it cannot be read. */
async function readPicture(
  { bytes, line }: LayoutPicture,
  number: number,
  readPage: PictureReader,
): Promise<Read | undefined> {
  const within = ({ box }: Origin): Origin => ({ line, picture: number, ...(box ? { box } : {}) });
  try {
    const { pages, problems } = await readPage(bytes, `第 ${number} 张图片`);
    return {
      blocks: pages.flatMap((page) => page.blocks.map((block) => moved(block, within))),
      problems: problems.map(({ origin, ...problem }) => ({
        ...problem,
        ...(origin ? { origin: within(origin) } : {}),
      })),
    };
  } catch (error) {
    if (!(error instanceof UnreadableInput)) throw error;
    return error.code === 'scanned' ? { blocks: [], problems: [] } : undefined;
  }
}

/** A block of a picture's page where the picture stands. */
function moved(block: Block, within: (origin: Origin) => Origin): Block {
  const origin = within(block.origin);
  if (block.kind === 'table')
    return {
      ...block,
      origin,
      rows: block.rows.map((row) => row.map((cell) => ({ ...cell, origin: within(cell.origin) }))),
    };
  const { lines, ...paragraph } = block;
  return {
    ...paragraph,
    origin,
    ...(lines ? { lines: lines.map((each) => ({ ...each, origin: within(each.origin) })) } : {}),
  };
}
