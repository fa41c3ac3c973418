/** What one rule found in all disclosures: looked at, and released one by one or all that was found so far. */
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { Page, RuleFinding } from '../../api/types.ts';
import { AsPrinted } from '../../components/as-printed.tsx';
import { inOneLine, useFindingWords } from '../../components/findings/finding-words.ts';
import { useRuleTitle } from '../../components/findings/rule-titles.ts';
import { Answer, Failed } from '../../components/state.tsx';
import { whenOf } from '../../components/when.ts';
import { useText } from '../../i18n/index.tsx';
import { useOperatorAnswer, useOperatorWrite } from '../../operator/queries.ts';

const STEP = 50;
/** So many at most are asked for at once. */
const MOST = 500;

interface Props {
  readonly rule: string;
  readonly onClose: () => void;
}

export function RuleFindings({ rule, onClose }: Props) {
  const t = useText();
  const titleOf = useRuleTitle();
  const heading = useRef<HTMLHeadingElement>(null);
  // It stands below the table: whoever opened it by keyboard goes on here.
  useEffect(() => heading.current?.focus(), []);
  const [limit, setLimit] = useState(STEP);
  const path = `/rules/${encodeURIComponent(rule)}`;
  const answer = useOperatorAnswer<Page<RuleFinding>>(`${path}/findings`, { limit });
  const { mutate, error } = useOperatorWrite();
  const release = (at: string, released: boolean) =>
    mutate({ method: 'PUT', path: at, body: { released, ...(at.startsWith('/rules') ? { scope: 'found' } : {}) } });
  return (
    <section className="rule-findings" aria-label={titleOf(rule)}>
      <h3 ref={heading} tabIndex={-1}>
        {titleOf(rule)}
      </h3>
      {error && <Failed error={error} />}
      <p className="actions">
        {[true, false].map((to) => (
          <button key={String(to)} type="button" className="button" onClick={() => release(`${path}/release`, to)}>
            {t(to ? 'release.allFound' : 'release.noneFound')}
          </button>
        ))}
        <button type="button" className="button" onClick={onClose}>
          {t('action.close')}
        </button>
      </p>
      <Answer of={answer}>
        {({ items, next }) => (
          <>
            <ul className="findings">
              {items.map((item) => (
                <Found key={item.id} item={item} onRelease={(to) => release(`/findings/${item.id}/release`, to)} />
              ))}
            </ul>
            {next &&
              (limit < MOST ? (
                <button type="button" className="button" onClick={() => setLimit(limit + STEP)}>
                  {t('release.moreFound', { count: STEP })}
                </button>
              ) : (
                <p className="faint small">{t('inbox.more', { count: MOST })}</p>
              ))}
          </>
        )}
      </Answer>
    </section>
  );
}

interface FoundProps {
  readonly item: RuleFinding;
  readonly onRelease: (released: boolean) => void;
}

function Found({ item: { disclosureId, finding, released, agency, year, stage }, onRelease }: FoundProps) {
  const t = useText();
  const words = useFindingWords()(finding);
  const what = t(released ? 'release.back' : 'release.one');
  return (
    <li className="finding">
      <div className="finding-head">
        {!released && <span className="tag">{t('release.draft')}</span>}
        <Link to="/disclosure/$id" params={{ id: String(disclosureId) }} hash="checks">
          {agency} {whenOf(t, year, stage)}
        </Link>
        <button
          type="button"
          className="quiet"
          aria-label={t('text.labelled', { label: what, text: inOneLine(words) })}
          onClick={() => onRelease(!released)}
        >
          {what}
        </button>
      </div>
      {words.detail !== undefined && (
        <p className="small">
          <AsPrinted>{words.detail}</AsPrinted>
        </p>
      )}
      <p className="small" lang="zh-CN">
        {finding.message}
      </p>
    </li>
  );
}
