/**
 * What published budgets give a ledger, and what is compiled from it: `npm run bench restore`, with folders of documents and
 * `--list` to see every cell and finding. For each disclosure: the cells that the ledger does not give back, the amounts that
 * are guesses and marked so; of next year's ledger the amounts without a mark and the sentences that say there is nothing of
 * what nobody has answered; and what a check finds in both documents once all marks are confirmed. Budgets that nothing is
 * written back from are listed with the reason.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDisclosures } from '@mingsuan/core/check';
import { compileLedger } from '@mingsuan/core/compile/compile';
import { discloseLedger } from '@mingsuan/core/disclose';
import type { Disclosure } from '@mingsuan/core/disclosure';
import { bundled } from '@mingsuan/core/jurisdictions/index';
import { type AreaId, allAnswered, areasOf, areasOfForm, waitingOf } from '@mingsuan/core/ledger/areas';
import type { Ledger } from '@mingsuan/core/ledger/ledger';
import { readLedgerSheets } from '@mingsuan/core/ledger/read-sheets';
import { rowsOfLedger, sheetsOfRows } from '@mingsuan/core/ledger/sheet-texts';
import { kindOf } from '@mingsuan/core/model/document-kinds';
import { unreproduced } from '@mingsuan/core/restore/compare';
import { nextYear } from '@mingsuan/core/restore/next-year';
import { ledgerFrom } from '@mingsuan/core/restore/restore';
import { chooseTemplate } from '@mingsuan/core/templates/choose';
import { type Template, templateById } from '@mingsuan/core/templates/index';
import { readDocument } from '@mingsuan/documents/read';
import { guessOf, type Markable } from '../packages/core/src/ledger/unconfirmed.ts';
import { readMentions } from '../packages/core/src/words/index.ts';

export interface Restoration {
  readonly agency: string;
  readonly amounts: number;
  readonly guessed: number;
  /** Cells that the ledger does not give back. */
  readonly cells: readonly string[];
  /** Amounts of next year's ledger that bear no mark. */
  readonly unmarked: readonly string[];
  /** Sentences of next year's document that say there is nothing where nobody has answered. */
  readonly invented: readonly string[];
  /** Cells of the workbooks, this year's and next year's, that cannot be read back. */
  readonly faults: readonly string[];
  /** Findings of the document, and of next year's, once everything is confirmed, that the published one does not have. */
  readonly findings: readonly string[];
}

/** Why nothing is written back from a budget that prints tables; undefined of one that is, and of what is no such budget. */
export function notWrittenBack(disclosure: Disclosure): string | undefined {
  if (kindOf(disclosure.stage).executes || disclosure.statements.length === 0) return undefined;
  if (!templateById(disclosure.template)) return `no template is like it (${disclosure.statements.length} tables)`;
  return amountsOf(ledgerFrom(disclosure).ledger).length === 0 ? 'its tables give no amount' : undefined;
}

const TAKEN_OVER = /^(?:text-[a-z]+|target-missing-level)/;

/** What a disclosure gives; undefined where it prints no table that a ledger is made from, or nothing is written back. */
export function restorationOf(disclosure: Disclosure): Restoration | undefined {
  const template = templateById(disclosure.template);
  if (!template || kindOf(disclosure.stage).executes || disclosure.statements.length === 0) return undefined;
  const { ledger } = ledgerFrom(disclosure);
  const rolled = nextYear(ledger, disclosure);
  const later = chooseTemplate(rolled.region?.code, rolled.year, 'budget') ?? template;
  const next = templateById(rolled.template ?? '') ?? later;
  const drafted = discloseLedger(rolled, next).disclosure;
  const amounts = amountsOf(ledger);
  if (amounts.length === 0) return undefined;
  const own = new Set(findingsOf(disclosure));
  // A text that was taken over is quoted from its new place, a target beside fewer that lack the same.
  const ownTexts = new Set([...own].flatMap((each) => TAKEN_OVER.exec(each)?.[0] ?? []));
  const isOwn = (each: string) => own.has(each) || ownTexts.has(TAKEN_OVER.exec(each)?.[0] ?? '');
  const newIn = (made: Disclosure) => findingsOf(made).filter((each) => !isOwn(each));
  return {
    agency: `${disclosure.agency.name}${disclosure.year ?? ''}`,
    amounts: amounts.length,
    guessed: amounts.filter(([, line]) => guessOf(line)).length,
    cells: unreproduced(disclosure, compileLedger(ledger, template).disclosure).map(
      ({ form, row, column, published, compiled }) => `${form}[${row}].${column} ${published} ${compiled}`,
    ),
    unmarked: amountsOf(rolled).flatMap(([path, line]) => (guessOf(line) || line.fen === 0 ? [] : [path])),
    invented: inventedIn(drafted, rolled),
    faults: [...faultsOf(ledger, template), ...faultsOf(rolled, next).map((each) => `next year: ${each}`)],
    findings: [
      ...newIn(discloseLedger(settled(ledger), template).disclosure),
      ...newIn(discloseLedger(settled(rolled), next).disclosure).map((each) => `next year: ${each}`),
    ],
  };
}

/** What reading a ledger's own form back does not understand. */
const faultsOf = (ledger: Ledger, template: Template): string[] =>
  readLedgerSheets(sheetsOfRows(rowsOfLedger(ledger, template, bundled()))).faults.map(
    ({ message, origin }) => `${origin.sheet}!${origin.address ?? ''} ${message}`,
  );

const sure = <T extends { readonly unconfirmed?: unknown }>({ unconfirmed: _, ...line }: T): T => line as T;

/** A ledger whose officer has confirmed every mark, and says that there is nothing of what is left open. */
function settled(ledger: Ledger): Ledger {
  const { revenue, basic, projects, other, left, procurement, assets } = ledger;
  const own: Ledger = {
    ...ledger,
    revenue: revenue.map(sure),
    basic: basic.map(sure),
    projects: projects.map((project) => ({ ...project, lines: project.lines.map(sure) })),
    other: other.map(sure),
    left: left.map(sure),
    procurement: procurement.map((item) => ({ ...item, amounts: item.amounts.map(sure) })),
    assets: assets.map(sure),
  };
  return { ...own, answers: { ...allAnswered(own), ...own.answers } };
}

/** What waits for a person is no fault of what is written. */
const findingsOf = (disclosure: Disclosure): string[] =>
  checkDisclosures([disclosure])
    .findings.filter(({ rule, severity }) => rule !== 'text-placeholder' && severity !== 'notice')
    .map(({ rule, message }) => `${rule}: ${message}`);

/** Sentences and notes of tables that say nothing, or the same or more than last year, of what nobody has answered or gone over. */
function inventedIn(disclosure: Disclosure, ledger: Ledger): string[] {
  const { unanswered, standing } = waitingOf(ledger);
  const waits = (id: AreaId) => unanswered.has(id) || standing.has(id);
  const sentences = readMentions(disclosure).flatMap(({ quantity, aspect, printed, place }) => {
    const isNothing =
      aspect === 'level' &&
      ((printed.kind === 'amount' && printed.fen === 0) || (printed.kind === 'count' && printed.value === 0));
    const isClaim = isNothing || aspect === 'change' || aspect === 'percent';
    if (!isClaim || !areasOf(quantity).some(waits)) return [];
    return [disclosure.explanation[place.section]?.paragraphs[place.paragraph]?.text ?? quantity];
  });
  const spoken = disclosure.explanation.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ text }) => (/持平|没有使用|没有安排|未安排/.test(text) ? [text] : [])),
  );
  const notes = [...disclosure.statements, ...disclosure.tables].flatMap(({ form, rows, note = '' }) =>
    rows.length === 0 && areasOfForm(form).some(waits) && !note.startsWith('【') ? [`${form}: ${note}`] : [],
  );
  return [...new Set([...sentences, ...spoken, ...notes])];
}

function amountsOf({ revenue, basic, projects, other, left, procurement, assets }: Ledger) {
  const named = (name: string, lines: readonly Markable[]) => lines.map((line, i) => [`${name}[${i}]`, line] as const);
  return [
    ...named('revenue', revenue),
    ...named('basic', basic),
    ...projects.flatMap(({ name, lines }) => named(name, lines)),
    ...named('other', other),
    ...named('left', left),
    ...procurement.flatMap(({ item, amounts }) => named(item, amounts)),
    ...named(
      'assets',
      assets.map(({ value = 0, unconfirmed }) => ({ fen: value, ...(unconfirmed ? { unconfirmed } : {}) })),
    ),
  ];
}

/** All budgets of the folders. */
export async function benchRestore(folders: readonly string[], list: boolean): Promise<void> {
  const rows: Record<string, Record<string, number>> = {};
  const left: string[] = [];
  const sums = { documents: 0, amounts: 0, guessed: 0, cells: 0, unmarked: 0, invented: 0, faults: 0, findings: 0 };
  for (const folder of folders.filter(existsSync)) {
    for (const name of readdirSync(folder).filter((file) => /\.(pdf|txt|docx|html|xlsx)$/i.test(file))) {
      const reading = await readDocument(name, new Uint8Array(readFileSync(join(folder, name)))).catch(() => undefined);
      for (const disclosure of reading?.disclosures ?? []) {
        const why = notWrittenBack(disclosure);
        if (why) left.push(`${name}: ${why}`);
        const found = restorationOf(disclosure);
        if (!found) continue;
        const { agency, amounts, guessed, cells, unmarked, invented, faults, findings } = found;
        const lists = { cells, unmarked, invented, faults, findings };
        const counts = Object.entries(lists).map(([what, all]) => [what, all.length] as const);
        const row = { amounts, guessed, ...Object.fromEntries(counts) } as Omit<typeof sums, 'documents'>;
        rows[agency] = row;
        sums.documents += 1;
        for (const key of Object.keys(row) as (keyof typeof row)[]) sums[key] += row[key];
        if (list)
          for (const [what, all] of Object.entries(lists))
            for (const each of all) console.log(`${agency}  ${what}  ${each}`);
      }
    }
  }
  console.table(rows);
  console.log({ ...sums, 'not written back': left.length });
  for (const each of left) console.log(`not written back  ${each}`);
}

if (import.meta.url === `file://${process.argv[1]}`) {
  const given = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
  const shared = join(import.meta.dirname, '../../shared');
  const usual = ['seeds', 'samples', 'samples/cities'].map((folder) => join(shared, folder));
  await benchRestore(given.length > 0 ? given : usual, process.argv.includes('--list'));
}
