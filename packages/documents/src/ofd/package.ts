/** An OFD package (GB/T 33190): its documents, their pages with templates and annotations, what they share, its seals. */
import { damaged, unzip, type ZipParts } from '../office/zip.ts';
import { UnreadableInput } from '../unreadable.ts';
import { POINTS } from './matrix.ts';
import { childOf, childrenOf, type Node, numbersOf, textIn, treeOf } from './xml-tree.ts';

export interface OfdPage {
  readonly box: readonly [x: number, y: number, width: number, height: number];
  /** What is drawn, in order: templates behind it, itself, templates before it, annotations. */
  readonly layers: readonly Node[];
  readonly units: ReadonlyMap<string, Node>;
}

export interface Ofd {
  readonly pages: readonly (OfdPage | undefined)[];
  readonly parts: ZipParts;
  /** The parts that list the seals of the documents. */
  readonly signatures: readonly string[];
}

const A4: OfdPage['box'] = [0, 0, 210, 297];
/** A whole city's volume has some 3000. */
const MOST_PAGES = 10_000;
/** Annotations that stand on what they are about, or across the page. */
const NO_CONTENT = new Set(['Watermark', 'Stamp', 'Link', 'Highlight']);

/** @throws UnreadableInput */
export function openOfd(bytes: Uint8Array): Ofd {
  const parts = unzip(bytes, () => true);
  const root = parts.text('OFD.xml');
  if (root === undefined) throw damaged();
  const bodies = childrenOf(treeOf(root), 'DocBody');
  const pages = bodies.flatMap((body) => documentPages(parts, located(textIn(body, 'DocRoot'), 'OFD.xml', parts)));
  if (pages.length > MOST_PAGES)
    throw new UnreadableInput(
      'too-large',
      `OFD 有 ${pages.length} 页，超过了上限 ${MOST_PAGES} 页；请拆成几个文件再读。`,
    );
  const signatures = bodies.flatMap((body) => {
    const path = textIn(body, 'Signatures');
    return path === '' ? [] : [located(path, 'OFD.xml', parts)];
  });
  return { pages, parts, signatures };
}

/** Widths and heights of the pages in points, without drawing them; none where the package does not open. */
export function ofdSizes(bytes: Uint8Array): { readonly width: number; readonly height: number }[] {
  try {
    return openOfd(bytes).pages.map((page) => {
      const [, , width, height] = page?.box ?? A4;
      return { width: width * POINTS, height: height * POINTS };
    });
  } catch (error) {
    if (error instanceof UnreadableInput) return [];
    throw error;
  }
}

/** A path as a part names it: from the package's root, or from its own folder; some producers mean the one and write the other. */
export function located(path: string, from: string, parts: ZipParts): string {
  const plain = path.trim().replaceAll('\\', '/');
  const resolve = (steps: readonly string[]): string => {
    const done: string[] = [];
    for (const step of steps) {
      if (step === '..') done.pop();
      else if (step !== '' && step !== '.') done.push(step);
    }
    return done.join('/');
  };
  const beside = resolve([...from.split('/').slice(0, -1), ...plain.split('/')]);
  const absolute = resolve(plain.split('/'));
  if (plain.startsWith('/')) return absolute;
  return parts.bytes(beside) === undefined && parts.bytes(absolute) !== undefined ? absolute : beside;
}

/** A part's tree; undefined where it is missing or broken: the rest of the document is read all the same. */
function partTree(parts: ZipParts, path: string): Node | undefined {
  const xml = parts.text(path);
  if (xml === undefined) return undefined;
  try {
    return treeOf(xml);
  } catch (error) {
    if (error instanceof UnreadableInput) return undefined;
    throw error;
  }
}

function documentPages(parts: ZipParts, path: string): (OfdPage | undefined)[] {
  const document = partTree(parts, path);
  if (!document) throw damaged();
  const common = childOf(document, 'CommonData');
  const box = boxOf(childOf(common, 'PageArea')) ?? A4;
  const read = (name: string) => partTree(parts, located(name, path, parts));
  const units = new Map<string, Node>();
  for (const name of ['PublicRes', 'DocumentRes'])
    for (const resource of childrenOf(common, name)) addUnits(read(resource.text), units);
  const templates = new Map(
    childrenOf(common, 'TemplatePage').map(({ attributes }) => [attributes.ID ?? '', read(attributes.BaseLoc ?? '')]),
  );
  const annotations = annotationsOf(parts, textIn(document, 'Annotations'), path);
  return childrenOf(childOf(document, 'Pages'), 'Page').map(({ attributes }) => {
    const at = located(attributes.BaseLoc ?? '', path, parts);
    const page = partTree(parts, at);
    if (!page) return undefined;
    const own = new Map(units);
    for (const resource of childrenOf(page, 'PageRes'))
      addUnits(partTree(parts, located(resource.text, at, parts)), own);
    const [behind, before] = templatesOf(page, templates);
    return {
      box: boxOf(childOf(page, 'Area')) ?? box,
      layers: [...behind, ...layersOf(page), ...before, ...(annotations.get(attributes.ID ?? '') ?? [])],
      units: own,
    };
  });
}

function boxOf(area: Node | undefined): OfdPage['box'] | undefined {
  const box = numbersOf(textIn(area, 'PhysicalBox'));
  return box.length === 4 && box[2]! > 0 && box[3]! > 0 ? (box as unknown as OfdPage['box']) : undefined;
}

const layersOf = (page: Node | undefined): readonly Node[] => childrenOf(childOf(page, 'Content'), 'Layer');

function templatesOf(page: Node, templates: ReadonlyMap<string, Node | undefined>): [Node[], Node[]] {
  const used = childrenOf(page, 'Template');
  const of = (isBefore: boolean): Node[] =>
    used
      .filter(({ attributes }) => (attributes.ZOrder === 'Foreground') === isBefore)
      .flatMap(({ attributes }) => layersOf(templates.get(attributes.TemplateID ?? '')));
  return [of(false), of(true)];
}

function addUnits(resource: Node | undefined, units: Map<string, Node>): void {
  for (const unit of childrenOf(childOf(resource, 'CompositeGraphicUnits'), 'CompositeGraphicUnit')) {
    const content = childOf(unit, 'Content');
    if (content) units.set(unit.attributes.ID ?? '', content);
  }
}

/** What annotations draw, by the page's id. */
function annotationsOf(parts: ZipParts, path: string, from: string): Map<string, Node[]> {
  const found = new Map<string, Node[]>();
  if (path === '') return found;
  const at = located(path, from, parts);
  for (const page of childrenOf(partTree(parts, at), 'Page')) {
    const own = partTree(parts, located(textIn(page, 'FileLoc'), at, parts));
    const shown = childrenOf(own, 'Annot')
      .filter(({ attributes }) => attributes.Visible !== 'false' && !NO_CONTENT.has(attributes.Type ?? ''))
      .flatMap((annotation) => childrenOf(annotation, 'Appearance'));
    found.set(page.attributes.PageID ?? '', shown);
  }
  return found;
}
