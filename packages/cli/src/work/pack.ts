/** What was read from a file, as few bytes: all files of a folder wait in memory until it is known which belong together. */
import { deserialize, serialize } from 'node:v8';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { DocumentReading } from '@mingsuan/core/disclosure';

/** As bytes that `unpack` takes. */
export function pack(readings: readonly DocumentReading[]): Uint8Array {
  return deflateRawSync(serialize(readings), { level: 1 });
}

/** What `pack` was given. */
export function unpack(packed: Uint8Array): readonly DocumentReading[] {
  return deserialize(inflateRawSync(packed));
}
