/** The original files, and their pages as pictures. */
import { getDocument, isPublic, type Store, withdrawalOfDocument } from '@mingsuan/store';
import type { Engine } from '../../../engine/engine.ts';
import { type Picture, pagePictures } from '../../../engine/pictures.ts';
import { found, Gone } from '../../../fault.ts';

const WHAT = '这份文件';

/** What the portal is asked about documents. @throws Fault `missing` where there is no such document, page or original */
export function documents({ store, engine }: { readonly store: Store; readonly engine: Engine }) {
  const draw = pagePictures(engine);
  const get = async (id: number) => found(await getDocument(store, id), WHAT);
  const bytes = async (sha256: string): Promise<Uint8Array> => found(await store.files.get(sha256), '这份文件的原件');
  return {
    get,
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
      const bytes = document.kind === 'pdf' ? await store.files.get(document.sha256) : undefined;
      const outcome = bytes && (await engine.views.run('pages', { bytes }));
      const pageSizes = outcome?.ok ? outcome.value : [];
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
