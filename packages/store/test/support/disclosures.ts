/** Small made-up disclosures, and files of them. */

import type { Disclosure } from '@mingsuan/core/disclosure';
import { publishReading } from '@mingsuan/core/model/published';
import { type ImportResult, importDocument, releaseRule, type Store, SURENESSES } from '@mingsuan/store';
import { type PublishedOptions, published } from '../../../../bench/made-up/published.ts';
import { prepareOnce } from './once.ts';

export type Changes = Partial<Disclosure>;

export const made = (options: Partial<PublishedOptions> = {}, changes: Changes = {}): Disclosure => ({
  ...published({ agency: 0, year: 2023, functions: 1, ...options }),
  ...changes,
});

export function fileOf(disclosures: readonly Disclosure[], name = '预算.json') {
  const reading = publishReading({ source: name, disclosures, problems: [] });
  return { name, bytes: Buffer.from(JSON.stringify({ documents: [reading] })) };
}

export const take = (store: Store, ...disclosures: Disclosure[]): Promise<ImportResult> =>
  importDocument(store, fileOf(disclosures), prepareOnce);

export const takeOne = async (store: Store, disclosure: Disclosure) => (await take(store, disclosure)).disclosures[0]!;

/** Whatever is found is released. */
export async function releaseAll(store: Store): Promise<void> {
  for (const sure of SURENESSES) await releaseRule(store, 'sureness', sure, true);
}
