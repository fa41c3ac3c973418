/** What the rules of one check share of a document: worked out once, and only when a rule asks for it. */
import type { Disclosure, Problem } from '../disclosure.ts';
import { CellIndex } from '../equations/cell-index.ts';
import { type DisclosureGrids, gridsOf } from '../equations/disclosure-grids.ts';
import { bundled } from '../jurisdictions/bundled.ts';
import type { Jurisdictions } from '../jurisdictions/jurisdictions.ts';
import { isPlanOf, isUnitOf, isYearBefore } from '../related.ts';
import type { Mention } from '../words/mention.ts';
import { readMentions } from '../words/read.ts';

export class DocumentContext {
  readonly disclosure: Disclosure;
  /** What the file's reading reported: blank pages, characters without a meaning. */
  readonly problems: readonly Problem[];
  /** The places that are known: their templates and sentences. */
  readonly jurisdictions: Jurisdictions;
  /** The same agency's document of the year before. */
  previous: DocumentContext | undefined;
  /** The budget that it carries out, of a document of another kind. */
  plan: DocumentContext | undefined;
  /** Of a department: the documents of its units. */
  units: readonly DocumentContext[] = [];
  /** The documents whose equations are looked at together: a department with its units, any other alone. */
  group: readonly DocumentContext[] = [this];
  readonly #shared = new Map<unknown, unknown>();

  constructor(disclosure: Disclosure, problems: readonly Problem[] = [], jurisdictions: Jurisdictions = bundled()) {
    this.disclosure = disclosure;
    this.problems = problems;
    this.jurisdictions = jurisdictions;
  }

  /** The document put right; itself, with all that was worked out, where there was nothing to put right. */
  with(disclosure: Disclosure): DocumentContext {
    return disclosure === this.disclosure ? this : new DocumentContext(disclosure, this.problems, this.jurisdictions);
  }

  /** What `work` makes of the document: worked out for the first rule that asks, and the same for all others. */
  share<T>(work: (document: DocumentContext) => T): T {
    if (!this.#shared.has(work)) this.#shared.set(work, work(this));
    return this.#shared.get(work) as T;
  }

  /** Its tables as equations see them. */
  get grids(): DisclosureGrids {
    return this.share(ownGrids);
  }

  /** The figures of its explanation. */
  get mentions(): readonly Mention[] {
    return this.share(mentionsOf);
  }

  /** The cells of its group. */
  get cellIndex(): CellIndex {
    return this.group[0]!.share(cellIndexOf);
  }
}

const ownGrids = ({ disclosure }: DocumentContext): DisclosureGrids => gridsOf(disclosure);
const mentionsOf = ({ disclosure, jurisdictions }: DocumentContext): readonly Mention[] =>
  readMentions(disclosure, jurisdictions);
const cellIndexOf = ({ group }: DocumentContext): CellIndex => new CellIndex(group.map(({ grids }) => grids));

/** Tells the documents of one check of each other. @returns their groups: departments first, with their units. */
export function acquaint(documents: readonly DocumentContext[]): readonly (readonly DocumentContext[])[] {
  for (const document of documents) {
    const { disclosure } = document;
    document.previous = documents.find((other) => isYearBefore(other.disclosure, disclosure));
    document.plan = documents.find((other) => isPlanOf(other.disclosure, disclosure));
    if (disclosure.agency.level === 'department')
      document.units = documents.filter((other) => isUnitOf(other.disclosure, disclosure));
  }
  for (const department of documents.filter(({ units }) => units.length > 0)) {
    const group = [...new Set([department, ...department.units].flatMap((each) => each.group))];
    for (const member of group) member.group = group;
  }
  const groups = new Set(documents.map(({ group }) => group));
  return [...[...groups].filter(({ length }) => length > 1), ...[...groups].filter(({ length }) => length === 1)];
}
