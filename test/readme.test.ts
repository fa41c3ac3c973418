import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Every TypeScript example of a package's README runs, and each `expression; // value` line is true. */
it.each(['core', 'documents', 'store', 'server', 'web'])('packages/%s/README.md', async (name) => {
  const folder = join(import.meta.dirname, '../packages', name);
  const [, code = ''] = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(folder, 'README.md'), 'utf8')) ?? [];
  const data = mkdtempSync(join(tmpdir(), 'mingsuan-example-'));
  const values: unknown[] = [];
  const lines = code
    .replaceAll('./data', data)
    .split('\n')
    .map((line) => {
      const match = /^(\S.*); \/\/ (.+)$/.exec(line);
      if (!match) return line;
      values.push(JSON.parse(match[2]!.replace(/'/g, '"')));
      return `results.push(${match[1]});`;
    });
  const workshop = mkdtempSync(join(folder, 'test/example-'));
  try {
    const file = join(workshop, 'example.ts');
    writeFileSync(
      file,
      `${lines.filter((l) => l.startsWith('import')).join('\n')}\nexport const results: unknown[] = [];\n${lines.filter((l) => !l.startsWith('import')).join('\n')}`,
    );
    expect(((await import(file)) as { results: unknown[] }).results).toEqual(values);
    expect(values.length).toBeGreaterThan(0);
  } finally {
    rmSync(workshop, { recursive: true });
    rmSync(data, { recursive: true });
  }
});
