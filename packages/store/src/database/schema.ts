/** The tables as Kysely sees them, a file for each room (`tables.ts`); what each means stands in migrations too. Amounts are fen. */
import type { ExportTables } from '../export/tables.ts';
import type { FactTables } from '../facts/tables.ts';
import type { FeedbackTables } from '../feedback/tables.ts';
import type { FollowTables } from '../follow/tables.ts';
import type { IdentityTables } from '../identity/tables.ts';
import type { ImportedTables } from '../import/tables.ts';
import type { JobTables } from '../jobs/tables.ts';
import type { LibraryTables } from '../library/tables.ts';
import type { PeopleTables } from '../people/tables.ts';
import type { PerformanceTables } from '../performance/tables.ts';
import type { ProjectedTables } from '../projection/tables.ts';
import type { ReleaseTables } from '../release/tables.ts';
import type { ReviewTables } from '../reviews/tables.ts';
import type { RosterTables } from '../roster/tables.ts';
import type { WebhookTables } from '../webhooks/tables.ts';
import type { WorkTables } from '../work/tables.ts';
import type { YardstickTables } from '../yardsticks/tables.ts';

/** All tables of the store. */
export interface Database
  extends ImportedTables,
    ProjectedTables,
    IdentityTables,
    ReleaseTables,
    RosterTables,
    YardstickTables,
    PeopleTables,
    WorkTables,
    WebhookTables,
    FollowTables,
    FactTables,
    ExportTables,
    FeedbackTables,
    PerformanceTables,
    ReviewTables,
    LibraryTables,
    JobTables {}
