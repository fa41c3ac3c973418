/** Targets of the year's budget that the self-evaluation of the same project says nothing of. */
import type { Indicator } from '../../kinds/index.ts';
import { agreement, subjectOf } from '../../performance/subject.ts';
import { unspaced } from '../../text/fold.ts';
import { PERFORMANCE_TARGETS } from '../basis.ts';
import type { RelateRule } from '../rule.ts';
import { isSameName, type PairedSheet, pairedSheets } from './paired.ts';

const MOST_TOLD = 3;

export const EVALUATION_UNANSWERED: RelateRule = {
  phase: 'relate',
  beside: 'plan',
  id: 'evaluation-unanswered',
  title: '自评回答了年初预算的每个指标',
  group: '绩效自评',
  scope: { kinds: ['final-accounts'] },
  basis: [{ document: PERFORMANCE_TARGETS, says: '按照批复的绩效目标组织预算执行、开展自评' }],
  severity: 'notice',
  sure: '供参考',
  check:
    '同一年度预算和决算里同名项目（或部门整体）的指标大半同名，年初预算的个别指标自评表里没有、也没有名称相近的，提示一条。名称大半改了的不比。',
  run: ({ disclosure }, { disclosure: budget }) =>
    pairedSheets(disclosure, budget).flatMap((sheet) => {
      const missing = missingOf(sheet);
      if (missing.length === 0) return [];
      const { name, form, targetForm } = sheet;
      const told = missing.map(({ level3, target = '' }) => `“${unspaced(level3)}”${unspaced(target)}`);
      const message = `${name}没有回答年初预算的 ${missing.length} 个指标：${told.slice(0, MOST_TOLD).join('；')}${told.length > MOST_TOLD ? '等' : ''}`;
      const evidence = missing.map(({ level3, target, origin }) => ({
        form: targetForm,
        row: unspaced(level3),
        column: 'target',
        text: target ?? level3,
        origin,
      }));
      const { id: rule } = EVALUATION_UNANSWERED;
      return [{ rule, severity: 'notice', agency: disclosure.agency.name, form, message, evidence }];
    }),
};

/** None where the sheets share less than half of their names: another set of indicators was written. */
function missingOf({ promised, answered }: PairedSheet): readonly Indicator[] {
  const own = promised.filter(({ level3 }) => unspaced(level3) !== '');
  const without = own.filter(({ level3 }) => !answered.some((row) => isSameName(level3, row.level3)));
  if (own.length === 0 || (own.length - without.length) * 2 <= own.length) return [];
  return without.filter(({ level3 }) => !answered.some((row) => isAlike(level3, row.level3)));
}

const isAlike = (a: string, b: string): boolean => {
  const [one, other] = [subjectOf(a), subjectOf(b)];
  return one.includes(other) || other.includes(one) || agreement(one, other) !== undefined;
};
