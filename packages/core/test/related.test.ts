import { describe, expect, it } from 'vitest';
import { type Identity, relatedDocuments } from '../src/related.ts';

const of = (name: string, year: number, more: Partial<Identity['agency']> = {}): Identity => ({
  agency: { name, level: 'department', ...more },
  year,
  stage: 'budget',
});
const unit = (name: string, year: number, code?: string) =>
  of(name, year, { level: 'unit', ...(code ? { code } : {}) });

describe('documents that belong together', () => {
  it.each<[string, Identity[][], number[][]]>([
    ['two years', [[of('某局', 2021)], [of('别的局', 2021)], [of('某局', 2022)]], [[0, 2]]],
    [
      'not two agencies of one name with two codes',
      [[of('某局', 2021, { code: '302' })], [of('某局', 2022, { code: '303' })]],
      [],
    ],
    ['one that prints its code in one year only', [[of('某局', 2021, { code: '302' })], [of('某局', 2022)]], [[0, 1]]],
    ['not over a gap', [[of('某局', 2021)], [of('某局', 2023)]], []],
    ['not of other stages', [[of('某局', 2021)], [{ ...of('某局', 2022), stage: 'final-accounts' }]], []],
    [
      'accounts and the budget they carry out',
      [[of('某局', 2021)], [{ ...of('某局', 2021), stage: 'final-accounts' }]],
      [[0, 1]],
    ],
    ['a department and its units by name', [[unit('某局下属中心', 2021)], [of('某局', 2021)]], [[0, 1]]],
    [
      'by code, whatever the names',
      [[of('某局', 2021, { code: '302' })], [unit('中心', 2021, '302001')], [unit('某局二中心', 2021, '303001')]],
      [[0, 1]],
    ],
    [
      'all that hangs together is one group',
      [[of('某局', 2021)], [unit('某局中心', 2022)], [of('某局', 2022)], [of('某局', 2023)]],
      [[0, 1, 2, 3]],
    ],
    ['a document without a disclosure', [[], [of('某局', 2021)], [of('某局', 2022)]], [[1, 2]]],
    ['one document alone is no group', [[of('某局', 2021), of('某局', 2022)]], []],
  ])('%s', (_, documents, expected) => expect(relatedDocuments(documents)).toEqual(expected));
});
