/** The folders of `jurisdictions/` and what the program has taken over of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledSources } from '@mingsuan/core/jurisdictions/index';
import { RULES } from '@mingsuan/core/rules/register';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { sourceFiles, sourceOf } from './sources.ts';

const FOLDER = join(import.meta.dirname, '../jurisdictions');
const folders = readdirSync(FOLDER, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

describe('what is bundled', () => {
  it.each(folders)('%s is as its folder says: otherwise run npm run jurisdictions', (id) => {
    const names = readdirSync(join(FOLDER, id))
      .filter((name) => name.endsWith('.yaml'))
      .sort();
    const read = names.map((name) => [name, parse(readFileSync(join(FOLDER, id, name), 'utf8'))] as const);
    const taken = bundledSources.find((source) => source.id === id)?.files.map(({ name, data }) => [name, data]);
    expect(taken).toEqual(read);
  });

  it('is nothing else', () => {
    expect(bundledSources.map(({ id }) => id).sort()).toEqual([...folders].sort());
  });
});

describe('what holds in one place stands in its folder', () => {
  /** Codes and names of all regions are official data; the example of the ledger is of some place. */
  const KNOWS_PLACES = /^packages\/core\/src\/(?:classification|jurisdictions\/data)\//;
  const names = folders
    .filter((id) => id !== 'national')
    .flatMap((id) => [id, parse(readFileSync(join(FOLDER, id, 'profile.yaml'), 'utf8')).name.replace(/[省市]$/, '')]);

  it('no built-in rule is scoped to a region', () => {
    expect(RULES.length).toBeGreaterThan(100);
    expect(RULES.filter(({ scope }) => scope.regions).map(({ id }) => id)).toEqual([]);
  });

  it('the engines name no place', () => {
    expect(names).toContain('上海');
    const named = new RegExp(`['"\`/][^'"\`\\n]*(?:${names.join('|')})`);
    const found = sourceFiles(['core', 'documents', 'store', 'server'])
      .filter((file) => !KNOWS_PLACES.test(file))
      .filter((file) => named.test(sourceOf(file).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')));
    expect(found).toEqual([]);
  });
});
