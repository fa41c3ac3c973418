/** 先入库、后安排: which projects of a ledger may not be budgeted, with the sentence and the place that say so. */
import type { Ledger } from '../ledger/ledger.ts';
import { type Fen, formatAmount } from '../money.ts';
import { squeeze } from '../text/fold.ts';

/** A project of the unit's library, as far as it may enter a budget. */
export interface LibraryEntry {
  readonly code: string | null;
  readonly name: string;
  /** Whether it is stored, and neither ended nor put out. */
  readonly isStored: boolean;
  /** What its state is called. */
  readonly standing: string;
  /** What it may be given at most in the year. */
  readonly control?: { readonly fen: Fen; readonly why: string } | undefined;
  /** Why it may not be arranged for now: a problem of last year that is not put right. */
  readonly held?: string | undefined;
}

export interface AdmissionFault {
  /** `projects[2]`: the project in the ledger. */
  readonly path: string;
  readonly message: string;
}

/**
 * The entries that a project means: the one of its code, else all of its name. One of several of a name is known by its code alone.
 * @param beside projects of the same budget
 */
export function entriesMeant<E extends Pick<LibraryEntry, 'code' | 'name'>>(
  { code, name }: Coded,
  entries: readonly E[],
  beside: readonly Coded[] = [],
): readonly E[] {
  const coded = code ? entries.find((entry) => entry.code === code) : undefined;
  if (coded) return [coded];
  const isOf = (other: Coded) => squeeze(other.name) === squeeze(name);
  return beside.some((other) => isOf(other) && other.code !== code) ? [] : entries.filter(isOf);
}

interface Coded {
  readonly code?: string | null | undefined;
  readonly name: string;
}

/** What a ledger's project is in the library: by its code, else by a name that only one bears. @param beside as of `entriesMeant` */
export function entryOf<E extends LibraryEntry>(
  project: Coded,
  entries: readonly E[],
  beside: readonly Coded[] = [],
): E | 'several' | undefined {
  const named = entriesMeant(project, entries, beside);
  if (project.code && named[0]?.code === project.code) return named[0];
  const stored = named.filter(({ isStored }) => isStored);
  const [only = named[0]] = stored;
  return stored.length > 1 ? 'several' : only;
}

/** What a project is given in its ledger, in fen. */
export const givenTo = ({ lines }: Ledger['projects'][number]): Fen => lines.reduce((all, { fen }) => all + fen, 0);
const yuan = (fen: Fen): string => `${formatAmount(fen, '元')}元`;

/** @param mustBeStored whether the bureau takes only what is stored; what is held back or has a control figure is so anyway */
export function admissionFaults(
  { projects }: Pick<Ledger, 'projects'>,
  entries: readonly LibraryEntry[],
  mustBeStored: boolean,
): readonly AdmissionFault[] {
  return projects.flatMap((project, i): readonly AdmissionFault[] => {
    const fault = (message: string) => [
      { path: `projects[${i}]`, message: `“项目”表第 ${i + 1} 个项目“${project.name}”${message}` },
    ];
    const entry = entryOf(project, entries, projects);
    if (entry === 'several') return fault('在项目库里有几个同名的，请写明项目编码。');
    if (!entry?.isStored && mustBeStored)
      return fault(
        entry ? `在项目库里是“${entry.standing}”，还没有入库，不能编入预算。` : '不在项目库里，请先申报入库。',
      );
    if (!entry) return [];
    if (entry.held !== undefined) return fault(`暂不能安排：${entry.held}`);
    const asked = givenTo(project);
    const { control } = entry;
    return control && asked > control.fen
      ? fault(`编了 ${yuan(asked)}，超过这个项目的控制数 ${yuan(control.fen)}（${control.why}）。`)
      : [];
  });
}
