/** What a family of equations is: the data that checking, explaining, repairing and documenting share. */
import type { FormId } from '../disclosure.ts';
import type { Severity } from '../finding.ts';
import type { Basis } from '../rules/basis.ts';
import type { Scope } from '../rules/scope.ts';
import { mustParse, parseCondition, parseEquation } from './parse.ts';
import type { Condition, Equation, Ref, Term } from './syntax.ts';

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
  readonly scope: Scope;
  readonly basis: readonly Basis[];
  readonly severity: Severity;
  readonly standing: Standing;
  readonly forms?: readonly FormId[];
  /** Nothing but the figures tells that these parts are all there are: it is judged where most of the table's rows bear it out. */
  readonly borneOut?: true;
  readonly equations: readonly FamilyEquation[];
}

/** What findings say of the equations that an instance is of. */
export type FamilyOf = Pick<Family, 'id' | 'title' | 'group' | 'severity' | 'standing'>;

/** One equation over one form, with all it needs known before any disclosure is at hand. */
export interface ParsedEquation {
  readonly equation: Equation;
  readonly when: readonly Condition[];
  /** Names of the grids without which it does not apply. */
  readonly tables: readonly string[];
  /** Names of all grids that it and its conditions speak of. */
  readonly all: readonly string[];
}

/** A family with its expressions parsed and written out for each of its forms. */
export interface ParsedFamily {
  readonly family: Family;
  readonly equations: readonly ParsedEquation[];
}

/**
 * A family with its equations parsed. @throws Error where a text of it is no equation, which is a mistake in the
 * program.
 */
export function parseFamily(family: Family): ParsedFamily {
  const parsed = family.equations.map(({ text, when = [] }) => ({
    equation: mustParse(parseEquation, text),
    when: when.map((condition) => mustParse(parseCondition, condition)),
  }));
  const equations = (family.forms ?? [undefined]).flatMap((form) =>
    parsed.map(({ equation, when }) => {
      const own = equationFor(equation, form);
      const conditions = when.map((condition) => conditionFor(condition, form));
      return { equation: own, when: conditions, tables: needed(own), all: spokenOf(own, conditions) };
    }),
  );
  return { family, equations };
}

/** Puts `form` for `@`. */
function refFor(ref: Ref, form: FormId | undefined): Ref {
  if (ref.form !== '@' || !form) return ref;
  return { ...ref, form, grid: ref.side ? `${form}.${ref.side}` : form };
}

function equationFor(equation: Equation, form: FormId | undefined): Equation {
  const side = (terms: readonly Term[]) =>
    terms.map((term) => (term.ref ? { ...term, ref: refFor(term.ref, form) } : term));
  return { left: side(equation.left), operator: equation.operator, right: side(equation.right) };
}

function conditionFor(condition: Condition, form: FormId | undefined): Condition {
  return condition.map((simple) => {
    if (simple.kind === 'holds') return { ...simple, equation: equationFor(simple.equation, form) };
    return simple.kind === 'stage' ? simple : { ...simple, ref: refFor(simple.ref, form) };
  });
}

function needed({ left, right }: Equation): readonly string[] {
  const refs = [...left, ...right].flatMap(({ ref }) => (ref && ref.presence !== 'option' ? [ref.grid] : []));
  return [...new Set(refs)];
}

function spokenOf(equation: Equation, when: readonly Condition[]): readonly string[] {
  const termsOf = ({ left, right }: Equation) => [...left, ...right].flatMap(({ ref }) => ref ?? []);
  const refs = when.flat().flatMap((simple) => {
    if (simple.kind === 'holds') return termsOf(simple.equation);
    return simple.kind === 'stage' ? [] : simple.ref;
  });
  return [...new Set([...termsOf(equation), ...refs].map(({ grid }) => grid))];
}
