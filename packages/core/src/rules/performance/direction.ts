/** Direction of a target against its meaning: a satisfaction bounded above, a failure rate or a cost bounded below. */
import { PERFORMANCE_MEASURES } from '../basis.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { faultsOf } from './faults.ts';
import { faultFindings } from './report.ts';
import { statementsOf } from './stated-conflicts.ts';

export const TARGET_DIRECTION: ReadRule = {
  phase: 'read',
  id: 'target-direction',
  title: '指标值的比较方向与指标含义一致',
  group: '绩效目标',
  scope: EVERYWHERE,
  basis: [{ document: PERFORMANCE_MEASURES, says: '绩效指标应与绩效目标相符' }],
  severity: 'warning',
  sure: '较可靠',
  check:
    '满意度、完成率、覆盖率等越高越好的不设上限；故障率、投诉率、成本、响应时间等越低越好的不设下限。数量设上限、年限设上限只提示（notice）。',
  run: (document) => {
    const faults = document.share(faultsOf).filter((fault) => fault.rule === 'target-direction');
    if (faults.length === 0) return [];
    const { conflicts } = document.share(statementsOf);
    const told = new Set(conflicts.flatMap(({ figured, turned }) => (turned ? figured.indicator : [])));
    return faultFindings(
      document.disclosure,
      faults.filter((fault) => fault.kind !== 'many' || !told.has(fault.indicator)),
    );
  },
};
