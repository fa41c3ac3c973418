/** 项目类别 of integrated budget management: 人员类, 运转类, 特定目标类 and what local systems put under them. */
import rows from './data/project-categories.json' with { type: 'json' };

export interface ProjectCategory {
  readonly code: string;
  readonly name: string;
  readonly parent?: string;
}

export const PROJECT_CATEGORIES: readonly ProjectCategory[] = rows.map((row) => {
  const [code = '', name = '', parent] = row.split('\t');
  return { code, name, ...(parent ? { parent } : {}) };
});
