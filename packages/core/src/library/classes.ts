/** Classes of the project library (项目库) with their codes, as integrated budget management (预算管理一体化) has them. */
import type { ProjectCategory } from '../ledger/ledger.ts';
import type { CLASS_IDS } from '../schema/application.ts';

export type ProjectClass = (typeof CLASS_IDS)[number];

interface ClassOfProject {
  readonly code: string;
  readonly name: string;
  /** What stands for it in a project's code. */
  readonly letter: 'R' | 'Y' | 'T';
  /** What a ledger calls it. */
  readonly category: ProjectCategory;
  /** Whether it is applied for with goals and indicators. */
  readonly hasTargets: boolean;
}

export const PROJECT_CLASSES: Readonly<Record<ProjectClass, ClassOfProject>> = {
  personnel: { code: '1', name: '人员类', letter: 'R', category: 'personnel', hasTargets: false },
  operating: { code: '21', name: '公用经费', letter: 'Y', category: 'operation', hasTargets: false },
  'other-operation': { code: '22', name: '其他运转类', letter: 'Y', category: 'operation', hasTargets: true },
  department: { code: '31', name: '部门项目', letter: 'T', category: 'specific', hasTargets: true },
  'special-fund': { code: '32', name: '专项资金', letter: 'T', category: 'specific', hasTargets: true },
  other: { code: '33', name: '其他特定目标类', letter: 'T', category: 'specific', hasTargets: true },
};
