import type { Evidence as Fact } from '@mingsuan/core/finding';
import { useState } from 'react';
import { useText } from '../../i18n/index.tsx';
import { AsPrinted } from '../as-printed.tsx';
import { useNames } from '../names.ts';
import { whereOf } from '../source/where.ts';

export interface EvidenceProps {
  readonly evidence: readonly Fact[];
  /** Shows a fact's place; without it places are told in words. */
  readonly onShow?: ((fact: Fact) => void) | undefined;
  readonly shown?: Fact | undefined;
}

const FIRST = 3;

/** What is quoted already is not quoted again. */
const quoted = (text: string): string => (/^“[^“”]*”$/.test(text) ? text : `“${text}”`);

/** The figures and words that a finding rests on. */
export function Evidence({ evidence, onShow, shown }: EvidenceProps) {
  const t = useText();
  const names = useNames();
  const [all, setAll] = useState(false);
  if (evidence.length === 0) return null;
  const nameOf = ({ form, text, origin }: Fact) =>
    [form && names.form(form), text && quoted(text), whereOf(t, origin)].filter(Boolean).join(' ');
  return (
    <div className="evidence">
      <span className="unseen">{t('check.evidence')}</span>
      {(all ? evidence : evidence.slice(0, FIRST)).map((fact, i) =>
        onShow ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: evidence keeps its order
          <button key={i} type="button" aria-pressed={fact === shown} onClick={() => onShow(fact)}>
            <AsPrinted>{nameOf(fact)}</AsPrinted>
          </button>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: evidence keeps its order
          <span key={i}>
            <AsPrinted>{nameOf(fact)}</AsPrinted>
          </span>
        ),
      )}
      {!all && evidence.length > FIRST && (
        <button type="button" onClick={() => setAll(true)}>
          {t('action.more', { count: evidence.length })}
        </button>
      )}
    </div>
  );
}
