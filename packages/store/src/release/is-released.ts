/** Which findings are released. */
import { RULES } from '@mingsuan/core/rules/register';
import type { Sureness } from '@mingsuan/core/rules/rule';
import { type RawBuilder, sql } from 'kysely';
import { listOf } from '../database/bulk.ts';

export const SURENESSES: readonly Sureness[] = ['确定', '较可靠', '供参考'];

const rulesOf = (sure: Sureness) =>
  listOf(
    RULES.filter((rule) => rule.sure === sure).map(({ id }) => id),
    'text',
  );

/** Whether a finding `f` of a disclosure `d` is released. */
export const isReleased: RawBuilder<boolean> = sql<boolean>`exists (
  select 1 from releases r where r.withdrawn_at is null and (
    r.scope = 'finding' and r.document_id = d.document_id and r.finding_id = f.finding_id
    or r.scope = 'rule' and r.rule = f.rule
    or r.scope = 'sureness' and f.rule = any(case r.rule ${sql.join(
      SURENESSES.map((sure) => sql`when cast(${sure} as text) then ${rulesOf(sure)}`),
      sql` `,
    )} end)))`;
