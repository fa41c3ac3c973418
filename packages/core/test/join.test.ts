import { describe, expect, it } from 'vitest';
import { checkDocuments } from '../src/check.ts';
import type { Disclosure, DocumentReading } from '../src/disclosure.ts';
import { holdingOf, joinParts, partsOfOne } from '../src/join.ts';
import type { Confidence, FieldsTold } from '../src/model/identity.ts';
import { identitiesOf, relatedDocuments } from '../src/related.ts';

const told = (confidence: Confidence): FieldsTold => {
  const field = { confidence, evidence: [{ witness: 'cover' as const, text: '某市数据局2026年部门预算' }] };
  return { agency: field, year: field, stage: field };
};
const base: Disclosure = {
  agency: { name: '某市数据局', level: 'department' },
  year: 2026,
  stage: 'budget',
  template: 'unknown',
  statements: [],
  tables: [],
  contents: [],
  explanation: [],
};
const cell = (fen: number) => ({ fen, text: (fen / 1_000_000).toFixed(2), origin: { page: 3 } });
const tables = (more: Partial<Disclosure> = {}): Disclosure => ({
  ...base,
  statements: [
    {
      form: 'expenditure',
      title: '部门支出总表',
      unit: '万元',
      columns: [{ id: 'total', header: '合计' }],
      rows: [
        { key: 'total', label: '合计', cells: { total: cell(500_000_000) }, origin: { page: 3 } },
        { key: '201', label: '一般公共服务支出', cells: { total: cell(500_000_000) }, origin: { page: 3 } },
      ],
      origin: { page: 3 },
    },
  ],
  ...more,
});
const sentence = '2026年支出预算400.00万元，全部为一般公共预算安排。';
const words = (more: Partial<Disclosure> = {}): Disclosure => ({
  ...base,
  explanation: [
    {
      title: '支出预算情况说明',
      text: sentence,
      paragraphs: [{ text: sentence, origin: { page: 1 } }],
      origin: { page: 1 },
    },
  ],
  ...more,
});
const groups = (...all: readonly Disclosure[]) => partsOfOne(all.map((one) => ({ ...one, holding: holdingOf(one) })));

describe('files that are parts of one disclosure', () => {
  it('words in one and tables in another', () => expect(groups(words(), tables())).toEqual([[0, 1]]));

  it.each<[string, Disclosure]>([
    ['of another agency', words({ agency: { name: '某市档案局', level: 'department' } })],
    ['of another year', words({ year: 2025 })],
    ['of another kind', words({ stage: 'final-accounts' })],
    ['of no agency that anybody knows', words({ agency: { name: '', level: 'department' } })],
    ['with tables of its own of the same form', tables()],
  ])('but not words %s', (_, other) => expect(groups(other, tables())).toEqual([[0], [1]]));

  it('but not two of which nobody knows the year or the kind', () => {
    const { year: _, ...yearless } = base;
    expect(
      groups({ ...words(), ...yearless, explanation: words().explanation }, { ...tables(), year: undefined } as never),
    ).toHaveLength(2);
    expect(groups(words({ identity: told('unknown') }), tables({ identity: told('unknown') }))).toHaveLength(2);
  });

  it('a department’s words go with its tables, not with those of its own office', () => {
    const office = tables({ agency: { name: '某市数据局', level: 'unit' } });
    expect(groups(office, tables(), words())).toEqual([[0], [1, 2]]);
  });

  it('are sure of what one of them is sure of', () => {
    const joined = joinParts([words({ identity: told('sure') }), tables({ identity: told('doubtful') })]);
    expect(joined.identity!.year.confidence).toBe('sure');
    expect(joined).toMatchObject({ statements: [{ form: 'expenditure' }], explanation: [{ text: sentence }] });
  });
});

describe('a check of parts', () => {
  const reading = (source: string, disclosure: Disclosure): DocumentReading => ({
    source,
    disclosures: [disclosure],
    problems: [],
  });
  const files = [reading('情况说明.pdf', words()), reading('报表.pdf', tables())];

  it('is one group of related documents', () => {
    expect(relatedDocuments(files.map(identitiesOf))).toEqual([[0, 1]]);
  });

  it('compares words with tables, and names the file of evidence that stands in the other', () => {
    const [ofWords, ofTables] = checkDocuments(files);
    const all = [...ofWords!.findings, ...ofTables!.findings].filter(({ rule }) => rule === 'words-table');
    expect(all).toHaveLength(1);
    expect(ofWords!.findings).toContain(all[0]);
    expect(all[0]!.evidence.map(({ origin }) => origin)).toEqual([{ page: 1 }, { page: 3, source: '报表.pdf' }]);
  });

  it('alone finds nothing between them', () => {
    expect(checkDocuments(files.slice(0, 1))[0]!.findings.filter(({ rule }) => rule === 'words-table')).toEqual([]);
  });
});
