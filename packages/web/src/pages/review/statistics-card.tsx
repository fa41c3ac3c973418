/** What rules found and what became of it; a rule that is mostly set aside can be taken as a notice. */
import { useState } from 'react';
import type { ReviewStatistics } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { useRuleTitle } from '../../components/findings/rule-titles.ts';
import { Answer } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { useOfficeAnswer, useOfficeWrite } from '../../office/queries.ts';
import { Refused } from '../office/refused.tsx';
import { ReasonForm } from './reason-form.tsx';

type Rule = ReviewStatistics['rules'][number];

/** Rows shown at first. */
const FIRST = 8;

export function StatisticsCard({ unit, name }: { readonly unit: number; readonly name: string }) {
  const t = useText();
  const titleOf = useRuleTitle();
  const answer = useOfficeAnswer<ReviewStatistics>(`/review-rules/${unit}`);
  const [asking, setAsking] = useState<Rule>();
  const { mutate, error } = useOfficeWrite();
  const nameOf = (rule: Rule) => t(rule.setting?.isNotice ? 'review.unsetNotice' : 'review.setNotice');
  return (
    <Card title={`${t('review.statistics')}${t('text.aside', { text: name })}`}>
      <Refused error={error} />
      <Answer of={answer}>
        {({ rules, agencies, months, people }) => (
          <>
            <DataTable
              caption={t('review.rule')}
              stacks
              first={FIRST}
              rows={rules}
              rowKey={({ rule }) => rule}
              columns={[
                {
                  key: 'rule',
                  title: t('review.rule'),
                  heads: true,
                  cell: (rule) => (
                    <>
                      {titleOf(rule.rule)} {rule.isNoisy && <span className="tag">{t('review.noisy')}</span>}
                      {rule.setting?.isNotice && (
                        <span className="small faint">
                          {' '}
                          {t('review.isNotice', { reason: rule.setting.reason, person: rule.setting.person })}
                        </span>
                      )}
                    </>
                  ),
                },
                { key: 'found', title: t('review.ruleFound'), numeric: true, cell: ({ found }) => found },
                {
                  key: 'dismissed',
                  title: t('review.ruleDismissed'),
                  numeric: true,
                  sort: (a, b) => a.dismissed - b.dismissed,
                  cell: ({ dismissed, decided }) => (decided === 0 ? '—' : `${dismissed} / ${decided}`),
                },
                {
                  key: 'told',
                  title: t('review.ruleTold'),
                  numeric: true,
                  cell: ({ told, fixed }) => `${told}、${fixed}`,
                },
                {
                  key: 'set',
                  title: t('review.next'),
                  cell: (rule) => (
                    <button
                      type="button"
                      className="quiet"
                      aria-label={`${nameOf(rule)}${t('text.colon')}${titleOf(rule.rule)}`}
                      onClick={() => setAsking(rule)}
                    >
                      {nameOf(rule)}
                    </button>
                  ),
                },
              ]}
            />
            <DataTable
              caption={t('review.byAgency')}
              stacks
              first={FIRST}
              rows={agencies}
              rowKey={({ agency }) => agency}
              columns={[
                { key: 'agency', title: t('review.agency'), heads: true, cell: ({ agency }) => agency },
                { key: 'texts', title: t('review.texts'), numeric: true, cell: ({ texts }) => texts },
                { key: 'found', title: t('review.ruleFound'), numeric: true, cell: ({ found }) => found },
                {
                  key: 'told',
                  title: t('review.ruleTold'),
                  numeric: true,
                  cell: ({ told, fixed }) => `${told}、${fixed}`,
                },
              ]}
            />
            <DataTable
              caption={t('review.byPerson')}
              stacks
              rows={people}
              rowKey={({ person }) => person}
              columns={[
                { key: 'person', title: t('review.person'), heads: true, cell: ({ person }) => person },
                { key: 'texts', title: t('review.texts'), numeric: true, cell: ({ texts }) => texts },
                { key: 'dismissed', title: t('review.dismissed'), numeric: true, cell: ({ dismissed }) => dismissed },
                { key: 'added', title: t('review.added'), numeric: true, cell: ({ added }) => added },
              ]}
            />
            <DataTable
              caption={t('review.byMonth')}
              stacks
              rows={months}
              rowKey={({ month }) => month}
              columns={[
                { key: 'month', title: t('review.month'), heads: true, cell: ({ month }) => month },
                { key: 'texts', title: t('review.texts'), numeric: true, cell: ({ texts }) => texts },
                { key: 'found', title: t('review.ruleFound'), numeric: true, cell: ({ found }) => found },
              ]}
            />
          </>
        )}
      </Answer>
      {asking && (
        <ReasonForm
          title={nameOf(asking)}
          onCancel={() => setAsking(undefined)}
          onDone={(reason) => {
            setAsking(undefined);
            const body = { rule: asking.rule, isNotice: !asking.setting?.isNotice, reason };
            mutate({ method: 'POST', path: `/review-rules/${unit}`, body });
          }}
        />
      )}
    </Card>
  );
}
