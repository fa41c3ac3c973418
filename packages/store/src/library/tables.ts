/** The tables of the project library; amounts are fen. */
import type { AmountKind } from '@mingsuan/core/library/amounts';
import type { ProjectClass } from '@mingsuan/core/library/classes';
import type { Finding, Verdict } from '@mingsuan/core/library/opinions';
import type { ReviewGrade } from '@mingsuan/core/performance/target-review';
import type { Generated } from 'kysely';
import type { Moment } from '../database/column-types.ts';

export interface LibraryTables {
  /** What lists ask of a project's newest version; `asked` is of the year it was set up in, `total` of all years. */
  library_projects: {
    item_id: number;
    class: ProjectClass;
    is_new: boolean;
    leader: string;
    from_year: number;
    to_year: number;
    asked: number;
    total: number;
    priority: number | null;
  };
  project_reviewers: {
    id: Generated<number>;
    item_id: number;
    version: number;
    person_id: number;
    due: string | null;
    assigned_by: string;
    at: Moment;
  };
  project_opinions: {
    reviewer_id: number;
    verdict: Verdict;
    fen: number;
    score: number;
    reason: string;
    at: Moment;
  };
  /** The newest of an item, a year and a kind holds. */
  project_amounts: {
    id: Generated<number>;
    item_id: number;
    year: number;
    kind: AmountKind;
    fen: number;
    version: number | null;
    asked: number | null;
    reason: string | null;
    document_number: string | null;
    document_date: string | null;
    source_id: number | null;
    person: string;
    at: Moment;
  };
  /** The newest of an item and a version holds. */
  target_grades: {
    id: Generated<number>;
    item_id: number;
    version: number;
    grade: ReviewGrade;
    reason: string;
    person: string;
    at: Moment;
  };
  project_inspections: {
    item_id: number;
    step: number;
    scope: Finding;
    effect: Finding;
    sharing: Finding;
    note: string;
  };
  /** From which year on a region budgets only what is stored, and its working days for a first answer; null where it sets none. The newest holds. */
  library_settings: {
    id: Generated<number>;
    unit_id: number;
    since_year: number | null;
    review_days: number | null;
    person_id: number;
    at: Moment;
  };
}
