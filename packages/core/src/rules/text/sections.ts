/** The matters that an explanation has to tell. */

import { BUDGET_LAW, DISCLOSURE } from '../basis.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { textFinding } from './passages.ts';

interface Matter {
  readonly name: string;
  readonly pattern: RegExp;
}

/** 财预〔2016〕143号第七条 names the first three; assets since 2016, performance since 2018 by the annual notices. */
const MATTERS: readonly Matter[] = [
  { name: '“三公”经费', pattern: /三公.{0,3}经费/ },
  { name: '机关运行经费', pattern: /机关运行经?费|运行经费/ },
  { name: '政府采购', pattern: /政府采购/ },
  {
    name: '国有资产占有使用',
    pattern:
      /国有资产占|资产占[有用]|固定资产(?:金额|总额|总值)|(?:共有|拥有|现有|使用).{0,8}(?:车辆|公务用车)|国有资产(?:信息|情况)/,
  },
  {
    name: '预算绩效',
    pattern:
      /绩效(?:目标(?:设置|管理|编报|填报|实现|情况|信息|申报)|管理|评价|自评|信息|情况)|(?:编[报制]|设[置定]|填报|申报)了?(?:项目|整体)?绩效目标/,
  },
];

/** Statements and told matters from which on a document is taken for a whole disclosure. */
const STATEMENTS = 5;
const TOLD = 3;

export const MISSING_MATTER: ReadRule = {
  phase: 'read',
  id: 'text-missing-section',
  title: '说明的内容齐全',
  group: '公开内容',
  scope: EVERYWHERE,
  basis: [
    { document: BUDGET_LAW, article: '第十四条' },
    { document: DISCLOSURE, article: '第七条', says: '对机关运行经费、“三公”经费、政府采购等作出说明' },
  ],
  severity: 'warning',
  sure: '较可靠',
  check: '说明中应有“三公”经费、机关运行经费、政府采购、国有资产、预算绩效五项，并有名词解释；五项中说了三项以上才查。',
  run: ({ disclosure }) => {
    const { explanation, statements, contents } = disclosure;
    const told = explanation.filter(({ title, part }) => !/名词解释/.test(`${title}${part ?? ''}`));
    const text = told.map(({ title, text: words }) => `${title}\n${words}`).join('\n');
    const missing = MATTERS.filter(({ pattern }) => !pattern.test(text));
    if (statements.length < STATEMENTS || MATTERS.length - missing.length < TOLD) return [];
    const glossary = explanation.find(({ title, part }) => /名词解释/.test(`${title}${part ?? ''}`));
    const origin = told.at(-1)!.origin;
    const empty = glossary !== undefined && glossary.text.trim() === '' && !hasPart(explanation, glossary.title);
    const listed = contents.some(({ title }) => /名词解释/.test(title));
    return [
      ...missing.map(({ name }) =>
        textFinding(
          MISSING_MATTER,
          disclosure,
          `说明中没有${name}的内容`,
          [{ text: name, origin }],
          `补充${name}的说明`,
        ),
      ),
      ...(empty || (!glossary && listed)
        ? [
            textFinding(
              MISSING_MATTER,
              disclosure,
              '名词解释没有内容',
              [{ text: '名词解释', origin: glossary?.origin ?? origin }],
              '补充名词解释',
            ),
          ]
        : []),
    ];
  },
};

/** 第四部分 名词解释 may be followed by a section of its own that holds the words. */
const hasPart = (explanation: readonly { part?: string; title: string; text: string }[], title: string) =>
  explanation.some((section) => section.title !== title && section.part === title && section.text.trim() !== '') ||
  explanation.some((section) => /名词解释/.test(`${section.title}${section.part ?? ''}`) && section.text.trim() !== '');
