/** What a template asks for that the ledger does not have, and what the ledger has that the template cannot show. */
import type { Problem } from '../disclosure.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { formatAmount } from '../money.ts';
import { formsOf, type Printing } from '../templates/fill.ts';
import { assetKey } from './records.ts';

/** Where template and ledger miss each other, in sentences for the finance officer. */
export function templateProblems(ledger: Ledger, printing: Printing, hasYearEnd: boolean): Problem[] {
  const { template, agency, year } = printing;
  const problems: Problem[] = [];
  const ask = (code: string, message: string) => problems.push({ code, message });
  const forms = formsOf(template, agency.level);
  const has = (id: string) => forms.some(({ form }) => form === id);
  const [from, to] = template.years;
  if (template.stage !== 'budget')
    ask('not-a-budget', `模板“${template.name}”是决算模板，台账只能编制预算；请换成预算模板。`);
  if (year < from || (to !== undefined && year > to))
    ask('template-year', `模板“${template.name}”不是 ${year} 年用的模板，请核对年度或换一个模板。`);
  const left = ledger.left.reduce((sum, { fen }) => sum + fen, 0);
  if (left > 0 && !hasYearEnd)
    ask(
      'left-not-printed',
      `年终结转 ${formatAmount(left, '万元')} 万元：模板“${template.name}”没有年终结转一行，收支两方都未列入。`,
    );
  if (has('organization') && ledger.organization.length === 0)
    ask('organization-missing', '机构设置情况没有填：请填单位名称、单位性质、单位规格、经费保障形式。');
  if (has('assets') && ledger.assets.length === 0)
    ask('assets-missing', '固定资产占用情况没有填：请按上年末数填各类资产的数量和价值。');
  if (has('assets')) problems.push(...unprintedAssets(ledger, printing));
  if (has('duty-performance'))
    ask(
      'duty-performance-missing',
      '部门职责-工作活动绩效目标不在台账中：请在生成的文本里补填各项活动的优、良、中、差标准。',
    );
  if (has('performance')) problems.push(...projectsWithoutTargets(ledger));
  return problems;
}

function unprintedAssets({ assets }: Ledger, { template, agency }: Printing): Problem[] {
  const form = formsOf(template, agency.level).find(({ form }) => form === 'assets');
  const keys = (form?.lines?.[0] ?? []).map(assetKey);
  return assets
    .filter(({ label }) => !keys.includes(assetKey(label)))
    .map(({ label, partOf }) => ({
      code: 'asset-without-line',
      message:
        partOf === undefined
          ? `资产“${label}”在模板中没有单独的行，已并入其他固定资产。`
          : `资产“${label}”在模板中没有单独的行，未列出（已含在“${partOf}”中）。`,
    }));
}

function projectsWithoutTargets({ projects }: Ledger): Problem[] {
  return projects.flatMap(({ name, goal, indicators }) => {
    const missing = [...(goal ? [] : ['绩效目标']), ...(indicators.length > 0 ? [] : ['绩效指标'])];
    if (missing.length === 0) return [];
    return [{ code: 'target-missing', message: `项目“${name}”没有填${missing.join('和')}：请补填。` }];
  });
}
