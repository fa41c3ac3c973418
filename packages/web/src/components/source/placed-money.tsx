import type { Cell } from '@mingsuan/core/disclosure';
import { Money, wan } from '../money.tsx';
import { FigureLink } from './figure-link.tsx';

interface Props {
  readonly fen: number | undefined;
  readonly label: string;
  /** The printed cell that says so, where there is one. */
  readonly cell: Pick<Cell, 'text' | 'origin'> | undefined;
}

/** An amount in 万元 that leads to the printed one; a sum that nobody printed leads nowhere. */
export const PlacedMoney = ({ fen, label, cell }: Props) =>
  fen === undefined || !cell ? (
    <Money fen={fen} />
  ) : (
    <FigureLink label={label} text={cell.text} origin={cell.origin} shown={wan(fen)} />
  );
