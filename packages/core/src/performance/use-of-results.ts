/** Use of results (结果应用): what the next budget does with a project of a grade, as the place's profile says. */
import type { Fen } from '../money.ts';
import type { PerformanceProfile, Use } from './profile.ts';
import type { Score } from './score.ts';

export const USE_NAMES: Readonly<Record<Use, string>> = {
  favour: '优先保障',
  keep: '保持',
  cut: '压减',
  cancel: '取消',
};

export interface Proposal {
  readonly use: Use;
  /** The profile that says so. */
  readonly profile: string;
  readonly grade: string;
  /** What the next control figure may be at most; undefined where a person decides by how much. */
  readonly most?: Fen;
}

/**
 * What to do with a scored project; undefined where it has no grade, or its profile says nothing: what was not scored is neither kept nor
 * cut for it. @param last fen of the budget that was evaluated
 */
export function proposalOf(
  { grade, profile: id }: Pick<Score, 'grade' | 'profile'>,
  last: Fen,
  profile: Pick<PerformanceProfile, 'id' | 'use'>,
): Proposal | undefined {
  const use = grade === undefined || id !== profile.id ? undefined : profile.use?.[grade];
  if (use === undefined || grade === undefined) return undefined;
  const most = use === 'cancel' ? 0 : use === 'keep' ? last : undefined;
  return { use, profile: profile.id, grade, ...(most === undefined ? {} : { most }) };
}
