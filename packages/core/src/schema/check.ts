/** JSON Schema of `mingsuan check --format json`; the TypeScript twins are finding.ts and dismissals.ts. */

import type { Problem } from '../disclosure.ts';
import type { DismissedFinding } from '../dismissals.ts';
import type { Evidence, Finding, Severity } from '../finding.ts';
import type { Coverage } from '../model/coverage.ts';
import { coverage } from './coverage.ts';
import { formId, origin, problem } from './parts.ts';
import { DRAFT, described, fen, list, object, oneOf, ref, type Schema, text, word } from './schema.ts';

/**
 * One file's findings as printed: `problems` beside them, so that nothing unread passes for checked, and `dismissed`,
 * those that the user's dismissals file lays aside.
 */
export interface CheckedDocument {
  readonly source: string;
  readonly coverage?: Coverage;
  readonly findings: readonly Finding[];
  readonly dismissed?: readonly DismissedFinding[];
  readonly problems?: readonly Problem[];
}

const SEVERITIES: Record<Severity, true> = { error: true, warning: true, notice: true };

const evidence = described(
  'A figure or sentence the finding rests on.',
  object<Evidence>({ text, origin: ref('origin') }, { form: formId, row: text, column: text }),
);

const NEEDED = {
  rule: described('Stable id of the rule; docs/rules.md explains each.', word),
  severity: oneOf(...Object.keys(SEVERITIES)),
  message: described('One Chinese sentence that a finance officer understands.', word),
  evidence: list(ref('evidence')),
};
const OPTIONAL = {
  id: described('Stable across runs; what `mingsuan dismiss` takes.', word),
  agency: text,
  form: formId,
  expected: fen,
  actual: fen,
  difference: fen,
  consequences: described('What else is wrong because of the same mistake, one Chinese sentence each.', list(word)),
  suggestion: text,
};

const finding = object<Finding>(NEEDED, OPTIONAL);

const dismissedFinding = described(
  'A finding that the dismissals file names: not in `findings`, not in the exit status.',
  object<DismissedFinding>({ ...NEEDED, reason: word }, { ...OPTIONAL, date: text }),
);

const document = described(
  'One file’s findings. `problems` is present where something of the file could not be read or was not understood, `dismissed` where findings are laid aside.',
  object<CheckedDocument>(
    { source: word, findings: list(ref('finding')) },
    {
      coverage: ref('coverage'),
      dismissed: list(ref('dismissedFinding'), { minItems: 1 }),
      problems: list(ref('problem'), { minItems: 1 }),
    },
  ),
);

export const checkSchema: Schema = {
  $schema: DRAFT,
  $id: 'urn:mingsuan:schema:check',
  title: 'mingsuan check --format json',
  ...object<{ documents: readonly CheckedDocument[] }>({ documents: list(ref('document')) }, {}),
  $defs: { document, coverage, finding, dismissedFinding, evidence, problem, origin },
};
