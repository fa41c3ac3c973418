import type { ExplanationSection } from '@mingsuan/core/disclosure';
import type { Template } from '@mingsuan/core/templates/index';
import { unspaced } from '@mingsuan/core/text/fold';
import fc from 'fast-check';

/** Sentences with what formats take for marks of their own. */
const SENTENCES = [
  '本年收入预算比上年有所增加，主要是人员经费增加。',
  '（一）负责组织实施有关规划，并监督检查。',
  '1、机关运行经费主要用于办公费、水电费等日常支出。',
  '完成率≥95%，单价<3万元 & 数量>2，见《办法》[2019]5号。',
  '项目“智慧|平台”按 A*B_C 方案实施，`试点`先行。',
  '#1 号楼维修费用由单位承担。',
  '- （二）承办上级交办的其他事项。',
  '> 100 人次的培训一次。',
  '我单位无其他需要说明的事项。',
];

const paragraphs = fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 4 });

/** A sections' titles of a template, numbered or as parts, as they are read back. */
export function explanations(template: Template, fill: (text: string) => string): fc.Arbitrary<ExplanationSection[]> {
  const headed = template.sections[0]?.startsWith('一、') ? [fill('{agency}{year}年部门预算信息公开情况说明')] : [];
  const titles = [...headed, ...template.sections.map((title) => fill(title).replace('{project}', '校园维护'))];
  return fc.tuple(...titles.map(() => paragraphs)).map((texts) => {
    let part: string | undefined;
    return titles.flatMap((title, i) => {
      const numbered = /^([一二三四五六七八九十]+)、(.+)$/.exec(title);
      const parted = /^(第.部分) (.+)$/.exec(title);
      const name = numbered?.[2] ?? parted?.[2] ?? unspaced(title);
      if (!numbered) part = name;
      const number = numbered?.[1] ?? parted?.[1];
      // A part that announces the tables has no text of its own.
      const own = /表$/.test(name) ? [] : texts[i]!;
      return [sectionOf(name, number, part, own)];
    });
  });
}

function sectionOf(
  title: string,
  number: string | undefined,
  part: string | undefined,
  texts: readonly string[],
): ExplanationSection {
  return {
    ...(number ? { number } : {}),
    title,
    ...(part ? { part } : {}),
    text: texts.join('\n'),
    paragraphs: texts.map((text) => ({ text, origin: {} })),
    origin: {},
  };
}
