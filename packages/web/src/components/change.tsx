import { percent, signed, wan } from './money.tsx';

/** The difference in 万元, and in per cent where there is something to compare with. */
export function Change({ now, then }: { readonly now: number; readonly then: number | undefined }) {
  if (then === undefined) return null;
  const change = now - then;
  const share = percent(change, then);
  return (
    <span className="change faint small money">
      {signed(wan(change), change)}
      {share && <span className="change-share">{signed(share, change)}</span>}
    </span>
  );
}
