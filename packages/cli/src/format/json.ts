/** The stable JSON (docs/schema), laid out so that a row of a table is a line: people read it, and diffs stay small. */
import { publishReading } from '@mingsuan/core/model/published';
import type { CheckFormatter, Formatter, ReadFormatter } from './formatter.ts';

const LINE = 140;

const shared: Pick<Formatter<unknown>, 'open' | 'separator' | 'document' | 'close'> = {
  open: '{"documents": [\n',
  separator: ',\n',
  document: (document) => layOut(document),
  close: () => '\n]}\n',
};

export const jsonOfReadings: ReadFormatter = {
  ...shared,
  document: (document) => layOut(publishReading(document)),
  unreadable: (source, { code, message }) => layOut({ source, disclosures: [], problems: [{ code, message }] }),
};

export const jsonOfChecks: CheckFormatter = {
  ...shared,
  unreadable: (source, { code, message }) => layOut({ source, findings: [], problems: [{ code, message }] }),
};

/** JSON in which whatever fits a line stands on one. */
export function layOut(value: unknown, indent = ''): string {
  const flat = JSON.stringify(value);
  if (indent.length + flat.length <= LINE || typeof value !== 'object' || value === null) return flat;
  const inner = `${indent} `;
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => inner + layOut(item, inner)).join(',\n')}\n${indent}]`;
  }
  const members = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([name, item]) => `${inner}${JSON.stringify(name)}: ${layOut(item, inner)}`);
  return `{\n${members.join(',\n')}\n${indent}}`;
}
