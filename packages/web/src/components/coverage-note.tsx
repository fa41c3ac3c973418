/** How much of a document was read, and the tables that were not read in full or are not checked, each with its place. */
import type { Coverage } from '@mingsuan/core/model/coverage';
import { useText } from '../i18n/index.tsx';
import { whereOf } from './source/where.ts';

export function CoverageNote({ coverage }: { readonly coverage: Coverage }) {
  const t = useText();
  const partly = coverage.perTable.filter(({ state }) => state !== 'read');
  return (
    <div className="small">
      <p>
        {t('check.coverage', {
          tables: `${coverage.tables.read}/${coverage.tables.printed}`,
          amounts: `${coverage.amounts.read}/${coverage.amounts.printed}`,
          words: `${coverage.words.understood}/${coverage.words.figures}`,
        })}
      </p>
      {partly.length > 0 && (
        <ul>
          {partly.map((table, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: tables keep their order
            <li key={i}>
              {t(table.state === 'generic' ? 'check.generic' : 'check.notWhole', { title: table.title })}{' '}
              <span className="faint">{whereOf(t, table)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
