/** What is asked of an execution, held against what it must tell. */
import type { Ledger } from '@mingsuan/core/ledger/ledger';
import { codesOfName, projectLabel, projectNamed } from '@mingsuan/core/ledger/projects';
import type { EntryEvent, NewEntry } from '@mingsuan/store';
import { Fault } from '../../fault.ts';

/** The label of a project that is told to be a lump sum, by name, by code or by both. @throws Fault */
export function lumpSumOf(projects: Ledger['projects'], told: string): string {
  const codes = codesOfName(projects, told);
  if (codes.length > 0)
    throw new Fault('wrong', `批复的预算有 ${codes.length} 个项目叫“${told}”，请写编码（${codes.join('、')}）。`);
  const own = projectNamed(projects, told);
  if (!own) throw new Fault('wrong', `批复的预算没有项目“${told}”。`);
  return projectLabel(own, projects);
}

/** Each kind of entry has what it cannot be told without. @throws Fault */
export function assureWhole(
  { event, entries }: { readonly event: EntryEvent; readonly entries: readonly NewEntry[] },
  year: number,
): void {
  for (const { line, month, day, change, contract } of entries) {
    if (event !== 'accept' && !line) throw new Fault('wrong', '每一笔要写指标编号。');
    if (event === 'accept' && !(contract && day)) throw new Fault('wrong', '验收要写合同编号和验收日期。');
    if (event === 'adjust' && !change) throw new Fault('wrong', '调整要选调整类型。');
    // What is accepted may be so after the year.
    if (event !== 'accept' && day && day.slice(0, 7) !== `${year}-${String(month).padStart(2, '0')}`)
      throw new Fault('wrong', `日期“${day}”要在 ${year} 年${day.startsWith(String(year)) ? ` ${month} 月` : ''}。`);
  }
}
