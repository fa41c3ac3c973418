/** Layout → PDF: tagged, with bookmarks and metadata, Chinese fonts embedded as subsets. Typst sets the pages. */
import type { Layout } from '../../layout.ts';
import { drawnCloser, type SectionEnd } from './closeness.ts';
import { type PdfData, pdfData } from './data.ts';
import { fontFiles } from './fonts.ts';
import { TYPST_SOURCE } from './typst-source.ts';

export interface PdfOptions {
  readonly title: string;
  /** The agency that publishes. */
  readonly author: string;
}

/** @throws Error where Typst refuses its input, which is a bug of ours */
export async function writePdf(layout: Layout, options: PdfOptions): Promise<Uint8Array> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const compiler = NodeCompiler.create({ workspace: '/', fontArgs: [{ fontPaths: fontFiles() }] });
  let data: PdfData = pdfData(layout, options);
  while (true) {
    compiler.mapShadow('/data.json', Buffer.from(JSON.stringify(data)));
    const compiled = compiler.compile({ mainFileContent: TYPST_SOURCE });
    if (!compiled.result) throw new Error(`typst: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`);
    const ends = compiler.query(compiled.result, { selector: '<end>', field: 'value' }) as SectionEnd[];
    const closer = drawnCloser(data, ends);
    if (!closer) return compiler.pdf(compiled.result, { pdfStandard: 'ua-1' });
    data = closer;
  }
}
