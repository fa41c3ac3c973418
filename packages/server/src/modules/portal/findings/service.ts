/** What checking found in a disclosure, which of it the operator set aside, and what the rules are called. */
import { englishTitleOf } from '@mingsuan/core/rules/english-titles';
import { RULES } from '@mingsuan/core/rules/register';
import {
  type Author,
  answerFinding,
  disclosureFindings,
  dismissFinding,
  listReleases,
  type PageOptions,
  reinstateFinding,
  releaseDisclosure,
  releaseFinding,
  releaseFoundBy,
  releaseRule,
  ruleFindings,
  type Store,
} from '@mingsuan/store';
import { found } from '../../../fault.ts';
import { published } from '../disclosures/service.ts';

const FINDING = '这个问题';

/** What the portal is asked about findings. @throws Fault `missing` where there is no such disclosure or finding */
export const findings = (store: Store) => ({
  /** Those that are released, or with `drafts` all. */
  ofDisclosure: async (id: number, drafts: boolean) =>
    published(store, id, await disclosureFindings(store, id, { drafts })),
  releases: () => listReleases(store),
  releaseDisclosure: async (id: number, released: boolean, author: Author) => ({
    change: found(await releaseDisclosure(store, id, released, author), '这份公开文本'),
  }),
  releaseFinding: async (id: number, released: boolean, author: Author) => ({
    change: found(await releaseFinding(store, id, released, author), FINDING),
  }),
  /** What a rule found, drafts too. */
  ofRule: (rule: string, options: PageOptions) => ruleFindings(store, rule, options),
  releaseFoundBy: async (rule: string, released: boolean, author: Author) => ({
    change: await releaseFoundBy(store, rule, released, author),
  }),
  releaseRule: async (scope: 'rule' | 'sureness', name: string, released: boolean, author: Author) => ({
    change: await releaseRule(store, scope, name, released, author),
  }),
  answer: async (id: number, text: string, author: Author) => ({
    change: found(await answerFinding(store, id, text, author), FINDING),
  }),
  dismiss: async (id: number, reason: string) => found(await dismissFinding(store, id, reason), FINDING),
  reinstate: async (id: number) => found(await reinstateFinding(store, id), FINDING),
});

/** For whoever reads their ids in findings. */
export const NAMED_RULES = RULES.map(({ id, title, group }) => ({
  id,
  title,
  english: englishTitleOf(id) ?? title,
  group,
}));
