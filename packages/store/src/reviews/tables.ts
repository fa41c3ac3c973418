import type { ReviewFindingState, ReviewState } from '@mingsuan/core/process/reviews';
import type { Generated } from 'kysely';
import type { Json, Moment } from '../database/column-types.ts';

interface Signed {
  person_id: number;
  person: string;
  at: Moment;
}

interface Stepped extends Signed {
  number: number;
  event: string;
  name: string;
  role: string;
  from_state: string;
  to_state: string;
  round: number;
  reason: string | null;
}

/** The reviewer's desk. A batch belongs to a region's bureau, and all below it goes when it is deleted. */
export interface ReviewTables {
  /** An edition of the checklist: what of the program's items is left out, and what a bureau adds by hand. */
  review_checklists: Signed & {
    id: Generated<number>;
    unit_id: number;
    name: string;
    left_out: Json<readonly string[]>;
    own_items: Json<readonly string[]>;
  };
  review_batches: {
    id: Generated<number>;
    unit_id: number;
    title: string;
    due: string | null;
    /** Null: the program's own. */
    checklist_id: number | null;
    keep_until: string | null;
    person_id: number;
    created_at: Moment;
  };
  /** A text of an agency, whose it is as its newest file tells; `revision` counts its steps. */
  review_documents: {
    id: Generated<number>;
    batch_id: number;
    name: string;
    agency: string | null;
    code: string | null;
    year: number | null;
    stage: string | null;
    reviewer_id: number | null;
    state: ReviewState;
    round: Generated<number>;
    revision: Generated<number>;
    changed_at: Moment;
  };
  /** The text of each round, and where its reading is kept; `problem`: why there is none. */
  review_files: Signed & {
    id: Generated<number>;
    document_id: number;
    round: number;
    name: string;
    sha256: string;
    size: number;
    reading_sha256: string | null;
    /** What was recognised of a scan with doubtful figures, in the file store; and what people settled of them (`CorrectionBook`). */
    recognised_sha256: string | null;
    corrections: Json<unknown> | null;
    /** Whose disclosures it holds, for finding what belongs together without the readings. */
    identities: Json<unknown> | null;
    pages: Json<unknown> | null;
    coverage: Json<unknown> | null;
    problem: string | null;
    is_checked: Generated<boolean>;
    role: string;
  };
  /** `key`: the finding's stable id; `first_round` and `last_round`: those that it was found in. */
  review_findings: {
    id: Generated<number>;
    document_id: number;
    key: string;
    rule: string;
    severity: string;
    finding: Json<unknown>;
    is_own: Generated<boolean>;
    first_round: number;
    last_round: number;
    state: ReviewFindingState;
    revision: Generated<number>;
    /** Who made it, where no rule did. */
    person: string | null;
  };
  review_steps: Stepped & { document_id: number; content: string };
  /** `is_matched`: the corrected text shows it, in the name of who took that in. */
  review_finding_steps: Stepped & { finding_id: number; is_matched: Generated<boolean> };
  review_comments: Signed & { id: Generated<number>; document_id: number; finding_id: number | null; text: string };
  /** What a reviewer says of an item of the checklist; `met` null: it was looked at and left open. */
  review_verdicts: Signed & { document_id: number; item: string; met: boolean | null; note: string };
  review_letters: Signed & {
    id: Generated<number>;
    document_id: number;
    round: number;
    number: string | null;
    day: string;
    title: string;
    paragraphs: Json<readonly string[]>;
    /** Numbers of the findings that it tells. */
    findings: Json<readonly number[]>;
  };
  /** Rules that a bureau takes as notices; the newest of a rule holds. */
  review_rules: Signed & { id: Generated<number>; unit_id: number; rule: string; is_notice: boolean; reason: string };
}
