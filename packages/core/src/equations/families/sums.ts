/** The sides of equations that say a whole is the sum of its parts, written from the vocabulary's divisions. */
import { columnIdOf, conceptById } from '../../vocabulary/index.ts';

/**
 * `sumOf('revenue[*]', ['appropriation', 'other'], ['appropriation'])` is `revenue[*].appropriation! + revenue[*].other`:
 * the columns of one row, by their concepts. Those of `required` must be printed for the sum to mean anything.
 */
export const sumOf = (row: string, parts: readonly string[], required: readonly string[] = []): string =>
  parts.map((id) => `${row}.${columnIdOf(conceptById(id))}${required.includes(id) ? '!' : ''}`).join(' + ');

/** As `sumOf`, of lines by their roles: `balance.revenue[一般公共预算].amount! + …`. */
export const sumOfLines = (side: string, parts: readonly string[], column: string, required: readonly string[] = []) =>
  parts.map((id) => `${side}[${conceptById(id).role}].${column}${required.includes(id) ? '!' : ''}`).join(' + ');
