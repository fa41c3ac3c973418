/** What docs/lake.md tells of the columns is what they are. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FACT_FIELDS } from '@mingsuan/store';
import { expect, it } from 'vitest';

it('docs/lake.md has every column with its type and meaning', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../../docs/lake.md'), 'utf8');
  const [, table = ''] = /<!-- columns -->\n([\s\S]*?)<!-- \/columns -->/.exec(text) ?? [];
  const rows = [...table.matchAll(/^\| `(\w+)` \| (\w+) \| (.+) \|$/gm)].map(([, name, type, title]) => [
    name,
    type,
    title,
  ]);
  expect(rows).toEqual(Object.entries(FACT_FIELDS).map(([name, { type, title }]) => [name, type, title]));
});
