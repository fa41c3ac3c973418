/** What a document was taken for, and what of it was not understood: nothing is left out silently. */
import { placesOf, problemsAlike } from '@mingsuan/core/problems-alike';
import { Link } from '@tanstack/react-router';
import type { CheckedDocument } from '../../api/types.ts';
import { CoverageNote } from '../../components/coverage-note.tsx';
import { whereOf } from '../../components/source/where.ts';
import { whenOf } from '../../components/when.ts';
import { type Text, useText } from '../../i18n/index.tsx';

/** `上海市普陀区司法局（部门）2026 年预算`: a department and its own office may go by one name. */
export const takenFor = (t: Text, { disclosures }: CheckedDocument): readonly string[] =>
  disclosures.map(
    ({ agency, year, stage }) =>
      `${agency.name}${t('check.level', { level: t(`level.${agency.level}`) })}${whenOf(t, year ?? null, stage)}`,
  );

interface Props {
  readonly check: string;
  /** The document's number within the check. */
  readonly index: number;
  readonly document: CheckedDocument;
}

/** Figures that a person can read better than the program did. */
const isAsked = ({ code }: CheckedDocument['problems'][number]): boolean =>
  code === 'doubtful-figure' || code === 'corrected-figure';

export function Understood({ check, index, document }: Props) {
  const t = useText();
  const { problems, coverage } = document;
  const names = takenFor(t, document);
  const asked = problems.filter(isAsked).length;
  return (
    <div className="understood small">
      <p>
        <span className="faint">{t('check.takenFor')}</span>{' '}
        {names.length > 0 ? names.join(t('list.semicolon')) : t('check.takenForNone')}
      </p>
      {coverage && <CoverageNote coverage={coverage} />}
      {asked > 0 && (
        <p>
          <Link to="/check/$id/figures" params={{ id: check }} search={{ file: index }}>
            {t('figures.ask', { count: asked })}
          </Link>
        </p>
      )}
      {problems.length > 0 && (
        <details>
          <summary>{t('check.notUnderstood', { count: problems.length })}</summary>
          <ul>
            {problemsAlike(problems).map(({ problem: { message, origin }, others }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: problems keep their order
              <li key={i}>
                {message} {origin && <span className="faint">{whereOf(t, origin)}</span>}
                {others.length > 0 && (
                  <span className="faint">
                    {t('check.alsoThere', {
                      count: others.length,
                      places: placesOf(others, (each) => whereOf(t, each)).join(t('check.placesBetween')),
                    })}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
