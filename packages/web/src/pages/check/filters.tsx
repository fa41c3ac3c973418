import { useId } from 'react';
import type { CheckedFinding } from '../../api/types.ts';
import { useRuleTitle } from '../../components/findings/rule-titles.ts';
import { SEVERITIES } from '../../components/severity.tsx';
import { useText } from '../../i18n/index.tsx';
import { type Filter, fits } from './filter.ts';

interface Props {
  readonly findings: readonly CheckedFinding[];
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
}

export function Filters({ findings, filter, onChange }: Props) {
  const t = useText();
  const id = useId();
  const titleOf = useRuleTitle();
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  return (
    <div className="filters">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset does not lay out in a row */}
      <div role="group" aria-label={t('check.severity')} className="chips">
        {[undefined, ...SEVERITIES].map((severity) => (
          <button
            key={severity ?? 'all'}
            type="button"
            className="chip"
            aria-pressed={filter.severity === severity}
            onClick={() => onChange({ ...filter, severity })}
          >
            {severity ? t(`severity.${severity}`) : t('region.filter.all')}{' '}
            <span className="money">{findings.filter((finding) => fits(finding, { ...filter, severity })).length}</span>
          </button>
        ))}
      </div>
      <div className="field">
        <label htmlFor={`${id}r`} className="unseen">
          {t('check.rule')}
        </label>
        <select
          id={`${id}r`}
          className="select"
          value={filter.rule ?? ''}
          onChange={({ target }) => onChange({ ...filter, rule: target.value || undefined })}
        >
          <option value="">{t('check.anyRule')}</option>
          {rules.map((rule) => (
            <option key={rule} value={rule}>
              {titleOf(rule)}
              {t('text.aside', { text: findings.filter((finding) => fits(finding, { ...filter, rule })).length })}
            </option>
          ))}
        </select>
      </div>
      <label className="check-box">
        <input
          type="checkbox"
          checked={filter.dismissed}
          onChange={({ target }) => onChange({ ...filter, dismissed: target.checked })}
        />{' '}
        {t('check.showDismissed')}
      </label>
    </div>
  );
}
