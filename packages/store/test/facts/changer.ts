/** A process to be killed: things happen in a store and are brought to its lake, step by step from the one it is told. */
import {
  bringFacts,
  ChangeRefused,
  openFacts,
  openStore,
  readAgainHandlers,
  ruleDocument,
  type Store,
  workJobs,
} from '@mingsuan/store';
import { made, take } from '../support/disclosures.ts';

const [settings, from, to] = process.argv.slice(2);
const { lake, ...options } = JSON.parse(settings!) as { lake: string; dataDir: string; databaseUrl?: string };
const store = await openStore(options);
const facts = await openFacts(store, lake);
for (let step = Number(from); step < Number(to); step++) {
  await happen(store, step);
  await bringFacts(store.db, facts, undefined, 3);
  if (step % 7 === 6) await facts.compact();
  process.stdout.write(`${step}\n`);
}
await facts.close();
await store.close();

/** Versions follow each other, now and then one is taken back; done again, a step changes nothing. */
async function happen(into: Store, step: number): Promise<void> {
  const [agency, year] = [step % 4, 2022 + (Math.floor(step / 4) % 2)];
  const { documentId } = await take(into, made({ agency, year, draw: step }));
  if (step % 5 !== 4) return;
  try {
    await ruleDocument(into, documentId, { kind: 'withdrawn' }, { reason: '撤下' });
  } catch (error) {
    if (!(error instanceof ChangeRefused)) throw error;
  }
  await workJobs(into, { handlers: readAgainHandlers(into), untilIdle: true, leaseSeconds: 1 });
}
