/** The nouns by the names that sentences in files call them by: GENERAL_RECEIVED is `<general-received>`; uses of vehicles by the concept's id. */
import * as nouns from './nouns.ts';

const BY_ID: ReadonlyMap<string, string> = new Map([
  ...Object.entries(nouns).flatMap(([name, noun]) =>
    typeof noun === 'string' ? [[name.toLowerCase().replaceAll('_', '-'), noun] as const] : [],
  ),
  ...nouns.CAR_USES.map(({ id, noun }) => [id, noun] as const),
]);

/** All names, as a fault lists them. */
export const NOUN_IDS: readonly string[] = [...BY_ID.keys()];

/** The wordings of a noun as a pattern; undefined for a name that is none. */
export const nounOf = (id: string): string | undefined => BY_ID.get(id);
