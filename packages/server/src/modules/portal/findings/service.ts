/** What checking found in a disclosure, which of it the operator set aside, and what the rules are called. */
import { RULES } from '@mingsuan/core/rules/register';
import { disclosureFindings, dismissFinding, reinstateFinding, type Store } from '@mingsuan/store';
import { found } from '../../../fault.ts';

const FINDING = '这个问题';

/** What the portal is asked about findings. @throws Fault `missing` where there is no such disclosure or finding */
export const findings = (store: Store) => ({
  ofDisclosure: async (id: number) => found(await disclosureFindings(store, id), '这份公开文本'),
  dismiss: async (id: number, reason: string) => found(await dismissFinding(store, id, reason), FINDING),
  reinstate: async (id: number) => found(await reinstateFinding(store, id), FINDING),
});

/** For whoever reads their ids in findings. */
export const NAMED_RULES = RULES.map(({ id, title, group }) => ({ id, title, group }));
