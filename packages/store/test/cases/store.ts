/** Everything about a store, on the engine that a test file names: each has a file of its own, so that they run side by side. */
import { afterAll, beforeAll, beforeEach, describe, it } from 'vitest';
import { type Backend, type Engine, empty, openBackend } from '../support/backends.ts';
import { attachmentCases } from './attachments.ts';
import { changeCases } from './changes.ts';
import { compareCases } from './compare.ts';
import { costCases } from './cost.ts';
import { exportCases } from './exports.ts';
import { identityCases } from './identity.ts';
import { importCases } from './import.ts';
import { jobCases } from './jobs.ts';
import { measuredCases } from './measured.ts';
import { migrationCases } from './migrations.ts';
import { partsCases } from './parts.ts';
import { peopleCases } from './people.ts';
import { performanceCases } from './performance.ts';
import { queryCases } from './queries.ts';
import { recheckCases } from './recheck.ts';
import { releaseCases } from './release.ts';
import { reviewCases } from './reviews.ts';
import { searchCases } from './search.ts';
import { textCases } from './texts.ts';
import { workCases } from './work.ts';

export async function storeCases(engine: Engine): Promise<void> {
  const opened = await openBackend(engine);
  if (typeof opened === 'string') {
    it.skip(opened);
    return;
  }
  const backend: () => Backend = () => opened;
  describe(engine, () => {
    beforeAll(() => empty(opened.store));
    beforeEach(() => empty(opened.store));
    afterAll(() => opened.close());
    describe('import', () => importCases(backend));
    describe('identity', () => identityCases(backend));
    describe('parts', () => partsCases(backend));
    describe('releases and roster', () => releaseCases(backend));
    describe('rechecks', () => recheckCases(backend));
    describe('queries', () => queryCases(backend));
    describe('changes', () => changeCases(backend));
    describe('comparisons', () => compareCases(backend));
    describe('search', () => searchCases(backend));
    describe('cost', () => costCases(backend));
    describe('texts', () => textCases(backend));
    describe('exports and backup', () => exportCases(backend));
    describe('people', () => peopleCases(backend));
    describe('work', () => workCases(backend));
    describe('attachments', () => attachmentCases(backend));
    describe('performance', () => performanceCases(backend));
    describe('measured', () => measuredCases(backend));
    describe('reviews', () => reviewCases(backend));
    describe('jobs', () => jobCases(backend));
    describe('migrations', () => migrationCases(backend));
  });
}
