/** The tasks done. Each part of the program is loaded when its first task comes. */
import { layAside } from '@mingsuan/core/dismissals';
import type { Jurisdictions } from '@mingsuan/core/jurisdictions/index';
import type { CheckedDocument } from '@mingsuan/core/schema/check';
import type { Counted, KnownScan } from '@mingsuan/documents/scan/pages';
import { configOf } from '../config.ts';
import type { Task, TaskName, Tasks } from './tasks.ts';

/** The places that the operator names, loaded for the first task that asks: `MINGSUAN_JURISDICTIONS`, without faults by now. */
let places: Promise<Jurisdictions> | undefined;

function knownPlaces(): Promise<Jurisdictions> {
  places ??= load(configOf(process.env, process.cwd()).jurisdictions);
  return places;
}

async function load(folders: readonly string[]): Promise<Jurisdictions> {
  const result = await (await import('@mingsuan/documents/jurisdictions/read-folders')).jurisdictionsIn(folders);
  if (!result.ok) throw new Error(result.errors.map(({ file, message }) => `${file} ${message}`).join('\n'));
  return result.jurisdictions;
}

type Performers = { readonly [N in TaskName]: (takes: Tasks[N]['takes']) => Promise<Tasks[N]['gives']> };

const PERFORMERS: Performers = {
  'export-part': async (takes) => (await import('./export.ts')).exportPart(takes),
  'export-end': async (takes) => (await import('./export.ts')).exportEnd(takes),
  'export-workbook': async (takes) => (await import('./export.ts')).exportWorkbook(takes),
  read: async ({ name, bytes, scans }) => {
    const { readRecognised } = await import('@mingsuan/documents/read');
    const { pageSizes } = await import('@mingsuan/documents/report/pages');
    const places = await knownPlaces();
    return scanning(scans, async () => ({
      ...(await readRecognised(name, bytes, places)),
      pages: await pageSizes(bytes),
    }));
  },
  recognise: async ({ at, ...input }) => {
    const { openLayout } = await import('@mingsuan/documents/read');
    const { recogniseScan } = await import('@mingsuan/documents/scan/pages');
    return recogniseScan(() => openLayout(input.name, input.bytes), at);
  },
  correct: async ({ name, recognised, corrections }) =>
    (await import('@mingsuan/documents/scan/corrections')).readCorrected(
      name,
      recognised,
      corrections,
      await knownPlaces(),
    ),
  unpack: async ({ name, bytes }) => {
    const { membersOf } = await import('@mingsuan/documents/input/members');
    return (await membersOf(bytes)) ?? [{ name, bytes }];
  },
  unlock: async ({ bytes, password }) => (await import('@mingsuan/documents/protected/unlock')).unlock(bytes, password),
  check: async ({ readings }) => {
    const { checkDocuments } = await import('@mingsuan/core/check');
    return checkDocuments(readings, { jurisdictions: await knownPlaces() });
  },
  prepare: async ({ scans, ...input }) => {
    const { prepareDocument } = await import('@mingsuan/store/import/prepare');
    const places = await knownPlaces();
    return scanning(scans, () => prepareDocument(input, places));
  },
  pages: async ({ bytes }) => (await import('@mingsuan/documents/report/pages')).pageSizes(bytes),
  picture: async ({ bytes, page, frames, witnesses, scale }) =>
    (await import('@mingsuan/documents/report/pages')).pagePicture(bytes, page, frames, scale, witnesses),
  'ledger-sheets': async (file) => (await import('./ledger.ts')).sheetsOfFile(file, await knownPlaces()),
  'workbook-sheets': async ({ bytes }) =>
    (await import('@mingsuan/documents/ledger/read-ledger')).readSheetTexts(bytes),
  'ledger-file': async ({ sheets, format }) =>
    (await import('./ledger.ts')).fileOfSheets(sheets, format, await knownPlaces()),
  'ledger-pages': async ({ sheets }) => (await import('./ledger.ts')).pagesOfSheets(sheets, await knownPlaces()),
  sheets: async ({ bytes }) => (await import('@mingsuan/documents/ledger/read-ledger')).readSheetTexts(bytes),
  paper: async ({ paper, format }) => {
    const { paperLayout } = await import('@mingsuan/documents/compose/performance');
    const { writeLayout } = await import('@mingsuan/documents/write');
    const names = { title: paper.title, author: paper.disclosure.agency.name };
    return writeLayout(paperLayout(paper, await knownPlaces()), format, names);
  },
  letter: async ({ letter, author, format }) => {
    const { letterLayout } = await import('@mingsuan/documents/compose/letter');
    const { writeLayout } = await import('@mingsuan/documents/write');
    return writeLayout(letterLayout(letter), format, { title: letter.title, author });
  },
  report: writeReport,
  workbook: async ({ disclosure }) =>
    (await import('@mingsuan/documents/write')).writeDocument([disclosure], 'xlsx', undefined, await knownPlaces()),
};

/** Does a task in this process. @throws UnreadableInput where the document is at fault; anything else is a bug */
export function perform<N extends TaskName>({ name, takes }: Task<N>): Promise<Tasks[N]['gives']> {
  return PERFORMERS[name](takes);
}

async function scanning<T>(scans: readonly KnownScan[] | undefined, read: () => Promise<T>): Promise<Counted<T>> {
  const { countingScans, withScans } = await import('@mingsuan/documents/scan/pages');
  return scans ? { value: await withScans(scans, read) } : countingScans(read);
}

async function writeReport(takes: Tasks['report']['takes']): Promise<Uint8Array | undefined> {
  const { format, documents, dismissals, unread, files } = takes;
  const checked = documents.map((document) => ({ ...document, ...layAside(document.findings, dismissals) }));
  switch (format) {
    case 'json':
      return encode(
        `${JSON.stringify({ documents: [...checked.map(checkedOf), ...unread.map(unreadOf)] }, null, 1)}\n`,
      );
    case 'pdf': {
      const { annotatePdf } = await import('@mingsuan/documents/report/annotate');
      const [file] = Object.values(files);
      return (
        file &&
        annotatePdf(
          file,
          checked.flatMap(({ findings }) => findings),
        )
      );
    }
    default: {
      const { reportDocument } = await import('@mingsuan/documents/report/document');
      const whole = checked.map(({ reading, file }) => ({ reading, bytes: files[file] ?? new Uint8Array() }));
      const reported = await Promise.all(
        checked.map(({ reading, findings, signature }, i) =>
          reportDocument(reading, findings, whole[i]!.bytes, signature, whole),
        ),
      );
      if (format === 'xlsx') {
        return (await import('@mingsuan/documents/report/workbook/write-workbook')).writeWorkbook(reported, unread);
      }
      const { htmlReport } = await import('@mingsuan/documents/report/html/html-report');
      const findings = checked.flatMap((document) => document.findings);
      const of = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
      const dismissed = checked.flatMap((document) => document.dismissed);
      const counts = { error: of('error'), warning: of('warning'), notice: of('notice'), dismissed: dismissed.length };
      const rules = [...new Set(findings.map(({ rule }) => rule))];
      const count = new Set(checked.map(({ file }) => file)).size + unread.length;
      return encode([...htmlReport({ documents: reported, unread, files: count, counts, rules, lang: 'zh' })].join(''));
    }
  }
}

type Checked = Tasks['report']['takes']['documents'][number] & ReturnType<typeof layAside>;

const checkedOf = ({ reading: { source, coverage, problems }, findings, dismissed }: Checked): CheckedDocument => ({
  source,
  ...(coverage ? { coverage } : {}),
  findings,
  ...(dismissed.length > 0 ? { dismissed } : {}),
  ...(problems.length > 0 ? { problems } : {}),
});

const unreadOf = ({ source, why }: Tasks['report']['takes']['unread'][number]): CheckedDocument => ({
  source,
  findings: [],
  problems: [{ code: 'unreadable', message: why }],
});

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
