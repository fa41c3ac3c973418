import { parseAmount } from '@mingsuan/core/money';
import type { PerformanceTask } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { yuan } from '../../components/money.tsx';
import { useText } from '../../i18n/index.tsx';
import { Field } from '../../office/field.tsx';
import { useOfficeWrite } from '../../office/queries.ts';
import { Refused } from '../office/refused.tsx';
import { useDraft } from './draft.ts';
import { Series } from './series.tsx';
import '../../styles/performance.css';

type Form = NonNullable<PerformanceTask['evaluation']>;
type Row = Form['indicators'][number];
type Answers = Pick<Row, 'achieved' | 'weight' | 'cause' | 'evidence'>;

interface Props {
  readonly task: PerformanceTask;
  readonly form: Form;
  readonly mayEdit: boolean;
  readonly onDirty: (isDirty: boolean) => void;
}

const answerOf = ({ achieved, weight, cause, evidence }: Answers): Answers => ({ achieved, weight, cause, evidence });

/** 绩效自评表: goals and indicators with what was achieved; points are worked out part by part as it is saved. */
export function EvaluationForm({ task, form, mayEdit, onDirty }: Props) {
  const t = useText();
  const saved = {
    goals: form.goals.map(({ achieved }) => achieved),
    tasks: form.tasks.map(({ done }) => done),
    spent: form.tasks.map((each) => (each.spent === null ? '' : yuan(each.spent))),
    answers: form.indicators.map(answerOf),
    words: { conclusion: form.conclusion, problems: form.problems, remedies: form.remedies },
  };
  const { value, set, drop } = useDraft(task.id, saved, onDirty);
  const { goals, tasks, spent, answers, words } = value;
  const { mutate, error, isPending } = useOfficeWrite();
  const change = (at: number, answer: Partial<Answers>) =>
    set({ answers: answers.map((each, i) => (i === at ? { ...each, ...answer } : each)) });
  const at = (all: readonly string[], place: number, text: string) => all.map((each, i) => (i === place ? text : each));
  const save = () => {
    const indicators = answers.map(({ achieved, weight, cause, evidence }, i) =>
      Object.fromEntries(
        Object.entries({ achieved, ...(form.indicators[i]!.ownWeight ? {} : { weight }), cause, evidence }).filter(
          ([, text]) => text !== '',
        ),
      ),
    );
    const amounts = spent.map((text) => parseAmount(text, '元')?.fen ?? null);
    const body = { revision: task.revision, goals, tasks, spent: amounts, indicators, ...words };
    mutate({ method: 'POST', path: `/performance/tasks/${task.id}/evaluation`, body }, { onSuccess: drop });
  };
  return (
    <>
      <Parts form={form} />
      <Card title={t('perf.process.evaluation')}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          {form.goals.map(({ expected }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: goals keep their places
            <div key={i} className="answer">
              <h3>
                {t('perf.goal')}
                {t('text.colon')}
                {expected}
              </h3>
              {mayEdit ? (
                <Field
                  label={t('perf.achieved')}
                  value={goals[i]!}
                  onChange={(text) => set({ goals: at(goals, i, text) })}
                  isRequired={false}
                />
              ) : (
                <p>{goals[i] || '—'}</p>
              )}
            </div>
          ))}
          {form.tasks.map(({ name, budget }, i) => (
            <div key={name} className="answer">
              <h3>
                {name}{' '}
                {budget !== null && <span className="faint">{t('perf.taskBudget', { yuan: yuan(budget) })}</span>}
              </h3>
              {mayEdit ? (
                <div className="office-line">
                  <Field
                    label={t('perf.achieved')}
                    value={tasks[i]!}
                    onChange={(text) => set({ tasks: at(tasks, i, text) })}
                    isRequired={false}
                  />
                  <Field
                    label={t('perf.taskSpent')}
                    value={spent[i]!}
                    onChange={(text) => set({ spent: at(spent, i, text) })}
                    isRequired={false}
                  />
                </div>
              ) : (
                <p>
                  {[tasks[i], spent[i] && `${t('perf.taskSpent')}${t('text.colon')}${spent[i]}`]
                    .filter(Boolean)
                    .join(t('list.semicolon')) || '—'}
                </p>
              )}
            </div>
          ))}
          {form.indicators.map((row, i) => (
            <Indicator
              // biome-ignore lint/suspicious/noArrayIndexKey: indicators keep their places, and some share a name
              key={i}
              row={row}
              answer={answers[i]!}
              measured={task.measured.findLast(({ indicator }) => indicator === row.name)}
              mayEdit={mayEdit}
              onChange={(answer) => change(i, answer)}
            />
          ))}
          {mayEdit ? (
            <>
              {(['conclusion', 'problems', 'remedies'] as const).map((name) => (
                <Field
                  key={name}
                  label={t(`perf.${name}`)}
                  value={words[name]}
                  onChange={(text) => set({ words: { ...words, [name]: text } })}
                  isRequired={false}
                />
              ))}
              <p className="actions">
                <button type="submit" className="button button-strong" disabled={isPending}>
                  {t('perf.save')}
                </button>
              </p>
            </>
          ) : (
            <p>{[form.conclusion, form.problems, form.remedies].filter(Boolean).join(t('list.semicolon'))}</p>
          )}
          <Refused error={error} />
        </form>
      </Card>
    </>
  );
}

function Parts({ form: { parts, total, grade, ownTotal, doubts } }: { readonly form: Form }) {
  const t = useText();
  return (
    <Card
      title={t('perf.parts')}
      lead={
        total === null
          ? t('perf.noTotal')
          : `${t('perf.total', { total, grade: grade ?? '' })}${ownTotal === total ? '' : `${t('text.aside', { text: `${t('perf.own')} ${ownTotal}` })}`}`
      }
    >
      <DataTable
        caption={t('perf.parts')}
        stacks
        rows={parts}
        rowKey={({ name }, i) => `${i} ${name}`}
        columns={[
          { key: 'name', title: t('perf.indicator'), heads: true, cell: ({ name }) => name },
          { key: 'weight', title: t('perf.weight'), numeric: true, cell: ({ weight }) => weight },
          {
            key: 'points',
            title: t('perf.points'),
            numeric: true,
            cell: ({ points, own }) =>
              points === own
                ? (points ?? '—')
                : `${points}${t('text.aside', { text: `${t('perf.own')} ${own ?? '—'}` })}`,
          },
          { key: 'formula', title: t('perf.formula'), cell: ({ formula }) => formula },
        ]}
      />
      {doubts.length > 0 && (
        <ul className="office-errors">
          {doubts.map((doubt) => (
            <li key={doubt}>{doubt}</li>
          ))}
        </ul>
      )}
    </Card>
  );
}

interface IndicatorProps {
  readonly row: Row;
  readonly answer: Answers;
  /** What a survey, a probe or a counter says of it. */
  readonly measured: PerformanceTask['measured'][number] | undefined;
  readonly mayEdit: boolean;
  readonly onChange: (answer: Partial<Answers>) => void;
}

function Indicator({ row, answer, measured, mayEdit, onChange }: IndicatorProps) {
  const t = useText();
  const head = (
    <h3>
      {row.name} <span className="faint">{[row.level2, row.target, row.office].filter(Boolean).join(' · ')}</span>
    </h3>
  );
  if (!mayEdit)
    return (
      <div className="answer">
        {head}
        <p>
          {[
            `${t('perf.achieved')}${t('text.colon')}${row.achieved || '—'}`,
            row.cause && `${t('perf.cause')}${t('text.colon')}${row.cause}`,
            row.evidence && `${t('perf.evidence')}${t('text.colon')}${row.evidence}`,
          ]
            .filter(Boolean)
            .join(t('list.semicolon'))}
        </p>
        {measured && (
          <p className="small">
            {t('measure.series')}
            {t('text.colon')}
            <Series of={measured.series} />
          </p>
        )}
      </div>
    );
  const field = (name: keyof Answers, label: string) => (
    <Field label={label} value={answer[name]} onChange={(text) => onChange({ [name]: text })} isRequired={false} />
  );
  return (
    <fieldset className="answer">
      <legend className="unseen">{row.name}</legend>
      {head}
      <div className="office-line">
        {field('achieved', t('perf.achieved'))}
        {!row.ownWeight && field('weight', t('perf.weight'))}
        {field('cause', t('perf.cause'))}
        {field('evidence', t('perf.evidence'))}
        {measured && (
          <button
            type="button"
            className="button"
            title={measured.evidence}
            onClick={() => onChange({ achieved: measured.achieved, evidence: measured.evidence })}
          >
            {t('measure.take', { achieved: measured.achieved })}
          </button>
        )}
        {measured && <Series of={measured.series} />}
      </div>
    </fieldset>
  );
}
