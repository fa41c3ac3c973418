/** What of the findings is public: by policy, by rule, and the disclosures that still have drafts. */
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { Releases } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { useRuleTitle } from '../../components/findings/rule-titles.ts';
import { Answer, Failed, Nothing } from '../../components/state.tsx';
import { whenOf } from '../../components/when.ts';
import { useText } from '../../i18n/index.tsx';
import { useOperatorAnswer, useOperatorWrite } from '../../operator/queries.ts';
import { RuleFindings } from './rule-findings.tsx';

const FIRST = 50;

const SURE = ['确定', '较可靠', '供参考'] as const;

export function Release() {
  const answer = useOperatorAnswer<Releases>('/releases');
  const { mutate, error } = useOperatorWrite();
  const release = (path: string, released: boolean) => mutate({ method: 'PUT', path, body: { released } });
  return (
    <>
      {error && <Failed error={error} />}
      <Answer of={answer}>
        {(releases) => (
          <>
            <Policy releases={releases} onRelease={release} />
            <Drafts releases={releases} onRelease={release} />
            <Rules releases={releases} onRelease={release} />
          </>
        )}
      </Answer>
    </>
  );
}

interface Props {
  readonly releases: Releases;
  readonly onRelease: (path: string, released: boolean) => void;
}

function Policy({ releases: { policy }, onRelease }: Props) {
  const t = useText();
  return (
    <Card title={t('release.title')} lead={t('release.lead')}>
      <fieldset className="policy">
        <legend>{t('release.policy')}</legend>
        <p className="faint small">{t('release.policyLead')}</p>
        {SURE.map((sure) => (
          <label key={sure} className="check-box">
            <input
              type="checkbox"
              checked={policy.includes(sure)}
              onChange={({ target }) => onRelease(`/release-policy/${sure}`, target.checked)}
            />{' '}
            {t(`release.sure.${sure}`)}
          </label>
        ))}
      </fieldset>
    </Card>
  );
}

function Drafts({ releases: { drafts }, onRelease }: Props) {
  const t = useText();
  return (
    <Card title={t('release.documents')}>
      {drafts.length === 0 ? (
        <Nothing>{t('release.noDrafts')}</Nothing>
      ) : (
        <DataTable
          caption={t('release.documents')}
          stacks
          rows={drafts}
          first={FIRST}
          rowKey={({ disclosureId }) => disclosureId}
          columns={[
            {
              key: 'agency',
              title: t('column.name'),
              heads: true,
              cell: ({ agency, disclosureId, year, stage }) => (
                <Link to="/disclosure/$id" params={{ id: String(disclosureId) }} hash="checks">
                  {agency} {whenOf(t, year, stage)}
                </Link>
              ),
            },
            { key: 'error', title: t('severity.error'), numeric: true, cell: ({ errors }) => errors },
            { key: 'warning', title: t('severity.warning'), numeric: true, cell: ({ warnings }) => warnings },
            { key: 'notice', title: t('severity.notice'), numeric: true, cell: ({ notices }) => notices },
            {
              key: 'release',
              title: t('release.one'),
              cell: ({ disclosureId, agency }) => (
                <button
                  type="button"
                  className="button"
                  aria-label={t('text.labelled', { label: t('release.one'), text: agency })}
                  onClick={() => onRelease(`/disclosures/${disclosureId}/release`, true)}
                >
                  {t('release.one')}
                </button>
              ),
            },
          ]}
        />
      )}
    </Card>
  );
}

function Rules({ releases: { rules }, onRelease }: Props) {
  const t = useText();
  const titleOf = useRuleTitle();
  const [opened, setOpened] = useState<string>();
  const asked = useRef<HTMLButtonElement>(null);
  if (rules.length === 0) return null;
  return (
    <Card title={t('release.rules')} lead={t('release.rulesLead')}>
      <DataTable
        caption={t('release.rules')}
        stacks
        rows={rules}
        rowKey={({ rule }) => rule}
        columns={[
          {
            key: 'title',
            title: t('check.rule'),
            heads: true,
            cell: ({ rule }) => (
              <button
                type="button"
                className="link-button"
                aria-expanded={opened === rule}
                onClick={({ currentTarget }) => {
                  asked.current = currentTarget;
                  setOpened(opened === rule ? undefined : rule);
                }}
              >
                {titleOf(rule)}
              </button>
            ),
          },
          { key: 'sure', title: t('release.sureness'), cell: ({ sure }) => sure && t(`release.sure.${sure}`) },
          {
            key: 'found',
            title: t('release.found'),
            numeric: true,
            sort: (a, b) => a.found - b.found,
            cell: ({ found }) => found,
          },
          { key: 'released', title: t('release.released'), numeric: true, cell: ({ released }) => released },
          {
            key: 'release',
            title: t('release.always'),
            cell: ({ rule, isReleased, byPolicy }) =>
              byPolicy ? (
                <span className="faint">{t('release.byPolicy')}</span>
              ) : (
                <button
                  type="button"
                  className="button"
                  aria-label={t('text.labelled', {
                    label: t(isReleased ? 'release.notAlways' : 'release.always'),
                    text: titleOf(rule),
                  })}
                  onClick={() => onRelease(`/rules/${encodeURIComponent(rule)}/release`, !isReleased)}
                >
                  {t(isReleased ? 'release.notAlways' : 'release.always')}
                </button>
              ),
          },
        ]}
      />
      {opened !== undefined && (
        <RuleFindings
          key={opened}
          rule={opened}
          onClose={() => {
            setOpened(undefined);
            asked.current?.focus();
          }}
        />
      )}
    </Card>
  );
}
