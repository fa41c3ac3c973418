/** The sides of equations that say a whole is the sum of its parts, written from the vocabulary's divisions. */
import { columnIdOf, conceptById } from '../../vocabulary/index.ts';
import { IN_CHINESE } from '../names.ts';

/**
 * `sumOf('收入总表[*]', ['appropriation', 'other'], ['appropriation'])` is `收入总表[*].财政拨款收入! + 收入总表[*].其他收入`:
 * the columns of one row, by their concepts. Those of `required` must be printed for the sum to mean anything.
 */
export const sumOf = (row: string, parts: readonly string[], required: readonly string[] = []): string =>
  parts
    .map((id) => `${row}.${IN_CHINESE.column(columnIdOf(conceptById(id)))}${required.includes(id) ? '!' : ''}`)
    .join(' + ');

/** As `sumOf`, of lines by their roles: `收支总表.收入[一般公共预算].金额! + …`. */
export const sumOfLines = (side: string, parts: readonly string[], column: string, required: readonly string[] = []) =>
  parts.map((id) => `${side}[${conceptById(id).role}].${column}${required.includes(id) ? '!' : ''}`).join(' + ');
