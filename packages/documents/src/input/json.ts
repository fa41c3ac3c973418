/** Our own JSON (`mingsuan read --format json`) taken back in: facts once read need no second reading. */
import type { Disclosure, DocumentReading, Statement } from '@mingsuan/core/disclosure';
import { type PublishedReading, unpublishReading } from '@mingsuan/core/model/published';
import { parseAmount } from '@mingsuan/core/money';
import { validate } from '@mingsuan/core/schema/index';
import { UnreadableInput } from '../unreadable.ts';

/**
 * What contradicts itself, as a file does that was changed on its way, is a problem of its reading.
 * @throws UnreadableInput `damaged` where it is no JSON or departs from docs/schema/read.schema.json.
 */
export function readOwnJson(text: string): readonly DocumentReading[] {
  const value = parse(text);
  const departures = validate('read', value);
  if (departures.length > 0) {
    const places = departures.map(({ path, expected }) => `${path || '最外层'} ${expected}`).join('；');
    throw new UnreadableInput(
      'damaged',
      `这份明算 JSON 不合约定：${places}；请对照 docs/schema/read.schema.json 改正，或用 mingsuan read 重新生成。`,
    );
  }
  return (value as { documents: readonly PublishedReading[] }).documents.map(unpublishReading).map(withDoubts);
}

function withDoubts(reading: DocumentReading): DocumentReading {
  const found = reading.disclosures.flatMap(({ statements }: Disclosure) => statements.flatMap(contradictions));
  if (found.length === 0) return reading;
  const more = found.length > 1 ? `等 ${found.length} 处` : '';
  const message = `这份 JSON 自相矛盾：${found[0]}${more}；文件可能改坏了，请用 mingsuan read 重新生成。`;
  return { ...reading, problems: [...reading.problems, { code: 'contradictory-data', message }] };
}

/** Cells whose amount is not what is printed there, or that stand in a column that the table has not. */
function contradictions({ title, unit, columns, rows }: Statement): readonly string[] {
  const known = new Set(columns.map(({ id }) => id));
  return rows.flatMap(({ label, cells }) =>
    Object.entries(cells).flatMap(([column, { fen, text }]) => {
      const where = `“${title}”“${label}”行`;
      if (!known.has(column)) return [`${where}的 ${column} 不是表里的一栏`];
      return parseAmount(text, unit)?.fen === fen
        ? []
        : [`${where}的 ${column} 记作 ${fen} 分，印的是“${text}”${unit}`];
    }),
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UnreadableInput('damaged', '这份 JSON 不完整或有语法错误，可能没有写完，请用 mingsuan read 重新生成。', {
      cause,
    });
  }
}
