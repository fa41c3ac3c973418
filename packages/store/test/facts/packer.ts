/** A process to be killed: it packs the cells of a store, or takes them out again, a statement a time. */
import { openStore, packNext, unpackFacts } from '@mingsuan/store';

const [settings, way] = process.argv.slice(2);
const store = await openStore(JSON.parse(settings!) as { dataDir: string; databaseUrl?: string });
process.stdout.write('ready\n');
if (way === 'unpack') await unpackFacts(store.db, 1);
else while (await packNext(store.db, 1));
await store.close();
