/** What `/sitemap.xml` is asked and answers with. */
export const XML = 'application/xml; charset=utf-8';

/** Where a file of the list begins, by `after`; undefined where the list of files is meant. */
export function fileFrom(after: string | undefined): number | undefined {
  const from = Number(after);
  return after !== undefined && Number.isSafeInteger(from) && from >= 0 && from < 2 ** 30 ? from : undefined;
}
