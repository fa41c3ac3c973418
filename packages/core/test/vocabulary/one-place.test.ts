/** The words of the field are defined in the vocabulary: nobody lists the funds again or has a pattern of its own for a label. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const PACKAGES = join(import.meta.dirname, '../../..');
const SOURCES = ['core', 'documents', 'store', 'server', 'cli', 'web'].map((name) => join(PACKAGES, name, 'src'));

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesIn(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

/** Text between the members of a list. A record of all forms has `basic` among them: it names each and is checked by its type. */
const GAP = '(?:(?!basic)[^{};]){0,90}?';
const listed = (...ids: readonly string[]) => new RegExp(ids.map((id) => `['"\`]${id}['"\`]`).join(GAP));

const LISTS: readonly RegExp[] = [
  listed('general-public', 'government-fund', 'state-capital'),
  listed('overseas', 'vehicles', 'hospitality'),
  listed('institutional', 'superior-subsidy', 'affiliate-payment'),
  /一般公共预算[^，。；、表]{0,40}?政府性?基金[^，。；、表]{0,40}?国有资本经营/,
];
const TERMS =
  '政府性基金|国有资本经营|公务用车购置|公务用车运行|公务接待|因公出国|上级补助|附属单位上缴|事业收入|经营收入|财政专户|收入总计|支出总计|资产总额';
/** A pattern that begins with one of the terms is one for a label; headings and titles name them further on. */
const LABEL = new RegExp(`(?:[=(,:[>&|?!]|return)\\s*/\\^?\\(?(?:\\?[:=!])?(?:${TERMS})[^/\\n]*/[a-z]*[,;.)\\]]`);

const withoutComments = (source: string): string =>
  source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

/** Where they may stand, and why. */
const ALLOWED: Readonly<Record<string, string>> = {
  'core/src/vocabulary/': 'the place itself',
  'core/src/explain/lists.ts': 'which table each list of items is of',
  'core/src/words/patterns/': 'sentences and headings; their nouns are the vocabulary’s, by id',
  'core/src/forms/statements.ts': 'titles and signatures of the forms',
  'core/src/rules/words/year-places.ts': 'what follows a year in a heading',
};

const allowed = (file: string): boolean =>
  Object.keys(ALLOWED).some((place) => file === place || file.startsWith(place));

describe('the words of the field stand in one place', () => {
  const offenders = SOURCES.flatMap(filesIn).flatMap((path) => {
    const file = relative(PACKAGES, path).replaceAll('\\', '/');
    const source = withoutComments(readFileSync(path, 'utf8'));
    return [...LISTS, LABEL].flatMap((pattern) => {
      const found = pattern.exec(source)?.[0];
      return found ? [{ file, found: found.replace(/\s+/g, ' ').slice(0, 100) }] : [];
    });
  });

  it('no list or label pattern stands elsewhere', () =>
    expect(offenders.filter(({ file }) => !allowed(file)).map(({ file, found }) => `${file}: ${found}`)).toEqual([]));

  it('every exception is still needed', () => {
    const unneeded = Object.keys(ALLOWED).filter((place) => !offenders.some(({ file }) => file.startsWith(place)));
    expect(unneeded).toEqual([]);
  });
});
