/** Files that belong together are checked once more side by side; every other result stays as it is. */
import { relatedDocuments } from '@mingsuan/core/related';
import type { Job, JobResult } from './job.ts';
import { unpack } from './pack.ts';

/** Shape: one entry for each file in, one result for each out, in the same order. */
export async function pairUp(
  files: readonly { readonly job?: Job | undefined; readonly result: JobResult }[],
): Promise<readonly JobResult[]> {
  const results = files.map(({ result }) => result);
  for (const group of relatedDocuments(results.map(({ kept }) => kept?.identities ?? []))) {
    const together = group.map((i) => ({ job: files[i]!.job!, readings: unpack(results[i]!.kept!.readings) }));
    // Loaded here, for most runs have nothing to pair.
    const { checkTogether } = await import('./process-job.ts');
    const checked = await checkTogether(together);
    for (const [at, i] of group.entries()) results[i] = checked[at]!;
  }
  return results;
}
