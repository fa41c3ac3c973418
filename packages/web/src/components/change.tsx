import { percent, signed } from './money.tsx';
import { useScale } from './scale.tsx';

/** The difference in the page's unit, and in per cent where there is something to compare with. */
export function Change({ now, then }: { readonly now: number; readonly then: number | undefined }) {
  const { format } = useScale();
  if (then === undefined) return null;
  const change = now - then;
  const share = percent(change, then);
  return (
    <span className="change faint small money">
      {signed(format(change), change)}
      {share && <span className="change-share">{signed(share, change)}</span>}
    </span>
  );
}
