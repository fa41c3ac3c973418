/** Code ↔ name ↔ year: whether a printed name is the one its code had in the budget year. */
import { ECONOMIC_REFORM } from './economic.ts';
import { covers, type Entry, type ListId, type NamePeriod } from './entry.ts';
import { conceptsOf, editionOf, lookup, optionsOf, type When } from './lookup.ts';
import { differsByParticles, isCutOff, normalizeName } from './names.ts';
import { type NearEntry, nearCodes, nearNames } from './near.ts';

/**
 * - `ok` the name is right for the year
 * - `outdated` the name, or the code, was right until `until`
 * - `premature` the name, or the code, is right only since `since`
 * - `different` another name than the verified one of that year
 * - `unknown-code` no edition known here has the code; the lists are incomplete
 * - `unverified` not the name known here, which is not certain enough to say more; or the printed one is only cut off, or is
 *   the name of a code below (then the printed code is cut off)
 */
export type NameStatus = 'ok' | 'outdated' | 'premature' | 'different' | 'unknown-code' | 'unverified';

export interface NameCheck {
  readonly status: NameStatus;
  readonly official?: string;
  readonly since?: number;
  readonly until?: number;
  /** Codes that the name, or names that the code, was probably meant to be. */
  readonly near?: readonly NearEntry[];
}

const NEAR = 3;

/** The code in the scheme of other years. */
function inOtherEdition(list: ListId, code: string, when: When): Entry | undefined {
  const { year } = optionsOf(when);
  if (list === 'economic') {
    const isFormer = year !== undefined && year < ECONOMIC_REFORM;
    return lookup(list, code, isFormer ? ECONOMIC_REFORM : ECONOMIC_REFORM - 1);
  }
  if (list !== 'procurement') return undefined;
  return lookup(list, code, { edition: editionOf(optionsOf(when)) === '2013' ? '2022' : '2013' });
}

/** A code that the year's edition lacks. What is known of the procurement edition of 2013 is a small part: a lack there says nothing. */
function unlisted(list: ListId, code: string, name: string, when: When): NameCheck {
  const other = inOtherEdition(list, code, when);
  const isSame = other && normalizeName(other.name) === normalizeName(name);
  if (isSame && other.edition === 'pre2018') return { status: 'outdated', until: ECONOMIC_REFORM - 1 };
  if (other) return { status: 'unverified', official: other.name };
  if (list === 'procurement' && editionOf(optionsOf(when)) === '2013') return { status: 'unverified' };
  return { status: 'unknown-code', near: nearCodes(list, code, name, when, NEAR) };
}

/** The code itself outside its years. */
function outOfTime(entry: Entry, year: number | undefined): NameCheck | undefined {
  if (year === undefined || covers(entry, year)) return undefined;
  return entry.to !== undefined && year > entry.to
    ? { status: 'outdated', official: entry.name, until: entry.to }
    : { status: 'premature', official: entry.name, since: entry.from! };
}

/** The name is one that the code has in other years. */
function otherYear(entry: Entry, other: NamePeriod, year: number | undefined): NameCheck {
  const official = entry.name;
  if (other.stale || entry.trust === 'stale') return { status: 'unverified', official };
  if (year === undefined || covers(other, year)) return { status: 'ok', official };
  return other.to !== undefined && year > other.to
    ? { status: 'outdated', official, until: other.to }
    : { status: 'premature', official, since: other.from! };
}

/** Codes below `code` that have the printed name: a code that wrapping has cut off looks so. */
function below(list: ListId, code: string, name: string, when: When): NearEntry[] {
  const found: NearEntry[] = [];
  for (const [other, concept] of conceptsOf(list, when)) {
    const theirs = concept.names.at(-1)!.name;
    if (other !== code && other.startsWith(code) && isCutOff(name, theirs))
      found.push({ code: other, name: theirs, score: 1 });
  }
  return found;
}

/**
 * Checks a printed name against its code. Brackets, quotes, punctuation, spaces, full and half width are not looked at; a
 * missing or an added 支出 is a difference. `different` is said only of names verified for the year: a false alarm costs trust.
 */
export function nameCheck(list: ListId, code: string, name: string, when?: When): NameCheck {
  const { year } = optionsOf(when);
  const entry = lookup(list, code, when);
  if (!entry) return unlisted(list, code, name, when);
  const outside = outOfTime(entry, year);
  if (outside) return outside;
  const official = entry.name;
  const printed = normalizeName(name);
  if (printed === normalizeName(official)) return { status: entry.trust === 'stale' ? 'unverified' : 'ok', official };
  if (isCutOff(name, official) || differsByParticles(name, official)) return { status: 'unverified', official };
  const other = entry.otherNames.find((period) => normalizeName(period.name) === printed);
  if (other) return otherYear(entry, other, year);
  const isVerified = entry.verified && (year === undefined || covers(entry.verified, year));
  if (!isVerified || normalizeName(inOtherEdition(list, code, when)?.name ?? '') === printed)
    return { status: 'unverified', official };
  const cutOff = below(list, code, name, when);
  if (cutOff.length > 0) return { status: 'unverified', official, near: cutOff.slice(0, NEAR) };
  const meant = nearCodes(list, code, name, when, NEAR);
  return { status: 'different', official, near: meant.length > 0 ? meant : nearNames(list, name, NEAR, when) };
}
