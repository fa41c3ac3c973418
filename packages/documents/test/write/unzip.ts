/** The text files of a zip, by name. */
import { strFromU8, unzipSync } from 'fflate';

export function entriesOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]));
}
