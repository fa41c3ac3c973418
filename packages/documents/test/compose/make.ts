import type { Cell, Disclosure, Row, Side, Statement } from '@mingsuan/core/disclosure';
import { columnsOf } from '@mingsuan/core/model/columns';
import { type GivenDisclosure, unpublish } from '@mingsuan/core/model/published';
import { type MoneyUnit, parseAmount } from '@mingsuan/core/money';

/** Small made-up disclosures: `cells` are texts in the statement's unit. */
export function disclosure(given: Partial<GivenDisclosure> = {}): Disclosure {
  return unpublish({
    agency: { code: '101', name: '石家庄市鹿泉区水利局', level: 'department' },
    region: { code: '130110', name: '鹿泉区' },
    year: 2023,
    stage: 'budget',
    template: 'hebei-2023',
    statements: [],
    tables: [],
    contents: [],
    explanation: [],
    ...given,
  });
}

export function statement(
  form: Statement['form'],
  columns: readonly string[],
  rows: readonly Row[],
  unit: MoneyUnit = '万元',
): Statement {
  return { form, title: '一般公共预算支出表', unit, columns: columnsOf(columns), rows, origin: {} };
}

export function row(key: string, label: string, cells: Readonly<Record<string, string>>, side?: Side): Row {
  const unit = '万元';
  const read = ([id, text]: readonly [string, string]): [string, Cell] => [
    id,
    { fen: parseAmount(text, unit)!.fen, text, origin: {} },
  ];
  return {
    key,
    label,
    ...(side ? { side } : {}),
    cells: Object.fromEntries(Object.entries(cells).map(read)),
    origin: {},
  };
}
