import { parseAmount } from '@mingsuan/core/money';
import type { PerformanceTask } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { yuan } from '../../components/money.tsx';
import { useText } from '../../i18n/index.tsx';
import { Choice, Field } from '../../office/field.tsx';
import { useOfficeWrite } from '../../office/queries.ts';
import { Refused } from '../office/refused.tsx';
import { useDraft } from './draft.ts';
import { Light } from './lights.tsx';

type Form = NonNullable<PerformanceTask['monitoring']>;
type Row = Form['indicators'][number];
type Answers = Pick<Row, 'done' | 'expected' | 'causeKind' | 'cause' | 'likelihood' | 'evidence' | 'kind'>;

const CAUSES = ['经费保障', '制度保障', '人员保障', '硬件条件保障', '其他'];
const LIKELIHOODS = ['确定能', '有可能', '完全不可能'];

interface Props {
  readonly task: PerformanceTask;
  readonly form: Form;
  readonly mayEdit: boolean;
  readonly onDirty: (isDirty: boolean) => void;
}

const answerOf = ({ done, expected, causeKind, cause, likelihood, evidence, kind }: Answers): Answers => ({
  done,
  expected,
  causeKind,
  cause,
  likelihood,
  evidence,
  kind,
});

/** 绩效运行监控表: each indicator with what was done so far and what will be. */
export function MonitoringForm({ task, form, mayEdit, onDirty }: Props) {
  const t = useText();
  const saved = {
    answers: form.indicators.map(answerOf),
    expected: form.expected === null ? '' : yuan(form.expected),
  };
  const { value, set, drop } = useDraft(task.id, saved, onDirty);
  const { answers, expected } = value;
  const { mutate, error, isPending } = useOfficeWrite();
  const change = (at: number, answer: Partial<Answers>) =>
    set({ answers: answers.map((each, i) => (i === at ? { ...each, ...answer } : each)) });
  const save = () => {
    const fen = parseAmount(expected, '元')?.fen;
    const indicators = answers.map(({ done, expected: later, causeKind, cause, likelihood, evidence, kind }) =>
      Object.fromEntries(
        Object.entries({ done, expected: later, causeKind, cause, likelihood, evidence, kind }).filter(
          ([, text]) => text !== '',
        ),
      ),
    );
    const body = { revision: task.revision, indicators, ...(fen === undefined ? {} : { expected: fen }) };
    mutate({ method: 'POST', path: `/performance/tasks/${task.id}/monitoring`, body }, { onSuccess: drop });
  };
  return (
    <Card
      title={t('perf.process.monitoring')}
      lead={
        <>
          <Light light={form.budget.light} /> {form.budget.reason}
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {form.indicators.map((row, i) => (
          <Indicator
            // biome-ignore lint/suspicious/noArrayIndexKey: indicators keep their places, and some share a name
            key={i}
            row={row}
            answer={answers[i]!}
            mayEdit={mayEdit}
            onChange={(answer) => change(i, answer)}
          />
        ))}
        {mayEdit && (
          <div className="office-line">
            <Field
              label={t('perf.expectedMoney')}
              value={expected}
              onChange={(text) => set({ expected: text })}
              isRequired={false}
            />
            <button type="submit" className="button button-strong" disabled={isPending}>
              {t('perf.save')}
            </button>
          </div>
        )}
        <Refused error={error} />
      </form>
    </Card>
  );
}

interface IndicatorProps {
  readonly row: Row;
  readonly answer: Answers;
  readonly mayEdit: boolean;
  readonly onChange: (answer: Partial<Answers>) => void;
}

function Indicator({ row, answer, mayEdit, onChange }: IndicatorProps) {
  const t = useText();
  const head = (
    <h3>
      {row.name} <span className="faint">{[row.level2, row.target, row.office].filter(Boolean).join(' · ')}</span>{' '}
      <Light light={row.light} />
    </h3>
  );
  if (!mayEdit)
    return (
      <div className="answer">
        {head}
        <p className="faint small">{row.reason}</p>
        <p>
          {[
            row.done && `${t('perf.done')}${t('text.colon')}${row.done}`,
            row.expected && `${t('perf.yearEnd')}${t('text.colon')}${row.expected}`,
            row.likelihood && `${t('perf.likelihood')}${t('text.colon')}${row.likelihood}`,
            [row.causeKind, row.cause].some(Boolean) &&
              `${t('perf.cause')}${t('text.colon')}${[row.causeKind, row.cause].filter(Boolean).join(' ')}`,
            row.evidence && `${t('perf.evidence')}${t('text.colon')}${row.evidence}`,
            row.kind && `${t('perf.quantity')}${t('text.colon')}${t(`perf.quantity.${row.kind}`)}`,
          ]
            .filter(Boolean)
            .join(t('list.semicolon')) || '—'}
        </p>
      </div>
    );
  const choice = (label: string, value: string, names: readonly string[], change: (value: string) => void) => (
    <Choice label={label} value={value} onChange={change}>
      <option value="">{t('perf.choose')}</option>
      {names.map((name) => (
        <option key={name}>{name}</option>
      ))}
    </Choice>
  );
  return (
    <fieldset className="answer">
      <legend className="unseen">{row.name}</legend>
      {head}
      <p className="faint small">{row.reason}</p>
      <div className="office-line">
        <Field label={t('perf.done')} value={answer.done} onChange={(done) => onChange({ done })} isRequired={false} />
        <Field
          label={t('perf.yearEnd')}
          value={answer.expected}
          onChange={(expected) => onChange({ expected })}
          isRequired={false}
        />
        {row.guess && (
          <Choice
            label={t('perf.quantity')}
            value={answer.kind ?? ''}
            onChange={(kind) => onChange({ kind: kind === '' ? null : (kind as Row['kind']) })}
          >
            <option value="">
              {t('perf.quantityGuessed', { kind: t(`perf.quantity.${row.guess.kind}`), reason: row.guess.reason })}
            </option>
            <option value="flow">{t('perf.quantity.flow')}</option>
            <option value="level">{t('perf.quantity.level')}</option>
          </Choice>
        )}
        {choice(t('perf.likelihood'), answer.likelihood, LIKELIHOODS, (likelihood) => onChange({ likelihood }))}
        {choice(t('perf.causeKind'), answer.causeKind, CAUSES, (causeKind) => onChange({ causeKind }))}
        <Field
          label={t('perf.cause')}
          value={answer.cause}
          onChange={(cause) => onChange({ cause })}
          isRequired={false}
        />
        <Field
          label={t('perf.evidence')}
          value={answer.evidence}
          onChange={(evidence) => onChange({ evidence })}
          isRequired={false}
        />
      </div>
    </fieldset>
  );
}
