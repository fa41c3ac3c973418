/** The real server over an embedded store, with the project's samples and a PDF that has a wrong total on purpose. */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Disclosure, Statement } from '@mingsuan/core/disclosure';
import { writeDocument } from '@mingsuan/documents/write';
import { configOf } from '@mingsuan/server/config';
import { importSamples } from '@mingsuan/server/samples';
import { startServer } from '@mingsuan/server/start';
import { importDocument, openStore } from '@mingsuan/store';
import { pino } from 'pino';
import { builtPages } from './build.ts';

const SAMPLES = join(import.meta.dirname, '../../../../samples');
const SAMPLE = '434-石家庄高新技术产业开发区管理委员会办公室-2023.json';

export interface Site {
  readonly url: string;
  /** A PDF on disk, to upload. */
  readonly pdf: string;
  /** The disclosure that came from the PDF. */
  readonly disclosure: number;
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
  const store = await openStore({ dataDir });
  await importSamples(store, SAMPLES);
  const imported = await importDocument(store, { name: '预算公开.pdf', bytes });
  await store.close();
  const config = configOf({ PORT: '0', LOG_LEVEL: 'silent', MINGSUAN_RATE_PER_MINUTE: '0' }, folder);
  const running = await startServer({ ...config, dataDir }, pino({ level: 'silent' }));
  const [own] = imported.disclosures;
  return {
    url: running.url,
    pdf,
    disclosure: own!.id,
    agency: own!.agencyId,
    close: async () => {
      await running.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The sample of 2023 as a PDF of the year before, with a digit more in the total of its expenditure. */
async function wrongPdf(): Promise<Uint8Array> {
  const { documents } = JSON.parse(await readFile(join(SAMPLES, SAMPLE), 'utf8'));
  const [disclosure] = documents[0].disclosures as readonly Disclosure[];
  const statements = disclosure!.statements.map((statement) =>
    statement.form === 'expenditure' ? wrong(statement) : statement,
  );
  return writeDocument([{ ...disclosure!, year: 2022, statements }], 'pdf');
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

export const CHROMIUM = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  (path) => path !== undefined && existsSync(path),
);
