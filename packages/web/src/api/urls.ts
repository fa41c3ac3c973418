/** Addresses of what the browser loads itself: pictures of pages and downloads. */
import { apiUrl } from './client.ts';
import type { Origin } from './types.ts';

/** Pixels a point: sharp at the width of a panel. */
export const PICTURE_SCALE = 2;

const frameOf = ({ box }: Origin): string | undefined => box?.map((side) => side.toFixed(1)).join(',');

export const pagePicture = (document: number, page: number, origin?: Origin): string =>
  apiUrl(`/documents/${document}/pages/${page}.png`, { frame: origin && frameOf(origin), scale: PICTURE_SCALE });

export const originalFile = (document: number): string => apiUrl(`/documents/${document}/file`);

const framesOf = (origins: readonly Origin[]) =>
  origins.flatMap((origin) => frameOf(origin) ?? []).join(';') || undefined;

/** `witnesses` are framed apart. */
export const checkPicture = (
  check: string,
  document: number,
  page: number,
  origins: readonly Origin[] = [],
  witnesses: readonly Origin[] = [],
): string =>
  apiUrl(`/checks/${check}/documents/${document}/pages/${page}.png`, {
    frame: framesOf(origins),
    witness: framesOf(witnesses),
    scale: PICTURE_SCALE,
  });

/** A page of a text under review, of one of its rounds. */
export const reviewPicture = (text: number, round: number, page: number, origins: readonly Origin[] = []): string =>
  apiUrl(`/review-texts/${text}/rounds/${round}/pages/${page}.png`, { frame: framesOf(origins), scale: PICTURE_SCALE });

export const REPORT_FORMATS = ['xlsx', 'pdf', 'html', 'json'] as const;
/** Of all documents; only a PDF is annotated one by one. */
export const checkReport = (check: string, format: (typeof REPORT_FORMATS)[number], document: number): string =>
  apiUrl(`/checks/${check}/report.${format}`, { document: format === 'pdf' ? document : undefined });

export const DATA_FORMATS = ['datapackage.json', 'data.csv', 'data.xlsx'] as const;
export const disclosureData = (id: number, format: (typeof DATA_FORMATS)[number]): string =>
  apiUrl(`/disclosures/${id}/${format}`);

export const FACT_FORMATS = ['csv', 'json', 'parquet'] as const;
export const factsExport = (
  format: (typeof FACT_FORMATS)[number],
  filter: { readonly region?: string | undefined; readonly year?: number | undefined },
): string => apiUrl(`/exports/facts.${format}`, filter);

export const BULK_FORMATS = ['csv', 'json', 'parquet', 'xlsx'] as const;
export const bulkExport = (dataset: string, format: (typeof BULK_FORMATS)[number]): string =>
  apiUrl(`/exports/${dataset}.${format}`);

export const FEEDS = ['atom.xml', 'feed.json'] as const;
/** What comes in, of an agency, a region or a search. */
export const feedOf = (
  file: (typeof FEEDS)[number],
  of: { readonly agency?: number; readonly region?: string; readonly q?: string } = {},
): string => apiUrl(`/feeds/${file}`, of);

/** What changed after a version of the data: as JSON page by page, and as a bulk file. */
export const changesSince = (version: string): string => apiUrl('/data-changes', { since: version });
