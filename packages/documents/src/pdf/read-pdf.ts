/** PDF with a text layer → Layout. */
import type { Problem } from '@mingsuan/core/disclosure';
import type { Layout } from '../layout.ts';
import { handOver, takenFor } from '../scan/pages.ts';
import { pdfPages, type Scanner } from './engine.ts';
import { type PageName, readPages } from './read-pages.ts';

/** Loaded with the first page that is a picture. */
const SCANNER: Scanner = {
  dpi: 200,
  takenFor,
  async scan(picture, page, areas) {
    const { scanPage, scanTables, tablePictures } = await import('../scan/scan-page.ts');
    const tables = areas && tablePictures(picture, areas);
    if (tables?.length === 0) return page;
    const { loadRecogniser } = await import('../scan/recogniser.ts');
    const recogniser = await loadRecogniser();
    // A page that is turned keeps its text; what stands on it as a picture is told.
    if (tables && (!recogniser || page.turns !== 0)) return { ...page, unreadTables: tables.length };
    if (!recogniser) return page;
    const { recognisedOnce } = await import('../scan/cache.ts');
    const recognised = await recognisedOnce(picture, page, () =>
      tables ? scanTables(picture, page, tables, recogniser) : scanPage(picture, page, recogniser),
    );
    if (!tables) handOver(recognised);
    return recognised;
  },
};

/**
 * `format` and `nameOf`: what messages call the file and its pages. @throws UnreadableInput `encrypted`, `damaged` or `scanned` (no page has text)
 */
export async function readPdf(bytes: Uint8Array, format = 'PDF', nameOf?: PageName): Promise<Layout> {
  const seals: Problem[] = [];
  const { pages, problems } = await readPages(
    pdfPages(bytes, ({ signatures }) => seals.push(...signed(signatures)), SCANNER),
    format,
    nameOf,
  );
  return { pages, problems: [...seals, ...problems] };
}

/** Seals on a document are told; whether they hold is not looked into. */
function signed(count: number): Problem[] {
  if (count === 0) return [];
  const message = `PDF 带有 ${count} 处电子签名或签章，没有验证真伪；内容照常读取，是否有效请用签章软件核验。`;
  return [{ code: 'signed', message }];
}
