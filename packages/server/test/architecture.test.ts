/** The walls of the server: which room may know which. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const SRC = join(import.meta.dirname, '../src');
const MODULES = join(SRC, 'modules');

interface Source {
  /** `modules/checks/service.ts` */
  readonly path: string;
  readonly imports: readonly string[];
  readonly text: string;
}

const sources: readonly Source[] = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => {
    const file = join(entry.parentPath, entry.name);
    const text = readFileSync(file, 'utf8');
    const imports = [...text.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(([, name]) =>
      name!.startsWith('.') ? relative(SRC, join(entry.parentPath, name!)) : name!,
    );
    return { path: relative(SRC, file), imports, text };
  });

const breaches = (of: (source: Source) => boolean, forbidden: RegExp): readonly string[] =>
  sources
    .filter(of)
    .flatMap(({ path, imports }) => imports.filter((name) => forbidden.test(name)).map((name) => `${path}: ${name}`));

const isOfModule = ({ path }: Source): boolean => path.startsWith('modules/');
const isRoutes = ({ path }: Source): boolean => /(?:routes|docs)\.ts$/.test(path);
const isContract = ({ path }: Source): boolean => path.endsWith('contract.ts');

describe('walls', () => {
  test('the modules each have a contract, routes and a service', () => {
    const folders = [...new Set(sources.filter(isRoutes).map(({ path }) => path.replace(/\/[^/]*$/, '')))];
    // The portal's own routes only gather those of its subjects.
    for (const folder of folders.filter((folder) => folder !== 'modules/portal'))
      expect(readdirSync(join(SRC, folder))).toEqual(
        expect.arrayContaining(['contract.ts', 'routes.ts', 'service.ts']),
      );
    expect(readdirSync(MODULES).sort()).toEqual([
      'accounts',
      'attachments',
      'checks',
      'execution',
      'feedback',
      'follow',
      'identity',
      'imports',
      'ledger',
      'library',
      'measuring',
      'open-data',
      'operation',
      'performance',
      'portal',
      'reviews',
      'sign-on',
      'surveys',
      'webhooks',
      'work',
    ]);
  });

  test('services know no HTTP: no framework, no status, no answer', () => {
    const isService = (source: Source) => isOfModule(source) && !isRoutes(source) && !isContract(source);
    expect(breaches(isService, /^(hono|@hono|zod|http\/|contract\/|services\.ts|.*(routes|contract)\.ts$)/)).toEqual(
      [],
    );
    const told = sources
      .filter(isService)
      .filter(({ text }) => /\b(?:ApiProblem|new Response|statusCode|c\.json)\b/.test(text));
    expect(told.map(({ path }) => path)).toEqual([]);
  });

  test('routes ask services, not the store', () => {
    const isAsking = (source: Source) => isOfModule(source) && isRoutes(source);
    const text = (path: string) => sources.find((source) => source.path === path)!.text;
    const asking = breaches(isAsking, /^(@mingsuan\/store|kysely)/).filter((breach) => {
      const [path = '', name] = breach.split(': ');
      // A type of what the service gives is no question.
      return !text(path).match(new RegExp(`import type [^;]* from '${name}'`));
    });
    expect(asking).toEqual([]);
  });

  test('http, engine and what lies below know no module', () => {
    expect(breaches(({ path }) => /^(http|engine|links|contract)\/|^fault\.ts$/.test(path), /^modules\//)).toEqual([]);
    expect(breaches(({ path }) => /^(engine|links)\/|^fault\.ts$/.test(path), /^(http|hono|@hono)/)).toEqual([]);
  });
});
