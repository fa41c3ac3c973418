/** What `mingsuan check --format json` prints; the types of finding.ts are taken from it. */
import { z } from 'zod';
import { STATEMENT_FORM_IDS } from '../model/form-ids.ts';
import { fen, list, type Model, type Naming, oneOf, some, text, word } from './define.ts';
import { defineDocument, type Parts } from './document.ts';
import { TABLE_FORM_IDS } from './records.ts';

/** The parts of what a check reports, by their names. */
export type FindingParts = ReturnType<typeof defineFinding>;

/** A finding, and one that the dismissals file lays aside. */
export function defineFinding(named: Naming, { origin }: Pick<Parts, 'origin'>) {
  const form = oneOf([...STATEMENT_FORM_IDS, ...TABLE_FORM_IDS]);
  const evidence = named(
    'evidence',
    z
      .strictObject({
        form: form.optional(),
        row: text.optional(),
        column: text.optional(),
        text,
        expected: fen.optional().describe('Of a cell that is likely wrong: what it should print.'),
        origin,
      })
      .describe('A figure or sentence the finding rests on.'),
  );
  const finding = z.strictObject({
    id: word.optional().describe('Stable across runs; what `mingsuan dismiss` takes.'),
    rule: word.describe('Stable id of the rule; docs/rules.md explains each.'),
    severity: z.enum(['error', 'warning', 'notice']),
    agency: text.optional(),
    form: form.optional(),
    message: word.describe('One Chinese sentence that a finance officer understands.'),
    expected: fen.optional(),
    actual: fen.optional(),
    difference: fen.optional(),
    evidence: list(evidence),
    consequences: list(word)
      .optional()
      .describe('What else is wrong because of the same mistake, one Chinese sentence each.'),
    suggestion: text.optional(),
  });
  const dismissedFinding = named(
    'dismissedFinding',
    finding
      .extend({ reason: word, date: text.optional() })
      .describe('A finding that the dismissals file names: not in `findings`, not in the exit status.'),
  );
  return { evidence, finding: named('finding', finding), dismissedFinding };
}

const defineParts = (named: Naming) => {
  const parts = defineDocument(named);
  const { finding, dismissedFinding } = defineFinding(named, parts);
  return named(
    'document',
    z
      .strictObject({
        source: word,
        coverage: parts.coverage.optional(),
        findings: list(finding),
        dismissed: some(dismissedFinding).optional(),
        problems: some(parts.problem).optional(),
      })
      .describe(
        'One file’s findings. `problems` is present where something of the file could not be read or was not understood, `dismissed` where findings are laid aside.',
      ),
  );
};

/**
 * One file's findings as printed: `problems` beside them, so that nothing unread passes for checked, and `dismissed`,
 * those that the user's dismissals file lays aside.
 */
export interface CheckedDocument extends Model<ReturnType<typeof defineParts>> {}

/** The files of a check. */
export const defineCheck = (named: Naming) => z.strictObject({ documents: list(defineParts(named)) });
