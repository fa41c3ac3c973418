/** Values that cannot be, or that every outcome fulfils. */
import { PERFORMANCE_MEASURES } from '../basis.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { faultsOf } from './faults.ts';
import { faultFindings } from './report.ts';

export const TARGET_IMPOSSIBLE: ReadRule = {
  phase: 'read',
  id: 'target-impossible',
  title: '指标值可能达到，也可能达不到',
  group: '绩效目标',
  scope: EVERYWHERE,
  basis: [{ document: PERFORMANCE_MEASURES, says: '绩效目标应合理可行' }],
  severity: 'warning',
  sure: '较可靠',
  check:
    '部分占全部的比率不大于 100%；“≥0”对任何结果都成立。增长率、名称没有说明是比率的指标大于 100% 的只提示（notice）。',
  run: (document) =>
    faultFindings(
      document.disclosure,
      document.share(faultsOf).filter((fault) => fault.rule === 'target-impossible'),
    ),
};
