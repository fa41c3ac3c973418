/** Layout → PDF: tagged, with bookmarks and metadata, Chinese fonts embedded as subsets. Typst sets the pages. */
import { createRequire } from 'node:module';
import type { Layout } from '../../layout.ts';
import { pdfData } from './data.ts';
import { TYPST_SOURCE } from './typst-source.ts';

export interface PdfOptions {
  readonly title: string;
  /** The agency that publishes. */
  readonly author: string;
}

/** @throws Error where Typst refuses its input, which is a bug of ours */
export async function writePdf(layout: Layout, options: PdfOptions): Promise<Uint8Array> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const compiler = NodeCompiler.create({ workspace: '/', fontArgs: [{ fontPaths: fontPaths() }] });
  compiler.mapShadow('/data.json', Buffer.from(JSON.stringify(pdfData(layout, options))));
  const compiled = compiler.compile({ mainFileContent: TYPST_SOURCE });
  if (!compiled.result) throw new Error(`typst: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`);
  return compiler.pdf(compiled.result, { pdfStandard: 'ua-1' });
}

function fontPaths(): string[] {
  const { resolve } = createRequire(import.meta.url);
  return ['400Regular/NotoSerifSC_400Regular', '700Bold/NotoSerifSC_700Bold'].map((name) =>
    resolve(`@expo-google-fonts/noto-serif-sc/${name}.ttf`),
  );
}
