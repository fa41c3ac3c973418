/** How much of a document was read, and the tables that were not read in full or are not checked, each with its place. */
import type { Coverage, TableCoverage } from '@mingsuan/core/model/coverage';
import { useText } from '../i18n/index.tsx';
import { whereOf } from './source/where.ts';

export function CoverageNote({ coverage }: { readonly coverage: Coverage }) {
  const t = useText();
  const partly = coverage.perTable.filter(({ state }) => state !== 'read');
  return (
    <div className="small">
      <p>
        {coverage.tables.printed === 0
          ? t('check.coverageNoTables')
          : t('check.coverageTables', {
              tables: `${coverage.tables.read}/${coverage.tables.printed}`,
              amounts: `${coverage.amounts.read}/${coverage.amounts.printed}`,
            })}
        {coverage.words.figures > 0 &&
          t('check.coverageWords', { words: `${coverage.words.understood}/${coverage.words.figures}` })}
      </p>
      {partly.length > 0 && (
        <ul>
          {partly.map((table, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: tables keep their order
            <li key={i}>
              {t(stateText(table), { title: table.title || t('check.untitled'), n: table.amounts.generic })}{' '}
              <span className="faint">{whereOf(t, table)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What is said of a table that was not read whole: all of it kept as printed, or some amounts of it. */
function stateText({ state, amounts }: TableCoverage): 'check.generic' | 'check.genericPart' | 'check.notWhole' {
  if (state !== 'generic') return 'check.notWhole';
  return amounts.read > 0 ? 'check.genericPart' : 'check.generic';
}
