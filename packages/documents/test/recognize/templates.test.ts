import { formById, formOfTitle, headerKey } from '@mingsuan/core/forms/index';
import { bundled } from '@mingsuan/core/jurisdictions/index';
import { printedForms, type TemplateForm } from '@mingsuan/core/templates/index';
import { describe, expect, it } from 'vitest';
import { type ColumnRole, columnRoles } from '../../src/recognize/columns.ts';

const TEMPLATES = bundled().templates;
const FORMS = printedForms(bundled());

const fill = (title: string, level: string) =>
  title
    .replace('{year}', '2024')
    .replace('{level}', level)
    .replace('{number}', '3')
    .replace('{project}', '办公设备购置');

/** What reading must make of a printed column. 类 款 项 and 单位代码 stand for themselves. */
function printed(role: ColumnRole, form: TemplateForm): string {
  if (role.kind !== 'value') return role.kind === 'label' && form.form === 'three-publics' ? 'name' : role.kind;
  return role.id;
}

describe.each(
  TEMPLATES.flatMap((template) =>
    template.forms.map((form) => ({ name: `${template.id} ${form.form}`, template, form })),
  ),
)('$name', ({ template, form }) => {
  it('is told by its title, for a department and for a unit', () => {
    for (const level of Object.values(template.levelWords))
      expect((formOfTitle(fill(form.title, level)) ?? FORMS.titled(fill(form.title, level)))?.id).toBe(form.form);
  });

  it('has headers that give back its columns', () => {
    const paths = form.columns.map(([, ...headers]) => headers.map((header) => headerKey(fill(header, '部门'))));
    const roles = columnRoles(FORMS.of(formById(form.form)), { rowCount: 1, paths });
    expect(roles.map((role) => printed(role, form))).toEqual(form.columns.map(([id]) => id));
  });
});
