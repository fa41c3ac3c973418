/** What is worked out without a database, once for all tests that ask it of the same input: they are about what the store does with it. */
import { createHash } from 'node:crypto';
import { serialize } from 'node:v8';
import { checkDocuments } from '@mingsuan/core/check';
import { prepareDocument } from '../../src/import/prepare.ts';
import type { Check } from '../../src/recheck.ts';

/** As `prepareDocument`. */
export const prepareOnce = once(prepareDocument);

/** As `checkDocuments`, of nothing but documents. */
export const checkOnce = once((readings: Parameters<Check>[0]) => checkDocuments(readings));

/** As `recheckNext` checks by itself. */
export const recheckOnce: Check = async (readings) => checkOnce(readings);

/** The function must tell its answer from plain data alone, and nobody changes what it answered. */
function once<Asked, Answer>(work: (asked: Asked) => Answer): (asked: Asked) => Answer {
  const known = new Map<string, Answer>();
  return (asked) => {
    const key = createHash('sha256').update(serialize(asked)).digest('base64');
    const answer = known.get(key) ?? work(asked);
    known.set(key, answer);
    return answer;
  };
}
