/** A process to be killed: works through the import jobs of a store and says each document that it was told is in. */
import { importDocument, openStore, workJobs } from '@mingsuan/store';
import { fileOf, made } from './disclosures.ts';

const options = JSON.parse(process.argv[2]!) as { dataDir: string; databaseUrl?: string };
const store = await openStore(options);
process.stdout.write('open\n');
// Told to hold the store, it does so until it is killed.
if (process.argv[3] === 'hold') await new Promise(() => setInterval(() => {}, 1000));
await workJobs(store, {
  handlers: {
    make: async ({ payload }) => {
      const { agency, draw } = payload as { agency: number; draw: number };
      const { sha256 } = await importDocument(store, fileOf([made({ agency, draw })]));
      process.stdout.write(`${sha256}\n`);
    },
  },
  untilIdle: true,
  leaseSeconds: 1,
});
await store.close();
