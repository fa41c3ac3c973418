/** One problem: what is wrong, which figures say so, what to do. */
import type { ReactNode } from 'react';
import type { Finding, FindingItem } from '../../api/types.ts';
import { useLanguage, useText } from '../../i18n/index.tsx';
import { AsPrinted } from '../as-printed.tsx';
import { wan, yuan } from '../money.tsx';
import { SeverityTag } from '../severity.tsx';
import { Evidence, type EvidenceProps } from './evidence.tsx';
import { isWholeWan, useFindingWords } from './finding-words.ts';
import { useRuleTitle } from './rule-titles.ts';

interface Props extends Omit<EvidenceProps, 'evidence'> {
  readonly finding: Finding;
  /** Why it was set aside. */
  readonly dismissed?: string | undefined;
  /** What the agency answered. */
  readonly answer?: FindingItem['answer'];
  /** Whether the operator alone sees it. */
  readonly isDraft?: boolean;
  readonly chosen?: boolean;
  readonly onChoose?: (() => void) | undefined;
  readonly tools?: ReactNode;
}

const AMOUNTS = ['expected', 'actual', 'difference'] as const;

export function FindingCard({
  finding,
  dismissed,
  answer,
  isDraft = false,
  chosen = false,
  onChoose,
  tools,
  ...evidence
}: Props) {
  const t = useText();
  const { language } = useLanguage();
  const titleOf = useRuleTitle();
  // In English the rule says what does not hold, and what was found; the sentence itself stands below as it was written.
  const inEnglish = language === 'en';
  const { headline, detail } = useFindingWords()(finding);
  const amounts = AMOUNTS.filter((name) => finding[name] !== undefined);
  const isExact = isWholeWan(amounts.map((name) => finding[name]!));
  const state = `${chosen ? ' chosen' : ''}${dismissed === undefined ? '' : ' dismissed'}`;
  return (
    <li className={`finding${state}`}>
      <div className="finding-head">
        <SeverityTag severity={finding.severity} />
        {isDraft && <span className="tag">{t('release.draft')}</span>}
        {!inEnglish && <span title={finding.rule}>{t('check.ruleIs', { title: titleOf(finding.rule) })}</span>}
        {finding.agency && <span lang="zh-CN">{finding.agency}</span>}
        {tools}
      </div>
      {onChoose ? (
        <button type="button" className="finding-message" aria-pressed={chosen} onClick={onChoose}>
          {headline}
        </button>
      ) : (
        <p className="finding-message">{headline}</p>
      )}
      {detail && (
        <p>
          <AsPrinted>{detail}</AsPrinted>
        </p>
      )}
      {inEnglish && (
        <p className="small faint">
          {t('text.inChinese')}
          {t('text.colon')}
          <span lang="zh-CN">{finding.message}</span>
        </p>
      )}
      {amounts.length > 0 && (
        <dl className="finding-facts">
          {amounts.map((name) => (
            <div key={name}>
              <dt>{t(`check.${name}`)}</dt>
              <dd className="money">
                {isExact ? wan(finding[name]!) : yuan(finding[name]!)} {t(isExact ? 'unit.wan' : 'unit.yuan')}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {finding.suggestion && (
        <p className="small">
          <span className="faint">
            {t('check.suggestion')}
            {inEnglish && ` ${t('text.inChinese')}`}
            {t('text.colon')}
          </span>
          <span lang="zh-CN">{finding.suggestion}</span>
        </p>
      )}
      {finding.consequences && (
        <p className="small">
          <span className="faint">
            {t('check.consequences')}
            {inEnglish && ` ${t('text.inChinese')}`}
            {t('text.colon')}
          </span>
          <span lang="zh-CN">{finding.consequences.join(t('list.semicolon'))}</span>
        </p>
      )}
      <Evidence evidence={finding.evidence} {...evidence} />
      {answer && (
        <p className="small finding-answer">
          <span className="faint">
            {t('release.answered')}
            {answer.person !== '' && t('text.aside', { text: answer.person })}
            {t('text.colon')}
          </span>
          <span lang="zh-CN">{answer.text}</span>
        </p>
      )}
      {dismissed !== undefined && <p className="small faint">{t('agency.dismissed', { reason: dismissed })}</p>}
    </li>
  );
}
