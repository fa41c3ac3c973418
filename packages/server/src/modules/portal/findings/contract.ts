import { z } from '@hono/zod-openapi';
import type { Sureness } from '@mingsuan/core/rules/rule';
import { SURENESSES } from '@mingsuan/store';
import { finding } from '../../../contract/model.ts';
import { line, list, pageOf, reason, stage } from '../../../contract/shared.ts';

export const findingItem = z
  .object({
    id: z.number().openapi({ description: '核销时用的编号；finding.id 是问题自己的编号，下一版里仍是它' }),
    disclosureId: z.number(),
    finding,
    dismissed: z.object({ reason: z.string(), at: z.string() }).nullable(),
    released: z.boolean().openapi({ description: '发布了的人人看得到；没有发布的是草稿' }),
    answer: z
      .object({ text: z.string(), person: z.string(), at: z.string() })
      .nullable()
      .openapi({ description: '单位的答复' }),
  })
  .openapi('FindingItem');

export const findingItems = z.object({ items: list(findingItem) }).openapi('FindingItems');

export const ruleFindingPage = pageOf(
  findingItem.extend({ agency: z.string(), year: z.number().nullable(), stage }).openapi('RuleFinding'),
).openapi('RuleFindings');

export const dismissal = z.object({ reason }).openapi('Dismissal');

export const findingsQuestion = {
  drafts: z.enum(['true', 'false']).default('false').openapi({ description: '连同没有发布的；要管理员令牌' }),
};

const author = { person: line.trim().optional(), reason: reason.optional() };
export const releaseQuestion = z.object({ released: z.boolean(), ...author }).openapi('ReleaseQuestion');
export const ruleReleaseQuestion = releaseQuestion
  .extend({
    scope: z
      .enum(['always', 'found'])
      .default('always')
      .openapi({ description: 'found：只是到目前为止查出的；always：以后查出的也是' }),
  })
  .openapi('RuleReleaseQuestion');
export const answerQuestion = z
  .object({
    text: z.string().trim().max(2000, '最多 2000 字').openapi({ description: '空的为撤下答复' }),
    person: line.trim().optional(),
  })
  .openapi('AnswerQuestion');
export const ruleName = line;
export const sureness = z.enum(SURENESSES as [Sureness, ...Sureness[]]);

export const releases = z
  .object({
    policy: list(sureness).openapi({ description: '哪几类规则的问题自动发布' }),
    rules: list(
      z.object({
        rule: z.string(),
        title: z.string(),
        sure: sureness.nullable(),
        isReleased: z.boolean(),
        byPolicy: z.boolean(),
        found: z.number(),
        released: z.number(),
      }),
    ),
    drafts: list(
      z.object({
        disclosureId: z.number(),
        agency: z.string(),
        year: z.number().nullable(),
        stage,
        errors: z.number(),
        warnings: z.number(),
        notices: z.number(),
      }),
    ),
  })
  .openapi('Releases');

export const rules = list(
  z.object({ id: z.string(), title: z.string(), english: z.string(), group: z.string() }).openapi('Rule'),
);
