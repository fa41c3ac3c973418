/** Where in a ledger a finding of its document's performance targets was written. */
import type { Finding } from '../finding.ts';
import type { Ledger } from './ledger.ts';

const FIELDS: Readonly<Record<string, string>> = { description: 'description', basis: 'basis', level2: 'level2' };

/** `projects[1].indicators[2].target`; undefined of what is no project's indicator. */
export function pathBehind({ evidence, message }: Finding, { projects }: Ledger): string | undefined {
  for (const { form, row, column = '' } of evidence) {
    if (form !== 'performance' || row === undefined) continue;
    for (const [p, { name, indicators }] of projects.entries()) {
      const i = message.includes(`“${name}”`) ? indicators.findIndex(({ level3 }) => level3 === row) : -1;
      if (i >= 0) return `projects[${p}].indicators[${i}].${FIELDS[column] ?? 'target'}`;
    }
  }
  return undefined;
}
