/** The one licence of the open data: files, catalogue, feeds, API and pages all say this one. */
export const LICENCE = {
  /** As SPDX lists it. */
  id: 'CC-BY-4.0',
  title: 'CC BY 4.0',
  url: 'https://creativecommons.org/licenses/by/4.0/',
} as const;

/** As a Data Package lists it. */
export const PACKAGE_LICENCES = [{ name: LICENCE.id, path: LICENCE.url, title: LICENCE.title }] as const;

/** What a file that cannot say it in itself comes with (RFC 8288, relation `license`). */
export const LICENCE_HEADER = { link: `<${LICENCE.url}>; rel="license"` } as const;
