/** Whether the ledger fits the template: its stage, its years, and whether it prints what is left at the year's end. */
import type { Problem } from '../disclosure.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { kindOf } from '../model/document-kinds.ts';
import { formatAmount } from '../money.ts';
import type { Printing } from '../templates/fill.ts';

/** Where template and ledger miss each other, in sentences for the finance officer. */
export function templateProblems(
  ledger: Ledger,
  printing: Printing,
  { hasYearEnd, hasDistribution }: { readonly hasYearEnd: boolean; readonly hasDistribution: boolean },
): Problem[] {
  const { template, year } = printing;
  const problems: (Problem & { readonly path?: string })[] = [];
  const ask = (code: string, message: string, path?: string) =>
    problems.push({ code, message, ...(path === undefined ? {} : { path }) });
  const [from, to] = template.years;
  const stage = ledger.stage ?? 'budget';
  if (template.stage !== stage)
    ask(
      'other-stage',
      `模板“${template.name}”是${kindOf(template.stage).name}模板，台账编的是${kindOf(stage).name}：请换一个模板，或改“基本信息”的文种。`,
      'stage',
    );
  if (year < from || (to !== undefined && year > to))
    ask('template-year', `模板“${template.name}”不是 ${year} 年用的模板，请核对年度或换一个模板。`, 'year');
  const { region } = ledger;
  if (ledger.template === template.id && region && template.region && !region.code.startsWith(template.region))
    problems.push({
      code: 'template-region',
      path: 'template',
      message: `表样是“${template.name}”，行政区划却是 ${region.code} ${region.name}：请核对，改正其中一个。`,
    });
  const unclassified = template.forms.some(({ form }) => form === 'general-economic')
    ? ledger.projects.filter(({ lines }) =>
        lines.some(({ economic, fund }) => economic === undefined && fund === 'general-public'),
      )
    : [];
  if (unclassified.length > 0)
    ask(
      'economic-unknown',
      `模板“${template.name}”按经济分类列全部一般公共预算支出，项目“${unclassified.map(({ name }) => name).join('”、“')}”没有填经济分类；请补填。`,
    );
  const left = ledger.left.reduce((sum, { fen }) => sum + fen, 0);
  if (left > 0 && !hasYearEnd)
    ask(
      'left-not-printed',
      `年终结转 ${formatAmount(left, '万元')} 万元：模板“${template.name}”没有年终结转一行，收支两方都未列入。`,
    );
  const distributed = (ledger.distributed ?? []).reduce((sum, { fen }) => sum + fen, 0);
  if (distributed > 0 && !hasDistribution)
    ask(
      'left-not-printed',
      `结余分配 ${formatAmount(distributed, '万元')} 万元：模板“${template.name}”没有结余分配一行，收支两方都未列入。`,
    );
  return problems;
}
