/** 排序: in which order projects of the library are arranged while the money lasts. Each place says why. */
export interface RankedProject {
  readonly id: number;
  /** What the department set, 1 first. */
  readonly priority?: number | undefined;
  /** Mean of the reviewers' scores, in hundredths of a point. */
  readonly score?: number | undefined;
  readonly isNew: boolean;
}

export interface Rank {
  readonly id: number;
  /** 1 first; those that nothing tells apart share a place. */
  readonly place: number;
  readonly why: string;
}

/** What is lower stands first: the department's order, what goes on before what is new, the reviewers' scores; a score before none. */
const keysOf = ({ priority, score, isNew }: RankedProject): readonly number[] => [
  priority ?? Number.MAX_SAFE_INTEGER,
  isNew ? 1 : 0,
  score === undefined ? 1 : -score,
];

/** Projects in their order. */
export function rankProjects(projects: readonly RankedProject[]): readonly Rank[] {
  const keyed = projects.map((project) => ({ project, keys: keysOf(project) }));
  const compare = (a: readonly number[], b: readonly number[]) =>
    a.map((key, i) => key - b[i]!).find((difference) => difference !== 0) ?? 0;
  keyed.sort((a, b) => compare(a.keys, b.keys) || a.project.id - b.project.id);
  let place = 0;
  return keyed.map(({ project, keys }, i) => {
    if (i === 0 || compare(keyed[i - 1]!.keys, keys) !== 0) place = i + 1;
    return { id: project.id, place, why: whyOf(project) };
  });
}

const whyOf = ({ priority, score, isNew }: RankedProject): string =>
  [
    ...(priority === undefined ? [] : [`部门排第 ${priority}`]),
    isNew ? '新增' : '延续',
    score === undefined ? '没有评审分' : `评审 ${(score / 100).toFixed(2)} 分`,
  ].join('，');
