import { describe, expect, it } from 'vitest';
import {
  CONCEPTS,
  conceptById,
  conceptOfColumn,
  conceptOfLine,
  labelsOf,
  textsOf,
  wordKey,
} from '../../src/vocabulary/index.ts';

describe('the concepts', () => {
  it('have ids of their own', () => expect(new Set(CONCEPTS.map(({ id }) => id)).size).toBe(CONCEPTS.length));

  it('have parts that are concepts', () => {
    for (const { divisions = [] } of CONCEPTS)
      for (const { parts, required = [] } of divisions) {
        for (const part of parts) expect(conceptById(part).id).toBe(part);
        expect(parts).toEqual(expect.arrayContaining([...required]));
      }
  });

  it.each(CONCEPTS.flatMap((concept) => (concept.linesOf ? [[concept.id, concept] as const] : [])))(
    '%s is found by every wording of its lines',
    (_, concept) => {
      for (const text of labelsOf(concept).flatMap(textsOf)) {
        const found = conceptOfLine(concept.linesOf!, text.replaceAll('…', ''));
        // An open wording may hold the words of another concept; a closed one is the concept's alone.
        if (!text.includes('…')) expect([text, found?.id]).toEqual([text, concept.id]);
      }
    },
  );

  it('share no wording within one place', () => {
    for (const place of ['revenue', 'expenditure', 'three-publics', 'assets'] as const) {
      const owners = new Map<string, string>();
      for (const concept of CONCEPTS.filter(({ linesOf }) => linesOf === place))
        for (const key of new Set(labelsOf(concept).flatMap(textsOf).map(wordKey)).values()) {
          expect([key, owners.get(key) ?? concept.id]).toEqual([key, concept.id]);
          owners.set(key, concept.id);
        }
    }
  });
});

it.each([
  ['business', 'revenue', '经营收入'],
  ['business', 'expenditure', '经营支出'],
  ['general-public', 'revenue', '一般公共预算'],
  ['subtotal', 'revenue', '本年收入小计'],
  ['total', 'expenditure', '合计'],
  ['duty', undefined, undefined],
])('column %s of %s is %s', (column, form, name) => expect(conceptOfColumn(column, form)?.name).toBe(name));
