/** What a request costs of a visitor's calls a minute: whoever asks for what is dear may ask for less of it. */

/** Paths below `/api/v1` by what they begin or hold; the first that fits counts. */
const COSTS: readonly (readonly [path: RegExp, calls: number])[] = [
  [/^\/exports\/(?!datapackage)/, 30],
  [/\/data\.xlsx$/, 10],
  [/\/pages\/\d/, 3],
  [/^\/catalog\.jsonld$/, 3],
  [/\/feedback$/, 5],
];

/** Calls that a request to `path` (`/api/v1/…`) counts as. */
export function costOf(path: string): number {
  const below = path.replace(/^\/api\/v1/, '');
  return COSTS.find(([pattern]) => pattern.test(below))?.[1] ?? 1;
}
