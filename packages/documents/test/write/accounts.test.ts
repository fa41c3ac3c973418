/** A yearly report's workbook becomes accounts whose document reads back as it was written, in every format, and checks clean. */
import { checkDisclosures } from '@mingsuan/core/check';
import { discloseLedger } from '@mingsuan/core/disclose';
import type { Disclosure } from '@mingsuan/core/disclosure';
import { intoAccounts } from '@mingsuan/core/import/yearly/into';
import { ledgerOfReport } from '@mingsuan/core/import/yearly/ledger';
import { readYearlyReport } from '@mingsuan/core/import/yearly/report';
import { blankLedger } from '@mingsuan/core/ledger/blank';
import type { Ledger } from '@mingsuan/core/ledger/ledger';
import { ledgerFrom } from '@mingsuan/core/restore/restore';
import { templateById } from '@mingsuan/core/templates/index';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { ACCOUNTS } from '../../../core/test/import/accounts.ts';
import { yearlySheets } from '../../../core/test/import/yearly-sheets.ts';
import { readSheetTexts } from '../../src/ledger/read-ledger.ts';
import { readDocument } from '../../src/read.ts';
import { writeDocument } from '../../src/write.ts';
import { meaningOf, sameContents } from '../compose/same-meaning.ts';

/** The report as a workbook: amounts are numbers, headings merged. */
const workbook = () =>
  writeXlsx({
    sheets: yearlySheets(ACCOUNTS).map(({ name, rows, merges = [] }) => ({
      name,
      rows: rows.map((row) =>
        row.map((text) => (/^-?[\d,]+\.\d\d$/.test(text) ? Number(text.replace(/,/g, '')) : text || null)),
      ),
      merges: merges.map(({ row, column, rowSpan, colSpan }) => ({
        startRow: row,
        startCol: column,
        endRow: row + rowSpan - 1,
        endCol: column + colSpan - 1,
      })),
    })),
  });

/** No page says the region's code, nor which of two templates with the same tables it follows; cells tell the columns. */
const printed = ({ region: _, template: __, statements, ...disclosure }: Disclosure): Disclosure => ({
  ...disclosure,
  template: 'unknown',
  statements: statements.map((statement) => ({ ...statement, columns: [] })),
});

describe.each(['national-final-2020', 'shanghai-final-2024'])('%s', (id) => {
  const template = templateById(id)!;
  const whole = async (): Promise<Ledger> => {
    const found = ledgerOfReport(readYearlyReport(await readSheetTexts(await workbook())), ACCOUNTS.year);
    expect(found.problems).toEqual([]);
    const region = template.region ? { code: '310000', name: '上海市' } : ACCOUNTS.region;
    const blank = blankLedger(ACCOUNTS.agency, ACCOUNTS.year, region, template);
    const ledger = intoAccounts({ ...blank, nature: ACCOUNTS.nature }, found);
    const { texts, organization, names } = ACCOUNTS;
    return {
      ...ledger,
      texts,
      organization,
      names: names!,
      lastYear: { ...ACCOUNTS.lastYear, ...ledger.lastYear },
      counts: { ...ACCOUNTS.counts, ...ledger.counts },
      amounts: { ...ACCOUNTS.amounts, ...ledger.amounts },
    };
  };

  it.each(['docx', 'pdf', 'xlsx', 'html', 'md'] as const)('written as %s', async (format) => {
    const { disclosure, problems } = discloseLedger(await whole(), template);
    expect(problems).toEqual([]);
    const { disclosures } = await readDocument(`决算.${format}`, await writeDocument([disclosure], format, template));
    expect(meaningOf(sameContents([disclosure], disclosures).map(printed))).toEqual(meaningOf([printed(disclosure)]));
    expect(checkDisclosures(disclosures).findings.map(({ message }) => message)).toEqual([]);
  });

  it('and restored, it keeps what its words count and state', async () => {
    const { disclosure } = discloseLedger(await whole(), template);
    const { ledger } = ledgerFrom(disclosure);
    expect(ledger.counts).toMatchObject({
      'receptions[foreign-people]': 9,
      'performance[evaluated]': 5,
      'official-cars[total]': 3,
    });
    expect(ledger.amounts).toMatchObject({
      'procurement[sme]': 100_000_000,
      'performance[evaluated-funds]': 170_000_000,
    });
  });
});
