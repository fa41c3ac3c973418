/** What a family of equations is: the data that checking, explaining, repairing and documenting share. */
import type { FormId } from '../disclosure.ts';
import type { Severity } from '../finding.ts';
import { mustParse, parseCondition, parseEquation } from './parse.ts';
import type { Condition, Equation } from './syntax.ts';

/**
 * `definition`: the tables' own definitions make it true. `practice`: it follows from how budgets are made, and a
 * document that breaks it throughout may follow another convention, so it is then reported once and mildly.
 */
export type Standing = 'definition' | 'practice';

export interface FamilyEquation {
  readonly text: string;
  /** All of them must be true. */
  readonly when?: readonly string[];
}

/** `@` in an equation stands for each of `forms`. */
export interface Family {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  readonly basis: string;
  readonly severity: Severity;
  readonly standing: Standing;
  readonly forms?: readonly FormId[];
  readonly equations: readonly FamilyEquation[];
}

export interface ParsedEquation {
  readonly equation: Equation;
  readonly when: readonly Condition[];
}

/** A family with its expressions parsed. */
export interface ParsedFamily {
  readonly family: Family;
  readonly equations: readonly ParsedEquation[];
}

export function parseFamily(family: Family): ParsedFamily {
  return {
    family,
    equations: family.equations.map(({ text, when = [] }) => ({
      equation: mustParse(parseEquation, text),
      when: when.map((condition) => mustParse(parseCondition, condition)),
    })),
  };
}
