/** Pictures of figures: bars one below another, each with its name and amount, their lengths as the amounts are. */
import type { ReactNode } from 'react';

export interface Piece {
  readonly value: number;
  readonly tone: 1 | 2 | 3 | 4;
}

export interface Bar {
  readonly name: string;
  readonly amount: string;
  readonly pieces: readonly Piece[];
  /** How deep it stands under the one above. */
  readonly depth?: number;
  /** Agrees with the others. */
  readonly agrees?: boolean;
}

interface Props {
  /** The picture in words. */
  readonly label: string;
  readonly bars: readonly Bar[];
  /** What the full width stands for; the longest bar where nothing is said. */
  readonly whole?: number;
}

const WIDTH = 320;
const ROW = 42;
const INDENT = 18;
const BAR = 14;

export function Bars({ label, bars, whole = Math.max(...bars.map(lengthOf)) }: Props) {
  return (
    <Picture label={label} height={bars.length * ROW}>
      {bars.map((bar, i) => (
        <g key={bar.name} transform={`translate(${(bar.depth ?? 0) * INDENT} ${i * ROW})`}>
          <OneBar bar={bar} width={WIDTH - (bar.depth ?? 0) * INDENT} whole={whole} />
        </g>
      ))}
    </Picture>
  );
}

const lengthOf = ({ pieces }: Bar): number => pieces.reduce((sum, { value }) => sum + value, 0);

function OneBar({ bar, width, whole }: { readonly bar: Bar; readonly width: number; readonly whole: number }) {
  let from = 0;
  return (
    <>
      <text x="0" y="15">
        {bar.name}
      </text>
      <text x={width} y="15" className="drawing-amount">
        {bar.amount}
        {bar.agrees && ' ✓'}
      </text>
      {bar.pieces.map(({ value, tone }, i) => {
        // What is there is seen, however small.
        const length = value === 0 ? 0 : Math.max(2, (value / whole) * width);
        const x = from;
        from += length;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces keep their order
          <rect key={i} x={x} y="21" width={Math.min(length, width - x)} height={BAR} className={`tone-${tone}`} />
        );
      })}
    </>
  );
}

/** A small table whose cells say how a figure stands in it. */
export function Cells({
  label,
  rows,
}: {
  readonly label: string;
  readonly rows: readonly (readonly [string, string])[];
}) {
  return (
    <Picture label={label} height={rows.length * ROW}>
      {rows.map(([name, cell], i) => (
        <g key={name} transform={`translate(0 ${i * ROW})`}>
          <rect x="0.5" y="0.5" width={WIDTH - 1} height={ROW - 1} className="drawing-cell" />
          <text x="10" y="26">
            {name}
          </text>
          <text x={WIDTH - 10} y="26" className="drawing-amount">
            {cell}
          </text>
        </g>
      ))}
    </Picture>
  );
}

function Picture({
  label,
  height,
  children,
}: {
  readonly label: string;
  readonly height: number;
  readonly children: ReactNode;
}) {
  return (
    <svg viewBox={`0 0 ${WIDTH} ${height}`} className="drawing" role="img" aria-label={label}>
      {children}
    </svg>
  );
}
