/** OFD (GB/T 33190) → Layout: the same glyphs and rulings as of a PDF, read the same way. */
import type { Layout } from '../layout.ts';
import type { RawPage } from '../pdf/engine.ts';
import { readPages } from '../pdf/read-pages.ts';
import { openOfd } from './package.ts';
import { rawPageOf } from './page.ts';
import { sealProblems } from './seals.ts';

/** @throws UnreadableInput */
export async function readOfd(bytes: Uint8Array): Promise<Layout> {
  const ofd = openOfd(bytes);
  const { pages, problems } = await readPages(ofdPages(ofd.pages), 'OFD');
  return { pages, problems: [...sealProblems(ofd), ...problems] };
}

async function* ofdPages(pages: ReturnType<typeof openOfd>['pages']): AsyncGenerator<RawPage | number> {
  for (const [i, page] of pages.entries()) yield page ? rawPageOf(page, i + 1) : i + 1;
}
