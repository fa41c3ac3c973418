/** Target values that cannot be read as written. */
import { PERFORMANCE_MEASURES } from '../basis.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { faultsOf } from './faults.ts';
import { faultFindings } from './report.ts';

export const TARGET_MALFORMED: ReadRule = {
  phase: 'read',
  id: 'target-malformed',
  title: '指标值书写完整、能读懂',
  group: '绩效目标',
  scope: EVERYWHERE,
  basis: [{ document: PERFORMANCE_MEASURES, says: '指标值应清晰、可衡量' }],
  severity: 'warning',
  sure: '较可靠',
  check:
    '指标值不缺百分号、不缺数字、不把百分号写成文字，不同时写两个相反的比较词；同表和各表绝大多数指标都填了指标值的，其余的不空着。',
  run: (document) =>
    faultFindings(
      document.disclosure,
      document.share(faultsOf).filter((fault) => fault.rule === 'target-malformed'),
    ),
};
