/** Renders docs/rules.md, the catalogue of all rules, from the data that the checker runs. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FormId, Stage } from '@mingsuan/core/disclosure';
import type { Family, Standing } from '@mingsuan/core/equations/family';
import { ROLE_NAMES } from '@mingsuan/core/equations/line-roles';
import { COLUMN_NAMES, FORM_NAMES, GROUP_NAMES, IN_CHINESE } from '@mingsuan/core/equations/names';
import { mustParse, parseCondition, parseEquation } from '@mingsuan/core/equations/parse';
import { printCondition, printEquation } from '@mingsuan/core/equations/syntax';
import type { Severity } from '@mingsuan/core/finding';
import { PERIOD_NAMES } from '@mingsuan/core/model/period';
import { basisText } from '@mingsuan/core/rules/basis';
import { RULES } from '@mingsuan/core/rules/register';
import type { AnyRule, Phase } from '@mingsuan/core/rules/rule';
import type { Scope } from '@mingsuan/core/rules/scope';

export const RULES_DOC = fileURLToPath(new URL('../docs/rules.md', import.meta.url));

const SEVERITY: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', notice: '提示' };
const STANDING: Readonly<Record<Standing, string>> = {
  definition: '由表的定义必然成立',
  practice: '由编制实务通常成立；一份文件普遍不成立时只提示一次',
};

/** What each phase is called where a user reads of it. */
const PHASE: Readonly<Record<Phase, string>> = {
  prepare: '先行改正',
  constrain: '核对勾稽',
  locate: '定位',
  read: '逐份通读',
  relate: '与上年对照',
  merge: '合并',
};

const INTRODUCTION = `# 检查规则

本文由 \`npm run docs\` 根据程序中的规则数据生成，请勿手工修改。共 ${RULES.length} 条规则，规则编号是 \`mingsuan check\` 输出中的 \`rule\`。

## 判断方法

- 金额以分为单位精确计算。一张表通常印到几位小数，由全表数字得出；印出的每个数都可能有半个末位的舍入。
- 一个等式的容许差额是各项“|系数| × 末位 ÷ 2”之和。差额为零是“相等”，不超过容许差额是“舍入相符”，两者都不报告；超过才报告。空白单元格按 0 计，不产生舍入。
- 文件中没有的表、没有印出的列和行，相应的等式不适用，不报告。注明涉密的表不要求下级之和等于上级。
- 等式不成立时，用全部等式作约束，找出改动最少就能使它们成立的单元格，作为建议；同一处错误使多个等式不成立，只报告一次。

## 勾稽表达式

| 写法 | 含义 |
| --- | --- |
| \`expenditure[208].total\` | 支出总表中 208 一行的合计；也可写作 \`支出总表[208].合计\` |
| \`balance.revenue[本年收入合计].amount\` | 收支总表收入一侧的行，按行的含义取名，各省叫法不同也认得 |
| \`@\` | 本条规则所列的每一张表 |
| \`[*]\` \`[class]\` \`[section]\` \`[item]\` | 每一行、每一类、每一款、每一项，逐行成立；不同的表按编码对应 |
| \`[top]\` \`[lines]\` \`[after]\` | 没有上级的行；本年合计之前的各项；本年合计与总计之间的各项 |
| \`three-publics[公务接待].total@previous\` | 同一列另一口径的数（年初预算、上年等）；不写是文件自己的口径 |
| \`.*\`、\`.total\\|basic\` | 逐列成立 |
| \`sum(…)\` \`children(…)\` \`parent(…)\` \`quantity(…)\` | 一组行之和；下级之和；其中数所属的行；数量乘以 |
| \`!\` 与 \`?\` | 该项没有印出时等式不适用；该项所在的表没有公开时当作没有这一项 |
`;

/** The whole document. */
export function renderRules(): string {
  const groups = new Map<string, string[]>();
  const put = (group: string, text: string) => groups.set(group, [...(groups.get(group) ?? []), text]);
  for (const rule of RULES) put(rule.group, ruleText(rule));
  const sections = [...groups].map(([group, texts]) => `## ${group}\n\n${texts.join('\n')}`);
  return `${INTRODUCTION}\n${sections.join('\n')}\n${namesText()}`;
}

function ruleText(rule: AnyRule): string {
  const { id, title, severity, scope, basis, sure, phase } = rule;
  const facts = [
    `级别：${SEVERITY[severity]}（${severity}）`,
    `依据：${basisText(basis)}`,
    ...(scopeText(scope) ? [`适用：${scopeText(scope)}`] : []),
    `可靠程度：${sure}；步骤：${PHASE[phase]}`,
  ];
  const body = 'family' in rule && rule.family ? familyText(rule.family) : `- 检查：${rule.check}\n`;
  return `### ${id} ${title}\n\n${facts.map((fact) => `- ${fact}\n`).join('')}${body}`;
}

function familyText(family: Family): string {
  const forms = family.forms ? `- 适用的表（\`@\`）：${family.forms.map((form) => FORM_NAMES[form]).join('、')}\n` : '';
  const equations = family.equations.map(({ text, when = [] }) => {
    const equation = printEquation(mustParse(parseEquation, text), IN_CHINESE);
    const conditions = when.map((each) => printCondition(mustParse(parseCondition, each), IN_CHINESE));
    return [equation, ...conditions.map((condition) => `    当 ${condition}`)].join('\n');
  });
  return `${forms}- 性质：${STANDING[family.standing]}\n\n\`\`\`text\n${equations.join('\n')}\n\`\`\`\n`;
}

const KIND: Readonly<Record<Stage, string>> = { budget: '预算', 'final-accounts': '决算' };

/** Nothing for a rule that holds for every document. */
function scopeText({ kinds, years, regions, template }: Scope): string {
  return [
    kinds?.map((kind) => KIND[kind]).join('、'),
    years?.from && `${years.from} 年及以后`,
    years?.until && `${years.until} 年及以前`,
    regions && `行政区划 ${regions.join('、')}`,
    template && (template === 'known' ? '认出模板的文本' : '没有认出模板的文本'),
  ]
    .filter(Boolean)
    .join('，');
}

function namesText(): string {
  const rows = (names: Readonly<Record<string, string>>) =>
    Object.entries(names)
      .map(([id, name]) => `| \`${id}\` | ${name} |`)
      .join('\n');
  const forms = Object.fromEntries(Object.entries(FORM_NAMES)) as Record<FormId, string>;
  return `## 表达式中可用的名称

| 表 | 中文 |
| --- | --- |
${rows(forms)}

| 列 | 中文 |
| --- | --- |
${rows(COLUMN_NAMES)}

| 口径 | 中文 |
| --- | --- |
${rows(PERIOD_NAMES)}

| 行组 | 中文 |
| --- | --- |
${rows(GROUP_NAMES)}

收支总表、财政拨款收支总表的行按含义取名：${ROLE_NAMES.balance.join('、')}；结转下面分列的资金写作“上年结转·一般公共预算”。
“三公”经费表：三公合计、${ROLE_NAMES.threePublics.join('、')}、机关运行经费。
`;
}

if (import.meta.url === `file://${process.argv[1]}`) writeFileSync(RULES_DOC, renderRules());
