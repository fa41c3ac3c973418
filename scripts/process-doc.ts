/** Renders docs/process.md, the transition tables and deadlines, from the data that the program runs. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DEADLINES } from '@mingsuan/core/process/deadlines';
import { ROLES, type Role } from '@mingsuan/core/process/roles';
import { PART_TABLES, TABLES } from '@mingsuan/core/process/tables';
import { CONDITIONS, type Transition, type TransitionTable } from '@mingsuan/core/process/transition-table';

export const PROCESS_DOC = fileURLToPath(new URL('../docs/process.md', import.meta.url));

const NEEDS = { reason: '写明理由', document: '有文号和日期' } as const;

function limitsOf({ isCheck, isOwn, isRevision, takesEvidence, needs = [], conditions = [] }: Transition): string {
  const limits = [
    ...(isCheck ? [isCheck === 'of-first' ? '自己填报的不能自己做' : '自己送出的不能自己做'] : []),
    ...(isRevision ? ['内容由批准了的调整件带来'] : []),
    ...(takesEvidence ? ['可以附材料，附了不能撤下'] : []),
    ...(isOwn ? ['只能由送出的人做'] : []),
    ...needs.map((need) => NEEDS[need]),
    ...conditions.map((condition) => `不行的情况：${CONDITIONS[condition]}`),
  ];
  return limits.join('；');
}

const rolesIn = (roles: readonly Role[]): string => roles.map((role) => ROLES[role].name).join('、');

const section = ({ name, states, openedBy, transitions }: TransitionTable): string =>
  [
    `## ${name}\n`,
    ...(openedBy ? [`由${rolesIn(openedBy)}建立。\n`] : []),
    '| 状态 | 做什么 | 谁 | 到 | 条件 |',
    '| --- | --- | --- | --- | --- |',
    ...transitions.map((one) => {
      return `| ${states[one.from]} | ${one.name} | ${rolesIn(one.roles)} | ${states[one.to]} | ${limitsOf(one)} |`;
    }),
  ].join('\n');

/** The whole of docs/process.md. */
export const processDoc = (): string =>
  `${[
    '# 办理过程\n\n本文由 `npm run docs` 根据程序中的流转表生成，请勿手工修改。表里没有的，谁也不能做。',
    ...[...TABLES, ...PART_TABLES].map(section),
    [
      '## 期限\n',
      '| 事项 | 天数 | 依据 |',
      '| --- | --- | --- |',
      ...Object.values(DEADLINES).map(({ name, days, basis }) => `| ${name} | ${days} 日 | ${basis} |`),
    ].join('\n'),
  ].join('\n\n')}\n`;

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(PROCESS_DOC, processDoc());
