import { Card } from '../../components/card.tsx';
import { useText } from '../../i18n/index.tsx';
import { StepButtons } from '../office/steps.tsx';

type Props = Pick<Parameters<typeof StepButtons>[0], 'item' | 'skip'> & {
  /** Why nothing may be done yet. */
  readonly wait?: string | undefined;
  /** What somebody else has to do, and why. */
  readonly notMine?: readonly string[];
};

/** What a person may do with a task; nothing where there is nothing. */
export function TaskSteps({ item, skip = [], wait, notMine = [] }: Props) {
  const t = useText();
  if (notMine.length === 0 && item.offers.every(({ event }) => event === 'edit' || skip.includes(event))) return null;
  return (
    <Card title={t('work.step')}>
      {wait === undefined ? (
        <p className="actions">
          <StepButtons item={item} skip={skip} />
        </p>
      ) : (
        <p>{wait}</p>
      )}
      {notMine.map((one) => (
        <p key={one}>{one}</p>
      ))}
    </Card>
  );
}
