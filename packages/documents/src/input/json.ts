/** Our own JSON (`mingsuan read --format json`) taken back in: facts once read need no second reading. */
import type { DocumentReading } from '@mingsuan/core/disclosure';
import { type PublishedReading, unpublishReading } from '@mingsuan/core/model/published';
import { validate } from '@mingsuan/core/schema/index';
import { UnreadableInput } from '../unreadable.ts';

/** @throws UnreadableInput `damaged` where it is no JSON or departs from docs/schema/read.schema.json. */
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
  return (value as { documents: readonly PublishedReading[] }).documents.map(unpublishReading);
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
