import type { Cell } from '@mingsuan/core/disclosure';
import { Money } from '../money.tsx';
import { useScale } from '../scale.tsx';
import { FigureLink } from './figure-link.tsx';

interface Props {
  readonly fen: number | undefined;
  readonly label: string;
  /** The printed cell that says so, where there is one. */
  readonly cell: (Pick<Cell, 'text' | 'origin'> & Partial<Pick<Cell, 'fen'>>) | undefined;
}

/** An amount in the page's unit that leads to the printed one; a sum that nobody printed leads nowhere. */
export function PlacedMoney({ fen, label, cell }: Props) {
  const { format } = useScale();
  // One of the rows that make up a sum prints another amount.
  const isOther = cell?.fen !== undefined && cell.fen !== fen;
  if (fen === undefined || !cell || isOther) return <Money fen={fen} />;
  return <FigureLink label={label} text={cell.text} origin={cell.origin} shown={format(fen)} />;
}
