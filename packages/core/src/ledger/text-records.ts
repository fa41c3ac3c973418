/** The words of a ledger as rows of its workbook's sheets, and back. */
import { groupBy } from '../group-by.ts';
import type { Ledger, LedgerTexts } from './ledger.ts';
import { projectLabel, projectNamed } from './projects.ts';
import type { LedgerRecord, LedgerRecords } from './record.ts';

/** Stands in the key of a text that is told of each project. */
const NAME = '{name}';

/** The key that a row of the sheet of texts has in a ledger: 标题#2.3 where it stands in the place of a sentence. */
export function textKeyOf(
  { key, project, way, paragraph, sentence }: LedgerRecord,
  projects: Ledger['projects'],
): string {
  const own = project === undefined ? undefined : projectNamed(projects, project as string);
  const name = (key as string).replace(NAME, own ? projectLabel(own, projects) : ((project as string) ?? NAME));
  if (way !== 'instead' || paragraph === undefined) return name;
  return `${name}#${paragraph}${sentence === undefined ? '' : `.${sentence}`}`;
}

/** The words that a person wrote: duties, reasons, purposes, sections, terms. */
export function textsOf(records: LedgerRecords, projects: Ledger['projects']): LedgerTexts {
  const texts = records.texts.map((row) => ({ key: textKeyOf(row, projects), way: row.way, text: row.text as string }));
  const duties = texts.filter(({ key }) => key === 'duties').map(({ text }) => text);
  const others = texts.filter(({ key }) => key !== 'duties');
  const byKey = (own: typeof texts) => {
    const groups = [...groupBy(own, ({ key }) => key)].map(
      ([key, rows]) => [key, rows.map(({ text }) => text)] as const,
    );
    return groups.length > 0 ? Object.fromEntries(groups) : undefined;
  };
  const sections = byKey(others.filter(({ way }) => way !== 'instead'));
  const instead = byKey(others.filter(({ way }) => way === 'instead'));
  const purposes = Object.fromEntries(records.purposes.map(({ item, text }) => [item as string, text as string]));
  const glossary = records.glossary.map(({ term, text }) => ({ term: term as string, text: text as string }));
  return {
    duties,
    reasons: reasonsOf(records['last-year']),
    ...(records.purposes.length > 0 ? { purposes } : {}),
    ...(sections ? { sections } : {}),
    ...(instead ? { instead } : {}),
    ...(glossary.length > 0 ? { glossary } : {}),
  };
}

function reasonsOf(rows: readonly LedgerRecord[]): LedgerTexts['reasons'] {
  const reasons: Record<string, string> = {};
  for (const { key, reason, order } of rows) {
    if (reason !== undefined) reasons[key as string] = reason as string;
    if (order !== undefined) reasons[`${key}:initial`] = order as string;
  }
  return reasons;
}

/** The rows of the sheets of words. Reasons stand beside last year's figures. */
export function recordsOfTexts({ texts, projects }: Ledger): Pick<LedgerRecords, 'purposes' | 'texts' | 'glossary'> {
  const rowsOf = (sections: Readonly<Record<string, readonly string[]>> = {}, way?: 'instead') =>
    Object.entries(sections).flatMap(([key, paragraphs]) =>
      paragraphs.map((text): LedgerRecord => ({ ...addressOfText(key, projects, way), ...(way ? { way } : {}), text })),
    );
  return {
    purposes: Object.entries(texts.purposes ?? {}).map(([item, text]) => ({ item, text })),
    texts: [
      ...texts.duties.map((text): LedgerRecord => ({ key: 'duties', text })),
      ...rowsOf(texts.sections),
      ...rowsOf(texts.instead, 'instead'),
    ],
    glossary: (texts.glossary ?? []).map(({ term, text }) => ({ term, text })),
  };
}

/** A key as the cells of its row: the project that it is told of, the paragraph that it replaces. */
export function addressOfText(key: string, projects: Ledger['projects'], way: 'instead' | undefined): LedgerRecord {
  const [, title = key, paragraph, sentence] = (way && /^(.*)#(\d+)(?:\.(\d+))?$/s.exec(key)) || [];
  const label = projects.map((project) => projectLabel(project, projects)).find((each) => key.startsWith(`${each}/`));
  if (label !== undefined) return { key: `${NAME}${key.slice(label.length)}`, project: label };
  return {
    key: title,
    ...(paragraph === undefined ? {} : { paragraph: Number(paragraph) }),
    ...(sentence === undefined ? {} : { sentence: Number(sentence) }),
  };
}
