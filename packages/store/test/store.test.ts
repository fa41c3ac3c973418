/** Everything about a store, on both engines. */
import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import { attachmentCases } from './cases/attachments.ts';
import { changeCases } from './cases/changes.ts';
import { compareCases } from './cases/compare.ts';
import { costCases } from './cases/cost.ts';
import { exportCases } from './cases/exports.ts';
import { identityCases } from './cases/identity.ts';
import { importCases } from './cases/import.ts';
import { jobCases } from './cases/jobs.ts';
import { measuredCases } from './cases/measured.ts';
import { migrationCases } from './cases/migrations.ts';
import { partsCases } from './cases/parts.ts';
import { peopleCases } from './cases/people.ts';
import { performanceCases } from './cases/performance.ts';
import { queryCases } from './cases/queries.ts';
import { recheckCases } from './cases/recheck.ts';
import { releaseCases } from './cases/release.ts';
import { reviewCases } from './cases/reviews.ts';
import { searchCases } from './cases/search.ts';
import { textCases } from './cases/texts.ts';
import { workCases } from './cases/work.ts';
import { type Backend, ENGINES, empty, openBackend } from './support/backends.ts';

for (const engine of ENGINES) {
  const opened = await openBackend(engine);
  if (typeof opened === 'string') {
    console.log(opened);
    continue;
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
