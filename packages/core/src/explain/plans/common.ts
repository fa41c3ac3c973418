/** Conditions and paragraphs that several plans share. */
import type { Condition, ParagraphPlan } from '../plan.ts';

/** There is, was, or may have been last year something to tell of the “三公”经费. */
export const PUBLICS_TOLD: Condition = 'three-publics[total]|last three-publics[total]|!given three-publics[total]';
export const PUBLICS_NONE: readonly Condition[] = [
  '!three-publics[total]',
  '!last three-publics[total]',
  'given three-publics[total]',
];

const BESIDE = [
  'expenditure[total].business',
  'expenditure[total].remittance',
  'expenditure[total].affiliate-subsidy',
  'balance[年末结转和结余]',
];

/** Money is or was spent beside basic and project expenditure, or left over. */
export const BESIDE_TOLD: Condition = BESIDE.flatMap((quantity) => [quantity, `last ${quantity}`]).join('|');
export const BESIDE_NONE: readonly Condition[] = BESIDE.flatMap((quantity) => [`!${quantity}`, `!last ${quantity}`]);

const LISTED: readonly Condition[] = ['projects', 'expenditure[total].project'];

/** Expenditure, with a list of the projects where they are known. */
export const expenditureTo = (
  projects: 'expenditure-to-projects' | 'expenditure-shares-to-projects',
  otherwise: 'expenditure-by-nature' | 'expenditure-shares',
): readonly ParagraphPlan[] => [
  { say: [projects, { each: 'projects', say: 'project-amount', join: '；', end: '。' }], when: LISTED },
  { say: [otherwise], when: [LISTED.map((condition) => `!${condition}`).join('|')] },
];

/** The paragraphs about procurement, or those that say there is none. */
export const procurement = (
  there: 'procurement' | 'procurement-final',
  none: 'no-procurement' | 'no-procurement-final',
): readonly ParagraphPlan[] => [
  { say: [none], when: ['!procurement[total]', 'known procurement[total]'] },
  { say: [there, { say: 'sme', when: ['procurement[sme]'] }], when: ['procurement[total]'] },
  { write: 'procurement', ask: '政府采购总额及货物、工程、服务的金额', when: ['!known procurement[total]'] },
];

export const CARS: readonly ParagraphPlan[] = [
  { say: ['cars'] },
  {
    say: [
      {
        say: 'car-purchase',
        when: ['vehicles-purchase[total]|equipment-purchase[large]|!known vehicles-purchase[total]'],
      },
      {
        say: 'no-car-purchase',
        when: ['!vehicles-purchase[total]', '!equipment-purchase[large]', 'known vehicles-purchase[total]'],
      },
    ],
  },
];

export const COVERAGE: ParagraphPlan = {
  say: [
    { say: 'coverage', when: ['performance[projects]|!known performance[projects]'] },
    { say: 'no-targets', when: ['!performance[projects]', 'known performance[projects]'] },
  ],
};

/** The units of a department, or that there are none but itself. */
export const unitsOf = (stage: 'budget' | 'final'): readonly ParagraphPlan[] => [
  { say: [`units-${stage}-are`], when: ['units'] },
  { say: ['unit-name'], each: 'organization', when: ['units'] },
  { say: [`own-${stage}`], when: ['!units', 'organization|!department'] },
  { write: 'organization', ask: '机构设置和预算单位构成', when: ['!organization', 'department'] },
];

/** Items of a list in full sentences; where last year's execution is known they are compared with it. */
export const itemsAgainstLastYear = (
  each: 'items' | 'general-items' | 'fund-items' | 'state-items',
): ParagraphPlan => ({
  each,
  say: [
    { say: 'item-executed', when: ['executed it'] },
    { say: 'item-budget', when: ['!executed it'] },
  ],
});
