/** What the rules are called, for whoever reads their ids in findings. */
import { z } from '@hono/zod-openapi';
import { FAMILIES } from '@mingsuan/core/equations/families/index';
import { OTHER_RULES } from '@mingsuan/core/rules/catalogue';
import { DISCLOSURE_RULES } from '@mingsuan/core/rules/disclosure-rules';
import { PREVIOUS_YEAR_RULES } from '@mingsuan/core/rules/previous-year/index';
import { list } from '../../../contract/shared.ts';
import { jsonEndpoint } from '../../../http/endpoint.ts';
import type { Api } from '../../../services.ts';

export const rules = list(z.object({ id: z.string(), title: z.string(), group: z.string() }).openapi('Rule'));

const RULES: z.output<typeof rules> = [...FAMILIES, ...OTHER_RULES, ...DISCLOSURE_RULES, ...PREVIOUS_YEAR_RULES].map(
  ({ id, title, group }) => ({ id, title, group }),
);

export function rulesRoutes(app: Api): void {
  jsonEndpoint(
    app,
    { path: '/rules', tag: '问题', summary: '规则的编号、名称和分组', problems: [], answer: rules },
    () => RULES,
  );
}
