/** Who publishes what: files ruled, agencies edited and merged, all of it logged and taken back. */
import {
  type AgencyFields,
  type Author,
  type DocumentInput,
  editAgency,
  type InboxFile,
  type InboxQuestion,
  inbox,
  inboxCounts,
  inboxFile,
  listChanges,
  mergeAgency,
  type PageOptions,
  type RuledDisclosure,
  type Ruling,
  ruleDocument,
  type Store,
  undoChange,
} from '@mingsuan/store';
import { Fault, found } from '../../fault.ts';
import type { Imports } from '../imports/service.ts';

const FILE = '这个文件';
const AGENCY = '这个单位';

/** What the operator asks and does. @throws Fault `missing`; ChangeRefused for what cannot be changed as asked */
export const identity = ({ store, imports }: { readonly store: Store; readonly imports: Imports }) => ({
  files: (question: InboxQuestion) => inbox(store, question),
  counts: () => inboxCounts(store),
  file: async (id: number) => found(await inboxFile(store, id), FILE),
  rule: async (id: number, ruling: Ruling | null, author: Author) => {
    if (ruling?.kind === 'identity') assurePlaces(found(await inboxFile(store, id), FILE), ruling);
    return found(await ruleDocument(store, id, ruling, author), FILE);
  },
  /** Another file instead of one that is published, with its agency, year and kind. @returns the batch */
  replace: async (id: number, file: DocumentInput, author: Author) => {
    const disclosures = found(await inboxFile(store, id), FILE).disclosures.flatMap(ruledAs);
    if (disclosures.length > 1) {
      throw new Fault('unusable', '这个文件里有几份公开文本，不能直接替换；请导入新文件后分别认定。');
    }
    const ruling: Ruling = { kind: 'identity', disclosures: disclosures.map((one) => ({ ...one, at: 0 })) };
    const ruled = disclosures.length === 0 ? file : { ...file, ruling };
    return imports.addFiles([ruled], { document: id, ...author });
  },
  edit: async (id: number, fields: Partial<AgencyFields>, author: Author) => ({
    change: found(await editAgency(store, id, fields, author), AGENCY),
  }),
  merge: async (id: number, into: number, author: Author) => ({
    change: found(await mergeAgency(store, id, into, author), AGENCY),
  }),
  changes: (page: PageOptions) => listChanges(store, page),
  undo: async (id: number, author: Author) => found(await undoChange(store, id, author), '这项改动'),
});

/** @throws Fault where a ruling speaks of what the file does not have */
function assurePlaces(
  { disclosures, state }: InboxFile,
  { disclosures: ruled }: Extract<Ruling, { kind: 'identity' }>,
) {
  const places = new Set(disclosures.map(({ at }) => at));
  // Of a file that is joined or rejected the places are not known here: its reading tells.
  if (state === 'joined' || state === 'rejected' || places.size === 0) return;
  if (!ruled.every(({ at }) => places.has(at))) throw new Fault('wrong', '文件里没有这一份公开文本，请刷新后重试。');
}

const ruledAs = ({ at, id, agency, region, year, stage }: InboxFile['disclosures'][number]): RuledDisclosure[] =>
  id === null || year === null ? [] : [{ at, agency, ...(region ? { region } : {}), year, stage }];
