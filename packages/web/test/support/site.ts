/** The real server over an embedded store, with the project's samples and a PDF that has a wrong total on purpose. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Disclosure, Statement } from '@mingsuan/core/disclosure';
import { readDocument } from '@mingsuan/documents/read';
import { writeDocument } from '@mingsuan/documents/write';
import { configOf } from '@mingsuan/server/config';
import { importSamples } from '@mingsuan/server/samples';
import { startServer } from '@mingsuan/server/start';
import { enterRoster, importDocument, releaseRule, SURENESSES } from '@mingsuan/store';
import { pino } from 'pino';
import { newDatabase, openNewStore } from '../../../store/test/support/new-database.ts';
import { builtPages } from './build.ts';

const SAMPLES = join(import.meta.dirname, '../../../../samples');
const SAMPLE = '434-石家庄高新技术产业开发区管理委员会办公室-2023.json';
const SHORT_SAMPLE = '202-中共石家庄市鹿泉区委办公室-2021.json';
export const TOKEN = 'a-token-for-the-walk';

export interface Site {
  readonly url: string;
  /** A PDF on disk, to upload. */
  readonly pdf: string;
  /** The disclosure that came from the PDF. */
  readonly disclosure: number;
  /** One that came from a text file. */
  readonly text: number;
  readonly agency: number;
  close(): Promise<void>;
}

export async function openSite(): Promise<Site> {
  await builtPages();
  const folder = await mkdtemp(join(tmpdir(), 'mingsuan-web-'));
  const bytes = await wrongPdf();
  const pdf = join(folder, '预算公开.pdf');
  await writeFile(pdf, bytes);
  const dataDir = join(folder, 'data');
  const store = await openNewStore(dataDir);
  await importSamples(store, SAMPLES);
  const imported = await importDocument(store, { name: '预算公开.pdf', bytes });
  const text = await importDocument(store, { name: '预算公开.txt', bytes: await textOfYearBefore() });
  await enterRoster(store, '名录', [
    {
      agency: { code: '302003', name: '石家庄市电子政务中心', level: 'unit' },
      region: { code: '130100', name: '石家庄市' },
      year: 2022,
      stage: 'budget',
      deadline: '2022-02-28',
      source: '财预〔2016〕143号',
    },
  ]);
  for (const sure of SURENESSES) await releaseRule(store, 'sureness', sure, true);
  await store.close();
  const config = configOf(
    { PORT: '0', LOG_LEVEL: 'silent', MINGSUAN_RATE_PER_MINUTE: '0', MINGSUAN_ADMIN_TOKEN: TOKEN },
    folder,
  );
  const running = await startServer({ ...config, dataDir }, pino({ level: 'silent' }));
  const [own] = imported.disclosures;
  return {
    url: running.url,
    pdf,
    disclosure: own!.id,
    agency: own!.agencyId,
    text: text.disclosures[0]!.id,
    close: async () => {
      await running.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The server with nothing in its store, for pages that need nothing of it; `prepare` puts what else they need into its data. */
export async function openEmptySite(
  prepare?: (dataDir: string) => Promise<unknown>,
): Promise<Pick<Site, 'url' | 'close'>> {
  await builtPages();
  const folder = await mkdtemp(join(tmpdir(), 'mingsuan-web-'));
  const config = configOf({ PORT: '0', LOG_LEVEL: 'silent', MINGSUAN_RATE_PER_MINUTE: '0' }, folder);
  await newDatabase(join(folder, 'data'));
  await prepare?.(join(folder, 'data'));
  const running = await startServer({ ...config, dataDir: join(folder, 'data') }, pino({ level: 'silent' }));
  return {
    url: running.url,
    close: async () => {
      await running.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function sample(name: string): Promise<Disclosure> {
  const { disclosures } = await readDocument(name, await readFile(join(SAMPLES, name)));
  return disclosures[0]!;
}

const textOfYearBefore = async (): Promise<Uint8Array> =>
  writeDocument([{ ...(await sample(SHORT_SAMPLE)), year: 2020 }], 'txt');

/** The sample of 2023 as a PDF of the year before, with a digit more in the total of its expenditure. */
async function wrongPdf(): Promise<Uint8Array> {
  const disclosure = await sample(SAMPLE);
  const statements = disclosure.statements.map((statement) =>
    statement.form === 'expenditure' ? wrong(statement) : statement,
  );
  return writeDocument([{ ...disclosure, year: 2022, statements }], 'pdf');
}

const wrong = (statement: Statement): Statement => ({
  ...statement,
  rows: statement.rows.map((row) =>
    row.key === 'total' && row.cells.project
      ? {
          ...row,
          cells: { ...row.cells, project: { ...row.cells.project, fen: row.cells.project.fen + 1_000_000, text: '' } },
        }
      : row,
  ),
});
