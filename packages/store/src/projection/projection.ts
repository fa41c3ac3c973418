/** Everything that is written of a disclosure, worked out before the database is touched. Pure. */
import { checkDocuments } from '@mingsuan/core/check';
import type { Disclosure, DocumentReading } from '@mingsuan/core/disclosure';
import type { Finding } from '@mingsuan/core/finding';
import type { Jurisdictions } from '@mingsuan/core/jurisdictions/index';
import type { Coverage } from '@mingsuan/core/model/coverage';
import type { Fen } from '@mingsuan/core/money';
import { fenOf, type Mention, readMentions } from '@mingsuan/core/words/index';
import { codeTree } from './code-tree.ts';
import { codedRows } from './coded-rows.ts';
import { type Completeness, completenessOf } from './completeness.ts';
import { type Line, linesOf } from './lines.ts';
import { type MeasureValue, measureValues } from './measures.ts';
import { type SearchEntry, searchEntries } from './search-entries.ts';

export interface Projection {
  readonly disclosure: Disclosure;
  readonly findings: readonly Finding[];
  readonly mentions: readonly Mention[];
  readonly measures: readonly MeasureValue[];
  readonly completeness: Completeness;
  readonly classTotals: readonly { readonly code: string; readonly name: string; readonly fen: Fen }[];
  readonly search: readonly SearchEntry[];
  readonly lines: readonly Line[];
}

/** One for each disclosure of the file, which are checked together: a department against its units. `coverages` of each one's files. */
export function projectionsOf(
  { source, disclosures, problems }: DocumentReading,
  jurisdictions: Jurisdictions,
  coverages: readonly (Coverage | undefined)[] = [],
): readonly Projection[] {
  const checked = checkDocuments(
    disclosures.map((disclosure) => ({ source, disclosures: [disclosure], problems })),
    { jurisdictions },
  );
  return disclosures.map((disclosure, i) => {
    const mentions = readMentions(disclosure, jurisdictions);
    const measures = measureValues(disclosure, mentions);
    return {
      disclosure,
      findings: checked[i]!.findings,
      mentions: mentions.filter((mention) => fenOf(mention) !== undefined),
      measures,
      completeness: completenessOf(disclosure, jurisdictions, coverages[i]),
      classTotals: classTotals(disclosure),
      search: searchEntries(disclosure),
      lines: linesOf(disclosure, measures),
    };
  });
}

/** Expenditure by class (类): of all funds where that table tells it, else of the general public budget. */
function classTotals({ statements, year }: Disclosure): Projection['classTotals'] {
  for (const form of ['expenditure', 'general-public'])
    for (const { rows } of statements.filter((statement) => statement.form === form)) {
      const printed = rows.flatMap(({ key, unit, label, cells }) =>
        cells.total ? [{ code: key, unit, name: label, fen: cells.total.fen }] : [],
      );
      const coded = codedRows(printed, printed.find(({ code }) => code === 'total')?.fen, 'function');
      if (coded.length > 0)
        return codeTree(coded, 'function', year).map(({ code, name, fen }) => ({ code, name, fen }));
    }
  return [];
}
