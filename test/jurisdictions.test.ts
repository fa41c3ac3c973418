/** The folders of `jurisdictions/` and what the program has taken over of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledSources } from '@mingsuan/core/jurisdictions/index';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

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
