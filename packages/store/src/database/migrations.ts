/** The schema as numbered steps. A step that has been released is never changed: a change is another step. */
import { type Kysely, type Migration, Migrator, sql } from 'kysely';
import { initial } from './migrations/001-initial.ts';
import { periods } from './migrations/002-periods.ts';
import { records } from './migrations/003-records.ts';
import { columns } from './migrations/004-columns.ts';
import { units } from './migrations/005-units.ts';
import { coverage } from './migrations/006-coverage.ts';
import { identity } from './migrations/007-identity.ts';
import { release } from './migrations/008-release.ts';
import { lines } from './migrations/010-lines.ts';
import { fairJobs } from './migrations/011-fair-jobs.ts';
import { people } from './migrations/011-people.ts';
import { work } from './migrations/012-work.ts';
import { comparison } from './migrations/013-comparison.ts';
import { execution } from './migrations/014-execution.ts';
import { texts } from './migrations/015-texts.ts';
import { boards } from './migrations/016-boards.ts';
import { adjustments } from './migrations/017-adjustments.ts';
import { cubes } from './migrations/018-cubes.ts';
import { subscriptions } from './migrations/019-subscriptions.ts';
import { measured } from './migrations/020-measured.ts';
import { reviews } from './migrations/021-reviews.ts';
import { levels } from './migrations/022-levels.ts';
import { taskCounts } from './migrations/023-task-counts.ts';
import { library } from './migrations/024-library.ts';
import { lake } from './migrations/025-lake.ts';
import { feedback } from './migrations/026-feedback.ts';
import { attachments } from './migrations/027-attachments.ts';
import { changes } from './migrations/027-changes.ts';
import { access } from './migrations/028-access.ts';
import { clocks } from './migrations/028-clocks.ts';
import { shares } from './migrations/029-shares.ts';
import { identities } from './migrations/030-identities.ts';
import { siteChecks } from './migrations/030-site-checks.ts';
import { webhooks } from './migrations/031-webhooks.ts';
import { targetGrades } from './migrations/032-target-grades.ts';
import { cells } from './migrations/033-cells.ts';
import { collected } from './migrations/034-collected.ts';
import { projectMoney } from './migrations/035-project-money.ts';
import { textsOnce } from './migrations/036-texts.ts';
import { corrections } from './migrations/037-corrections.ts';
import { itemCubes } from './migrations/038-item-cubes.ts';
import { places } from './migrations/039-places.ts';
import { covering } from './migrations/040-covering.ts';
import { projectCodes } from './migrations/041-project-codes.ts';
import { overviews } from './migrations/042-overviews.ts';
import { listed } from './migrations/043-listed.ts';

/** Steps by name; they run in the order of their names. */
const MIGRATIONS: Readonly<Record<string, readonly string[]>> = {
  '001-initial': initial,
  '002-periods': periods,
  '003-records': records,
  '004-columns': columns,
  '006-coverage': coverage,
  '005-units': units,
  '007-identity': identity,
  '008-release': release,
  '010-lines': lines,
  '011-fair-jobs': fairJobs,
  '013-comparison': comparison,
  '011-people': people,
  '012-work': work,
  '014-execution': execution,
  '015-texts': texts,
  '016-boards': boards,
  '017-adjustments': adjustments,
  '018-cubes': cubes,
  '019-subscriptions': subscriptions,
  '020-measured': measured,
  '021-reviews': reviews,
  '022-levels': levels,
  '023-task-counts': taskCounts,
  '024-library': library,
  '025-lake': lake,
  '026-feedback': feedback,
  '027-changes': changes,
  '027-attachments': attachments,
  '028-clocks': clocks,
  '029-shares': shares,
  '028-access': access,
  '030-identities': identities,
  '030-site-checks': siteChecks,
  '031-webhooks': webhooks,
  '032-target-grades': targetGrades,
  '033-cells': cells,
  '034-collected': collected,
  '035-project-money': projectMoney,
  '036-texts': textsOnce,
  '037-corrections': corrections,
  '038-item-cubes': itemCubes,
  '039-places': places,
  '040-covering': covering,
  '041-project-codes': projectCodes,
  '042-overviews': overviews,
  '043-listed': listed,
};

const migrationOf = (statements: readonly string[]): Migration => ({
  up: async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});

/**
 * Brings the schema to the newest step, or to the one that is named; several processes that start at once wait for each other.
 */
export async function migrate(db: Kysely<never>, to?: string): Promise<void> {
  const migrations = Object.fromEntries(
    Object.entries(MIGRATIONS).map(([name, statements]) => [name, migrationOf(statements)]),
  );
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    // Steps that were written side by side may be released in another order.
    allowUnorderedMigrations: true,
  });
  const { error } = await (to === undefined ? migrator.migrateToLatest() : migrator.migrateTo(to));
  if (error) throw error;
}
