/** The grade that a self-evaluation prints, and the band that its total is in. */
import type { Disclosure } from '../../disclosure.ts';
import type { Finding } from '../../finding.ts';
import { profileFor } from '../../performance/choose-profile.ts';
import { gradeOf, type PerformanceProfile } from '../../performance/profile.ts';
import { ratio, ratioOf } from '../../performance/ratio.ts';
import { plainText, unspaced } from '../../text/fold.ts';
import { originOf } from '../../words/read.ts';
import { sentencesOf } from '../../words/sentences.ts';
import { PERFORMANCE_MEASURES } from '../basis.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { textFinding } from '../text/passages.ts';
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
    '印了等级和总分的，等级是总分按本地（没有的按全国通用）口径所在的一段；说明里一句话写了一个得分和一个等级的，写各项目结果均为某一等级的，同样。口径里没有的等级名称不判断；各地分数段不同，由人判断。',
  run: ({ disclosure, jurisdictions }) => {
    const { year, region } = disclosure;
    const profile = year === undefined ? undefined : profileFor(region?.code, year, jurisdictions);
    if (!profile) return [];
    return [
      ...toldOtherwise(disclosure, profile),
      ...evaluationsOf(disclosure).flatMap((evaluation) => {
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
      }),
    ];
  },
};

/** 项目自评得分为88.1分 */
const SCORE = /(?:得分|评分|总分)(?:为|是|达)?(\d{1,3}(?:\.\d+)?)分/g;
/** 自评等级为“良”, 3个项目自评结果均为“优” */
const GRADE = /(?:等级|等次|结果|结论)(均|都|全部)?(?:为|是|达到)“?([\u4e00-\u9fff]{1,2})”?(?=[，。；、（）]|$)/g;

/** Scores and grades of the words: the one score and grade of a sentence, and scores behind a sentence that grades them all. */
function toldOtherwise(disclosure: Disclosure, profile: PerformanceProfile): readonly Finding[] {
  const named = (grade: string) => profile.grades.some(({ name }) => name === grade);
  return disclosure.explanation.flatMap(({ paragraphs }) => {
    let ofAll: string | undefined;
    return paragraphs.flatMap((block) => {
      const text = plainText(block.text);
      return sentencesOf(text).flatMap(({ start, end }) => {
        const sentence = text.slice(start, end);
        const scores = [...sentence.matchAll(SCORE)];
        const grades = [...sentence.matchAll(GRADE)].filter((match) => named(match[2]!));
        const [grade, ...more] = grades;
        if (grade?.[1] !== undefined && more.length === 0) ofAll = grade[2];
        const own = scores.length === 1 && grade && more.length === 0 ? grade[2] : undefined;
        const printed = own ?? ofAll;
        return scores.flatMap(([told, score]) => {
          const [whole = '', decimals = ''] = score!.split('.');
          const due = gradeOf(profile, ratio(BigInt(`${whole}${decimals}`), 10n ** BigInt(decimals.length)));
          if (printed === undefined || due === undefined || due === printed) return [];
          const message = `说明写“${told}”，等级是“${printed}”，按“${profile.name}”应为“${due}”`;
          const evidence = [{ text: sentence, origin: originOf(block, start) }];
          return [textFinding(EVALUATION_GRADE, disclosure, message, evidence, '请核对得分和等级')];
        });
      });
    });
  });
}
