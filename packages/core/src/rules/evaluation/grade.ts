/** The grade that a self-evaluation prints, and the band that its total is in. */
import { profileFor } from '../../performance/choose-profile.ts';
import { gradeOf } from '../../performance/profile.ts';
import { ratioOf } from '../../performance/ratio.ts';
import { unspaced } from '../../text/fold.ts';
import { PERFORMANCE_MEASURES } from '../basis.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { evaluationFinding, evaluationsOf, partEvidence } from './parts.ts';

export const EVALUATION_GRADE: ReadRule = {
  phase: 'read',
  group: '绩效自评',
  scope: EVERYWHERE,
  basis: [{ document: PERFORMANCE_MEASURES }],
  id: 'evaluation-grade',
  title: '自评等级与总分所在的分数段一致',
  severity: 'notice',
  sure: '供参考',
  check:
    '印了等级和总分的，等级是总分按本地（没有的按全国通用）口径所在的一段。口径里没有的等级名称不判断；各地分数段不同，由人判断。',
  run: ({ disclosure, jurisdictions }) => {
    const { year, region } = disclosure;
    const profile = year === undefined ? undefined : profileFor(region?.code, year, jurisdictions);
    if (!profile) return [];
    return evaluationsOf(disclosure).flatMap((evaluation) => {
      const { form, name, sheet } = evaluation;
      const { total, origin } = sheet;
      const printed = unspaced(sheet.grade ?? '').replace(/^[“"]|[”"]$/g, '');
      if (!total || !profile.grades.some((grade) => grade.name === printed)) return [];
      const due = gradeOf(profile, ratioOf(total));
      if (due === undefined || due === printed) return [];
      const message = `${name}的等级是“${printed}”，总分 ${total.text} 按“${profile.name}”应为“${due}”`;
      const evidence = [
        partEvidence(form, '自评等级', 'grade', { text: printed, origin }),
        partEvidence(form, '总分', 'total', { text: total.text, origin: total.origin ?? origin }),
      ];
      return [evaluationFinding(EVALUATION_GRADE, 'notice', disclosure, evaluation, message, evidence)];
    });
  },
};
