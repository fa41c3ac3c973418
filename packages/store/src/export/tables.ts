import type { Generated } from 'kysely';

/** What the open data tell of themselves: which change of what came when. */
export interface ExportTables {
  /** The last change of each; a disclosure's findings change apart from what it prints. */
  data_changes: {
    subject: 'disclosure' | 'findings' | 'agency';
    subject_id: number;
    /** The version that told it first. */
    first: number;
    version: number;
    at: Date;
    /** It is no longer published: taken back, merged, or an earlier version. */
    is_gone: boolean;
    /** How it stood then, where that can change by itself. */
    stood: string | null;
  };
  /** What may have changed since; `anew` where it has. */
  stale_changes: { subject: string; subject_id: number; anew: boolean; at: Generated<Date> };
}
