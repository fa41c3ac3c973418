/** Uploads that hold several documents (a zip, an e-mail) → the documents, in a working process. */
import { joinPictures } from '@mingsuan/documents/html/pictures-beside';
import { CONTAINER_EXTENSIONS } from '@mingsuan/documents/input/members';
import type { DocumentInput } from '@mingsuan/store';
import type { Pool } from './pool.ts';

/** So many documents come of one upload; what is beyond stays as it came, and is told when it is read. */
const MOST_FILES = 200;

/** What does not open stays as it came; saved pages have the pictures that came with them. */
export async function unpackUploads(pool: Pool, files: readonly DocumentInput[]): Promise<readonly DocumentInput[]> {
  const unpacked: DocumentInput[] = [];
  for (const file of joinPictures(files)) {
    const isContainer = CONTAINER_EXTENSIONS.some((extension) => file.name.toLowerCase().endsWith(`.${extension}`));
    const outcome = isContainer ? await pool.run('unpack', file) : undefined;
    const members = outcome?.ok ? outcome.value : [file];
    unpacked.push(...(unpacked.length + members.length > MOST_FILES ? [file] : members));
  }
  return unpacked;
}
