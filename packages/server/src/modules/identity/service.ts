/** Who publishes what: files ruled, agencies edited and merged, all of it logged and taken back. */
import type { Stage } from '@mingsuan/core/model/document-kinds';
import {
  type AgencyFields,
  type Author,
  clearRoster,
  correctDocument,
  type DocumentInput,
  documentScan,
  editAgency,
  enterRoster,
  type InboxFile,
  type InboxQuestion,
  inbox,
  inboxCounts,
  inboxFile,
  listChanges,
  listRoster,
  mergeAgency,
  type PageOptions,
  type RuledDisclosure,
  type Ruling,
  rosterOf,
  ruleDocument,
  type Store,
  sameFile,
  undoChange,
} from '@mingsuan/store';
import { type Corrections, corrected, type Figures, figuresOf } from '../../engine/corrections.ts';
import type { Engine } from '../../engine/engine.ts';
import { Fault, found } from '../../fault.ts';
import { rowsOfSheet } from '../../sheet-rows.ts';
import type { Imports } from '../imports/service.ts';

const MOST_FAULTS = 5;

const FILE = '这个文件';
const AGENCY = '这个单位';

/** What the operator asks and does. @throws Fault `missing`; ChangeRefused for what cannot be changed as asked */
export const identity = ({
  store,
  imports,
  engine,
}: {
  readonly store: Store;
  readonly imports: Imports;
  readonly engine: Engine;
}) => ({
  files: (question: InboxQuestion) => inbox(store, question),
  counts: () => inboxCounts(store),
  file: async (id: number) => found(await inboxFile(store, id), FILE),
  rule: async (id: number, ruling: Ruling | null, author: Author) => {
    if (ruling?.kind === 'identity') assurePlaces(found(await inboxFile(store, id), FILE), ruling);
    return found(await ruleDocument(store, id, ruling, author), FILE);
  },
  figures: async (id: number) => figuresOf(engine, found(await documentScan(store, id), FILE)),
  /** Settles figures of a scan; the file is read again with them. */
  correct: async (id: number, corrections: Corrections, author: Author): Promise<Figures> => {
    const scan = found(await documentScan(store, id), FILE);
    const { book, shown } = await corrected(engine, scan, corrections, author.person);
    const seen = scan.book?.log.length ?? 0;
    found(await correctDocument(store, id, (now) => (now.log.length === seen ? book : now), author), FILE);
    return shown;
  },
  /** Another file instead of one that is published, with its agency, year and kind. @returns the batch */
  replace: async (id: number, file: DocumentInput, author: Author) => {
    const disclosures = found(await inboxFile(store, id), FILE).disclosures.flatMap(ruledAs);
    if (disclosures.length > 1) {
      throw new Fault('unusable', '这个文件里有几份公开文本，不能直接替换；请导入新文件后分别认定。');
    }
    // A file that is here already would not come in again: the old one would go and nothing take its place.
    const same = await sameFile(store, file.bytes);
    if (same?.id === id) throw new Fault('unusable', '选的就是现在这个文件，没有换。');
    if (same)
      throw new Fault(
        'unusable',
        `这个文件已经收录（“${same.name}”），不能用来替换；要撤下原来的请用“撤下”，收录的认错了请改它的认定。`,
      );
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
  roster: () => listRoster(store),
  /** Who has to publish what by when, of a spreadsheet; all of it or nothing. @throws Fault with the first rows that are wrong */
  enterRoster: async ({ name, bytes }: DocumentInput, author: Author) => {
    const { entries, faults } = rosterOf(await rowsOfSheet(name, bytes));
    if (faults.length > 0) {
      const more = faults.length > MOST_FAULTS ? `（共 ${faults.length} 处）` : '';
      throw new Fault('unusable', `名录没有导入：${faults.slice(0, MOST_FAULTS).join('')}${more}`);
    }
    if (entries.length === 0) throw new Fault('unusable', '名录里没有一行单位，请检查后重新导入。');
    return { entries: await enterRoster(store, name, entries, author) };
  },
  clearRoster: async (of: { readonly year: number; readonly stage: Stage }, author: Author) => ({
    entries: await clearRoster(store, of, author),
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
