/**
 * The reviewers' checklist of a document: what was found, sorted into the items a reviewer signs. An item that no rule
 * looks at, or that could not be read, has no verdict: a person must look. Pure.
 */
import type { Disclosure, DocumentReading, Problem } from '../disclosure.ts';
import type { Finding } from '../finding.ts';
import { type ChecklistItem, ITEMS, type ItemId, type OWN_GROUP, type OwnItemId, titleOf } from './items.ts';
import { isBefore, itemAt, type Place, placeOf, type Region, regionsOf, START } from './regions.ts';

/** One disclosure's checklist. `F` is a finding, perhaps with more about it, such as its pictures. */
export interface Checklist<F extends Finding = Finding> {
  readonly agency: Disclosure['agency'];
  readonly region?: string;
  readonly year?: number;
  readonly stage: Disclosure['stage'];
  readonly rows: readonly ChecklistRow<F>[];
}

/** `met` (符合要求) is absent where only a person can say; `note` then tells why. */
export interface ChecklistRow<F extends Finding = Finding> {
  readonly id: ItemId | OwnItemId;
  readonly group: ChecklistItem['group'] | typeof OWN_GROUP;
  readonly title: string;
  readonly met?: boolean;
  readonly note?: string;
  readonly findings: readonly F[];
}

/** A checklist for each disclosure of a file; every finding stands in exactly one row of one of them. */
export function checklistsOf<F extends Finding>(
  { disclosures, problems }: DocumentReading,
  findings: readonly F[],
): readonly Checklist<F>[] {
  const parts = disclosures.map((disclosure) => ({ disclosure, regions: regionsOf(disclosure) }));
  const starts = parts.map(({ regions }, i) => (i === 0 ? START : (regions[0]?.from ?? START)));
  const owner = ({ agency, evidence }: Finding): number => {
    const place = firstPlace(evidence);
    const at = place ? starts.findLastIndex((start) => !isBefore(place, start)) : -1;
    if (at >= 0 && (agency === undefined || disclosures[at]!.agency.name === agency)) return at;
    return Math.max(
      0,
      disclosures.findIndex(({ agency: { name } }) => name === agency),
    );
  };
  const owners = findings.map(owner);
  return parts.map(({ disclosure, regions }, i) => {
    const { agency, region, year, stage } = disclosure;
    const end = starts.find((start) => isBefore(starts[i]!, start));
    const unread = problems.filter(({ origin }) => {
      const place = origin && placeOf(origin);
      return place && !isBefore(place, starts[i]!) && !(end && !isBefore(place, end));
    });
    return {
      agency,
      ...(region ? { region: region.name } : {}),
      ...(year === undefined ? {} : { year }),
      stage,
      rows: rowsOf(
        disclosure,
        regions,
        findings.filter((_, f) => owners[f] === i),
        unread,
      ),
    };
  });
}

function rowsOf<F extends Finding>(
  disclosure: Disclosure,
  regions: readonly Region[],
  findings: readonly F[],
  problems: readonly Problem[],
): readonly ChecklistRow<F>[] {
  const present = new Set(regions.map(({ item }) => item));
  const items = findings.map((finding) => itemOf(finding, regions));
  const unread = problems.map(({ origin }) => itemAt(regions, placeOf(origin!)!));
  return ITEMS.flatMap((item): ChecklistRow<F>[] => {
    const own = findings.filter((_, i) => items[i] === item.id);
    if (item.extra && own.length === 0 && !present.has(item.id)) return [];
    const problem = problems.find((_, i) => unread[i] === item.id);
    const { id, group } = item;
    const verdict = verdictOf(item, own, present.has(item.id), problem);
    return [{ id, group, title: titleOf(item, disclosure), ...verdict, findings: own }];
  });
}

/** Figures of a table belong to that table, words to the part of the document they stand in. */
function itemOf({ form, evidence }: Finding, regions: readonly Region[]): ItemId {
  const inTable = evidence.length === 0 || evidence[0]!.form !== undefined;
  const own = form ?? evidence[0]?.form;
  if (inTable && own) return own;
  const place = firstPlace(evidence);
  return place ? itemAt(regions, place) : (own ?? 'elsewhere');
}

const firstPlace = (evidence: Finding['evidence']): Place | undefined =>
  evidence.map(({ origin }) => placeOf(origin)).find((place) => place !== undefined);

function verdictOf(
  { byHand, id }: ChecklistItem,
  findings: readonly Finding[],
  present: boolean,
  problem: Problem | undefined,
): Pick<ChecklistRow, 'met' | 'note'> {
  if (findings.some(({ severity }) => severity !== 'notice')) return { met: false };
  if (findings.length > 0) return { note: '只有供参考的提示，请人工判断是否符合要求。' };
  if (byHand) return { note: id === 'cover' ? '程序不检查封面，请人工检查。' : '程序不检查公开时间，请人工检查。' };
  if (!present) return { note: '文本中没有读到这部分，请人工检查是否应当公开。' };
  if (problem) return { note: `有内容没有读成，请人工检查：${problem.message}` };
  return { met: true };
}
