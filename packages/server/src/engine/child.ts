/** A working process: one task after another, until its parent ends it. */
import { UnreadableInput } from '@mingsuan/documents/unreadable';
import { perform } from './perform.ts';
import { type Outcome, READY, type Task } from './tasks.ts';

process.on('message', (task: Task) => {
  perform(task).then(
    (value) => answer({ ok: true, value }),
    (error: unknown) => {
      if (error instanceof UnreadableInput) answer({ ok: false, unreadable: error.message });
      else throw error;
    },
  );
});
process.on('disconnect', () => process.exit(0));

const answer = (outcome: Outcome<unknown> | typeof READY): void => {
  process.send?.(outcome);
};

answer(READY);
