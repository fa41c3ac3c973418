/** What people said of the words of a finance system's exports: kept in this browser, as a bureau's mapping file. */
import type { MappingFile, OpenWords } from '@mingsuan/core/import/learn';
import { createStore, get, set } from 'idb-keyval';

const store = createStore('mingsuan-exports', 'mappings');
const KEY = 'own';

export const knownWords = async (): Promise<MappingFile> =>
  (await get<MappingFile>(KEY, store).catch(() => undefined)) ?? {};

/** Adds answers to what is known; where the browser refuses they hold for this import only. */
export async function rememberWords(words: OpenWords): Promise<MappingFile> {
  const known = await knownWords();
  const kinds = ['表头', '项目类别', '资金性质'] as const;
  const all = Object.fromEntries(kinds.map((kind) => [kind, { ...known.待确认?.[kind], ...words[kind] }]));
  const next: MappingFile = { ...known, 待确认: all };
  await set(KEY, next, store).catch(() => undefined);
  return next;
}
