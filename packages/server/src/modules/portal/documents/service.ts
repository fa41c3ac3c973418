/** The original files, and their pages as pictures. */
import type { PageSize } from '@mingsuan/documents/report/pages';
import { getDocument, isPublic, type Store, withdrawalOfDocument } from '@mingsuan/store';
import { LRUCache } from 'lru-cache';
import { type Engine, gained, isOurOwn } from '../../../engine/engine.ts';
import { type Picture, pagePictures } from '../../../engine/pictures.ts';
import { found, Gone } from '../../../fault.ts';

const WHAT = '这份文件';

/** Files of which the sizes of pages are remembered: every look at a document asks for them. */
const MOST_SIZES = 2000;

/** What the portal is asked about documents. @throws Fault `missing` where there is no such document, page or original */
export function documents({ store, engine }: { readonly store: Store; readonly engine: Engine }) {
  const draw = pagePictures(engine);
  const get = async (id: number) => found(await getDocument(store, id), WHAT);
  const bytes = async (sha256: string): Promise<Uint8Array> => found(await store.files.get(sha256), '这份文件的原件');
  const sizes = new LRUCache<string, readonly PageSize[]>({ max: MOST_SIZES });
  const sizesOf = async (sha256: string): Promise<readonly PageSize[]> => {
    const known = sizes.get(sha256);
    if (known) return known;
    // An original that is lost has no pages, as one that cannot be read.
    const takes = async () => ({ bytes: (await store.files.get(sha256)) ?? new Uint8Array() });
    const outcome = await engine.views.run('pages', takes);
    if (!outcome.ok && !isOurOwn(outcome)) return [];
    const own = gained(outcome);
    sizes.set(sha256, own);
    return own;
  };
  return {
    get,
    /** What is looked up for a picture. @throws Fault `busy` where the visitor asks for too much at once */
    lookUp: async <T>(work: () => Promise<T>): Promise<T> => gained(await engine.lookUp(work)),
    isPublic: (id: number) => isPublic(store, id),
    /** @throws Fault `gone` for one that published something and was taken back */
    refuseGone: async (id: number): Promise<void> => {
      const withdrawn = await withdrawalOfDocument(store, id);
      if (withdrawn) throw new Gone(withdrawn);
    },
    bytes,
    /** With the sizes of its pages in points: none where there are no pictures of them. */
    withPages: async (id: number) => {
      const document = await get(id);
      const pageSizes = document.kind === 'pdf' ? await sizesOf(document.sha256) : [];
      return { ...document, pages: pageSizes.length, pageSizes };
    },
    /** One that has pictures of its pages. */
    pictured: async (id: number) => {
      const document = await get(id);
      return found(document.kind === 'pdf' ? document : undefined, '页面图像：这份文件不是 PDF');
    },
    /** A page as PNG. */
    picture: async (sha256: string, picture: Picture): Promise<Uint8Array> =>
      found(await draw({ sha256, read: () => bytes(sha256) }, picture), '这一页'),
  };
}
