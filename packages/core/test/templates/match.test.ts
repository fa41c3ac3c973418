import { describe, expect, it } from 'vitest';
import { matchTemplate, templateById } from '../../src/templates/index.ts';

const SHANGHAI = templateById('shanghai-2026')!;

/** What a document prints that follows the template, in the first `count` tables. */
const printed = (count = SHANGHAI.forms.length, titles: (title: string) => string = (title) => title) =>
  SHANGHAI.forms.slice(0, count).map(({ form, title, columns }) => ({
    form: form as 'balance',
    title: titles(title.replace('{year}', '2026').replace('{level}', '部门')),
    columns: columns.map(([id]) => ({ id })),
  }));

const match = (statements: ReturnType<typeof printed>, region?: string) =>
  matchTemplate({ stage: 'budget', year: 2026, statements, ...(region ? { region } : {}) });

describe('the template of a document', () => {
  it('is the one whose titles it prints', () => {
    expect(match(printed(), '310107')).toBe('shanghai-2026');
    expect(match(printed())).toBe('shanghai-2026');
  });

  it('is none where fewer than half of the titles are its own: a few titles are alike everywhere', () => {
    const strange = [...printed(2), ...printed(3, () => '某表')];
    expect(match(strange, '310107')).toBe('unknown');
    expect(match([...printed(2), ...printed(2, () => '某表')], '310107')).not.toBe('unknown');
  });

  it('is never that of another region, whatever the titles', () => {
    expect(match(printed(), '130100')).not.toMatch(/^shanghai/);
  });

  it('is of the same kind of document', () => {
    expect(matchTemplate({ stage: 'final-accounts', year: 2026, region: '310107', statements: printed() })).not.toBe(
      'shanghai-2026',
    );
  });
});
