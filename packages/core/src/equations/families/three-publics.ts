/** Equations over the three publics and agency operating expenses: domain family P. */
import { DISCLOSURE } from '../../rules/basis.ts';
import { EVERYWHERE } from '../../rules/scope.ts';
import { conceptById, FUND_IDS, partsOf } from '../../vocabulary/index.ts';
import type { Family } from '../family.ts';
import { sumOf, sumOfLines } from './sums.ts';

const THREE_PUBLICS = '“三公”经费';

/** The parts of an item, which must all be printed. */
const allOf = (item: string): string => {
  const parts = partsOf(item);
  return sumOfLines('“三公”经费表', parts, '*', parts);
};

export const THREE_PUBLICS_FAMILIES: readonly Family[] = [
  {
    id: 'three-publics-sum',
    title: '“三公”经费合计等于因公出国（境）、公务用车、公务接待三项之和',
    group: THREE_PUBLICS,
    scope: EVERYWHERE,
    basis: [{ document: DISCLOSURE, says: '“三公”经费按三项公开' }],
    severity: 'error',
    standing: 'definition',
    equations: [
      {
        text: `“三公”经费表[三公合计].* = ${allOf('three-publics')}`,
      },
      {
        text: '“三公”经费表[合计].* = “三公”经费表[小计].*! + “三公”经费表[会议费].* + “三公”经费表[培训费].*',
      },
      {
        text: `“三公”经费表[三公及会议培训合计].* = ${allOf('three-publics')} + “三公”经费表[会议费].* + “三公”经费表[培训费].*`,
      },
    ],
  },
  {
    id: 'three-publics-vehicles',
    title: '公务用车购置及运行费等于购置费加运行费',
    group: THREE_PUBLICS,
    scope: EVERYWHERE,
    basis: [{ document: DISCLOSURE, says: '公务用车分购置费和运行费公开' }],
    severity: 'error',
    standing: 'definition',
    equations: [{ text: `“三公”经费表[公务用车].* = ${allOf('vehicles')}` }],
  },
  {
    id: 'three-publics-funds',
    title: '“三公”经费每行的合计等于各项资金之和',
    group: THREE_PUBLICS,
    scope: EVERYWHERE,
    basis: [{ document: DISCLOSURE, article: '所附表样', says: '“三公”经费支出表' }],
    severity: 'error',
    standing: 'definition',
    equations: [
      {
        text: `“三公”经费表[*].合计 = ${sumOf('“三公”经费表[*]', FUND_IDS, ['general-public'])}`,
      },
    ],
  },
  {
    id: 'three-publics-basic',
    title: '基本支出中的“三公”经费不大于“三公”经费表的同项',
    group: THREE_PUBLICS,
    scope: EVERYWHERE,
    basis: [{ document: '“三公”经费口径', says: '包括基本支出和项目支出安排的财政拨款' }],
    severity: 'error',
    standing: 'definition',
    equations: ['hospitality', 'vehicle-running', 'overseas', 'vehicle-purchase'].map((id) => {
      const { role, economic } = conceptById(id);
      return { text: `一般公共预算基本支出表[${economic![0]}].合计 <= “三公”经费表[${role}].合计` };
    }),
  },
  {
    id: 'agency-operating',
    title: '机关运行经费不大于基本支出的公用经费',
    group: THREE_PUBLICS,
    scope: EVERYWHERE,
    basis: [{ document: DISCLOSURE, says: '机关运行经费是行政单位和参公单位一般公共预算基本支出中的公用经费' }],
    severity: 'warning',
    standing: 'practice',
    equations: [{ text: '“三公”经费表[机关运行经费].合计 <= 一般公共预算基本支出表[合计].公用经费' }],
  },
];
