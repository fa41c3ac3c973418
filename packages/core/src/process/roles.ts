/** Who takes part in compiling a budget, and where a role is given: at a unit, at a department, or at the finance bureau. */
export const ROLES = {
  'unit-clerk': { name: '单位经办', at: 'unit' },
  'unit-head': { name: '单位审核', at: 'unit' },
  'project-owner': { name: '业务处室', at: 'unit' },
  'department-finance': { name: '部门财务', at: 'department' },
  'bureau-office': { name: '财政业务处', at: 'bureau' },
  'bureau-budget': { name: '财政预算处', at: 'bureau' },
  'performance-office': { name: '绩效处', at: 'bureau' },
  reviewer: { name: '评审专家', at: 'bureau' },
  auditor: { name: '审计', at: 'bureau' },
} as const;

export type Role = keyof typeof ROLES;

/** In which capacity something of the office is done: in a role, as who looks after accounts and units, or for oneself. */
export type Capacity = Role | 'administrator' | 'self';

/** What a capacity is called. */
export const capacityName = (capacity: Capacity): string =>
  capacity === 'administrator' ? '管理员' : capacity === 'self' ? '本人' : ROLES[capacity].name;
