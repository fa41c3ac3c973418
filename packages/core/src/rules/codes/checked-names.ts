/** Names checked once: folders of documents print the same few thousand names again and again. */
import { type ListId, type NameCheck, nameCheck } from '../../classification/index.ts';

const CACHE_LIMIT = 20_000;
const cache = new Map<string, NameCheck>();

/** Whether a printed name is the code's in that year; answers are kept. */
export function checkedName(list: ListId, code: string, name: string, year: number | undefined): NameCheck {
  const id = `${year}/${list}/${code}/${name}`;
  const known = cache.get(id);
  if (known) return known;
  const check = nameCheck(list, code, name, year);
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(id, check);
  return check;
}
