/** What an application of the project library is: library/application.ts takes its types from it. */
import { z } from 'zod';
import { list, type Naming, oneOf, text, word, yearNumber } from './define.ts';
import { defineLedgerParts } from './ledger.ts';

/** Classes of the library: 人员类; 公用经费, 其他运转类; 部门项目, 专项资金, 其他特定目标类. */
export const CLASS_IDS = ['personnel', 'operating', 'other-operation', 'department', 'special-fund', 'other'] as const;

/** A project as it is applied for. Its name and unit stand with the item that holds it. */
export const defineApplication = (named: Naming) => {
  const { spendingLine, indicatorLine } = defineLedgerParts(named);
  return z.strictObject({
    code: word.optional().describe('The 21 characters of the integrated budget system, where it has given them.'),
    class: oneOf(CLASS_IDS),
    parent: word.optional().describe('Code of the first-level project (一级项目) that it belongs to.'),
    isNew: z.boolean().describe('新增; else it goes on from an earlier year (延续).'),
    from: yearNumber.describe('The first year of the term.'),
    to: yearNumber.describe('The last year of the term.'),
    leader: text.optional(),
    telephone: text.optional(),
    implementer: text.optional().describe('实施主体'),
    summary: text.optional().describe('概述'),
    basis: text.optional().describe('立项依据'),
    scheme: text.optional().describe('实施方案'),
    duty: text.optional().describe('The duty that it serves.'),
    plan: list(spendingLine.omit({ unconfirmed: true }).extend({ year: yearNumber })).describe(
      'Money by year, functional item, economic section and fund.',
    ),
    goal: text.optional(),
    indicators: list(indicatorLine),
  });
};
