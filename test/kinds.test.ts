import { KINDS } from '@mingsuan/core/kinds/index';
import { expect, it } from 'vitest';
import { sourceFiles, sourceOf } from './sources.ts';

/** What names a kind for a reason of its own. */
const ALLOWED: Readonly<Record<string, string>> = {
  'packages/core/src/kinds/asset-fields.ts': 'a part of that kind: its total is the concept of that name',
  'packages/core/src/model/document-kinds.ts': 'a kind of document of that name',
  'packages/core/src/explain/needed-areas.ts': 'a list that sentences write',
  'packages/store/src/database/migrations/001-initial.ts': 'the tables of that day',
  'packages/store/src/database/migrations/003-records.ts': 'the kinds of that day, whose tables go',
};

/** A kind is named or asked for by its id: `form: 'assets'`, `form === 'assets'`, `has('assets')`. */
const asked = (id: string) => new RegExp(`(?:form: |(?:form|id) === |has\\()'${id}'`);

/** Ids that are words of other things too: sections, sentences, lists of codes, measures. */
const isWord = (id: string) => !id.includes('-');

it.each(KINDS.map(({ id, property }) => [id, property]))('no engine knows %s by name', (id, property) => {
  const own = `packages/core/src/kinds/${id}.ts`;
  const names = isWord(id) ? [asked(id)] : [new RegExp(`['"]${id}['"]`), new RegExp(`\\b${property}\\b`)];
  const files = sourceFiles().filter((file) => file !== own && !(file in ALLOWED));
  expect(files.filter((file) => names.some((name) => name.test(sourceOf(file))))).toEqual([]);
});

it('each file of a kind is named for its id', () => {
  const files = new Set(sourceFiles(['core']));
  expect(KINDS.filter(({ id }) => !files.has(`packages/core/src/kinds/${id}.ts`))).toEqual([]);
});
