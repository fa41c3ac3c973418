/** What reviewers say of a project, and what an inspection finds. */

export const VERDICTS = ['store', 'revise', 'refuse'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const VERDICT_NAMES: Readonly<Record<Verdict, string>> = {
  store: '同意入库',
  revise: '修改后再报',
  refuse: '不予入库',
};

/** Of 建设内容, 预期效果 and 数据共享. */
export const FINDINGS = ['yes', 'partly', 'no', 'none'] as const;
export type Finding = (typeof FINDINGS)[number];

export const FINDING_NAMES: Readonly<Record<Finding, string>> = {
  yes: '做到',
  partly: '部分做到',
  no: '没有做到',
  none: '不涉及',
};
