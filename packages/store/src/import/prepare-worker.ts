/** A worker thread: one document after another, one answer each. */
import { parentPort } from 'node:worker_threads';
import { UnreadableInput } from '@mingsuan/documents/unreadable';
import { type DocumentInput, prepareDocument } from './prepare.ts';
import type { Answer } from './preparers.ts';

parentPort?.on('message', (input: DocumentInput) => {
  void answerTo(input).then((answer) => parentPort?.postMessage(answer));
});

async function answerTo(input: DocumentInput): Promise<Answer> {
  try {
    return { prepared: await prepareDocument(input) };
  } catch (error) {
    if (error instanceof UnreadableInput) return { unreadable: { code: error.code, message: error.message } };
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
