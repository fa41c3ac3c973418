/** A web page saved with its pictures beside it → the same page with them in it, so that tables that are pictures can be read. */
import { decodeText } from '../input/decode.ts';

/** What browsers and offices name pictures that can be read. */
const PICTURE = /\.(png|jpe?g|tiff?)$/i;
/** Pictures that one page brings along, and their bytes together: a report has a few dozen. */
const MOST = 200;
const MOST_BYTES = 100 * 1024 * 1024;
const SOURCE = /(<img\b[^>]*?\bsrc\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

/** Addresses of the pictures that a page shows, without those it holds itself. */
export function pictureSources(page: Uint8Array): readonly string[] {
  const sources = [...latin1(page).matchAll(SOURCE)].map(sourceOf).filter((source) => !source.startsWith('data:'));
  return [...new Set(sources)].slice(0, MOST);
}

/** The page with the pictures in it that are there. Names are as `pictureSources` gives them. */
export function withPicturesBeside(page: Uint8Array, pictures: ReadonlyMap<string, Uint8Array>): Uint8Array {
  if (pictures.size === 0) return page;
  let total = 0;
  const held = latin1(page).replace(SOURCE, (...match) => {
    const [whole, before] = match as unknown as readonly [string, string];
    const bytes = pictures.get(sourceOf(match as unknown as RegExpMatchArray));
    total += bytes?.length ?? 0;
    const kind = bytes && total <= MOST_BYTES && kindOf(bytes);
    return kind ? `${before}"data:image/${kind};base64,${Buffer.from(bytes).toString('base64')}"` : whole;
  });
  return new Uint8Array(Buffer.from(held, 'latin1'));
}

/**
 * Files that were given together, without their folders: each page has the pictures that it alone shows, found by their path or,
 * where there is one of the name, by their name. These are no documents of their own then; all else stays.
 */
export function joinPictures<T extends { readonly name: string; readonly bytes: Uint8Array }>(
  files: readonly T[],
): readonly T[] {
  const pictures = files.filter(({ name }) => PICTURE.test(name));
  const pages = pictures.length === 0 ? [] : files.filter(({ name }) => /\.html?$/i.test(name));
  const shown = new Map(pages.map((page) => [page, shownOf(page.bytes, pictures)] as const));
  const isOfOne = (picture: T) => [...shown.values()].filter((all) => [...all.values()].includes(picture)).length === 1;
  const taken = new Set<T>();
  const joined = new Map(
    [...shown].map(([page, all]) => {
      const own = [...all].filter(([, picture]) => isOfOne(picture));
      for (const [, picture] of own) taken.add(picture);
      const held = new Map(own.map(([source, { bytes }]) => [source, bytes] as const));
      return [page, { ...page, bytes: withPicturesBeside(page.bytes, held) }] as const;
    }),
  );
  return files.filter((file) => !taken.has(file)).map((file) => joined.get(file) ?? file);
}

/** The pictures of those given that a page shows, by its name for them. */
function shownOf<T extends { readonly name: string }>(
  page: Uint8Array,
  pictures: readonly T[],
): ReadonlyMap<string, T> {
  const stepsOf = (path: string) => path.split(/[\\/]/);
  const last = (path: string) => stepsOf(path).at(-1);
  return new Map(
    pictureSources(page).flatMap((source) => {
      const path = pathBeside(source);
      if (path === undefined) return [];
      const exact = pictures.filter(({ name }) => stepsOf(name).join('/') === path);
      const found = exact.length > 0 ? exact : pictures.filter(({ name }) => last(name) === last(path));
      return found.length === 1 ? [[source, found[0]!] as const] : [];
    }),
  );
}

/** Where a picture stands relative to its page, as a path; undefined for an address elsewhere, and for one that climbs out. */
export function pathBeside(source: string): string | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|[/\\])/i.test(source) || !PICTURE.test(source)) return undefined;
  const parts = source
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '.' && part !== '');
  return parts.includes('..') ? undefined : parts.join('/');
}

/** Bytes one by one: the tags of a page are the same in every encoding that its like are saved in. */
const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

function sourceOf([, , double, single, bare]: RegExpMatchArray): string {
  const raw = (double ?? single ?? bare ?? '').trim().replaceAll('&amp;', '&');
  const named = decodeText(Buffer.from(raw, 'latin1'))?.text ?? raw;
  try {
    return decodeURIComponent(named);
  } catch {
    return named;
  }
}

function kindOf([first, second]: Uint8Array): string | undefined {
  if (first === 0x89 && second === 0x50) return 'png';
  if (first === 0xff && second === 0xd8) return 'jpeg';
  return (first === 0x49 && second === 0x49) || (first === 0x4d && second === 0x4d) ? 'tiff' : undefined;
}
