/** What an operator ruled of a file (认定): whose its disclosures are, of when; or that it is nobody's budget. Pure. */
import type { Agency, Disclosure, Problem, Region, Stage } from '@mingsuan/core/disclosure';
import { kindOf } from '@mingsuan/core/model/document-kinds';
import { FIELD_NAMES, type FieldName, type FieldsTold } from '@mingsuan/core/model/identity';
import type { WithdrawalKind } from '@mingsuan/core/model/withdrawal';

/** One disclosure of a file, by its place in the file's reading, with all its fields. */
export interface RuledDisclosure {
  readonly at: number;
  readonly agency: Agency;
  readonly region?: Region;
  readonly year: number;
  readonly stage: Stage;
}

/** Kinds of ruling under which nothing of a file is published: it was taken back, is no budget, or a form that nobody filled in. */
export type Rejection = WithdrawalKind;
export const REJECTIONS = ['withdrawn', 'not-a-budget', 'blank'] as const satisfies readonly Rejection[];

/** Disclosures that are not listed stay as they are read. */
export type Ruling =
  | { readonly kind: 'identity'; readonly disclosures: readonly RuledDisclosure[] }
  | { readonly kind: Rejection };

/** Whether a file was ruled to be no disclosure that is published. */
export const isRejected = (ruling: Ruling | undefined): boolean => ruling !== undefined && ruling.kind !== 'identity';

/** A disclosure under its file's ruling, and whether that rules it: then no field of it is in doubt. */
export function ruled(
  disclosure: Disclosure,
  at: number,
  ruling: Ruling | undefined,
): { readonly disclosure: Disclosure; readonly isRuled: boolean } {
  const own = ruling?.kind === 'identity' ? ruling.disclosures.find((one) => one.at === at) : undefined;
  if (!own) return { disclosure, isRuled: false };
  const { region: _, ...rest } = disclosure;
  const { agency, region, year, stage } = own;
  return {
    disclosure: { ...rest, agency, ...(region ? { region } : {}), year, stage, identity: told(disclosure, own) },
    isRuled: true,
  };
}

const NOBODY = { confidence: 'unknown', evidence: [] } as const;

/** Each field as the operator tells it, with what the document tells beside. */
function told({ identity }: Disclosure, { agency, year, stage }: RuledDisclosure): FieldsTold {
  const values: Readonly<Record<FieldName, string>> = {
    agency: agency.name,
    year: String(year),
    stage: kindOf(stage).name,
  };
  const fields = (Object.keys(FIELD_NAMES) as FieldName[]).map((field) => {
    const { evidence, against = [] } = identity?.[field] ?? { ...NOBODY, against: [] };
    const own = { witness: 'operator' as const, text: values[field] };
    const others = [...evidence, ...against];
    return [field, { confidence: 'sure', evidence: [own, ...others] }] as const;
  });
  return Object.fromEntries(fields) as unknown as FieldsTold;
}

/** Problems that ask for what an operator has ruled by now. */
const ASKING = /^(?:agency|year|stage)-(?:unknown|doubtful)$|^file-name-differs$|^blank-form$/;

/** What is left to say of a file when all its disclosures are ruled. */
export const unanswered = (problems: readonly Problem[], isRuled: boolean): readonly Problem[] =>
  isRuled ? problems.filter(({ code }) => !ASKING.test(code)) : problems;
