/** The unit of a target against what its indicator measures. */
import { PERFORMANCE_MEASURES } from '../basis.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { faultsOf } from './faults.ts';
import { faultFindings } from './report.ts';

export const TARGET_UNIT: ReadRule = {
  phase: 'read',
  id: 'target-unit',
  title: '指标值的计量单位与指标相符',
  group: '绩效目标',
  scope: EVERYWHERE,
  basis: [{ document: PERFORMANCE_MEASURES, says: '绩效指标应可衡量，指标值与指标含义一致' }],
  severity: 'warning',
  sure: '较可靠',
  check:
    '比率用百分比，数量、时间不用百分比，成本用金额；有比较符号的数没有单位的、名称与描述说法不一的只提示（notice）。',
  run: (document) =>
    faultFindings(
      document.disclosure,
      document.share(faultsOf).filter((fault) => fault.rule === 'target-unit'),
    ),
};
