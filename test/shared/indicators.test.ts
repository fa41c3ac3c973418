/** Kinds and directions guessed from words and units, against labels that a person gave to the 806 printed rows. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PERFORMANCE } from '@mingsuan/core/kinds/index';
import { rowsOf } from '@mingsuan/core/model/tables';
import { rounded } from '@mingsuan/core/performance/ratio';
import { printDecimal } from '@mingsuan/core/performance/target';
import { type TypedIndicator, typedIndicator } from '@mingsuan/core/performance/typed-indicator';
import { readDocument } from '@mingsuan/documents/read';
import { describe, expect, it } from 'vitest';
import labels from './expected/indicator-labels.json' with { type: 'json' };
import values from './expected/indicator-values.json' with { type: 'json' };

const SEEDS = join(import.meta.dirname, '../../../shared/seeds');
if (!existsSync(SEEDS)) console.log('跳过：没有 ../shared，指标类型的测试未运行');

/** `529 fm`: line, kind, direction. */
const KINDS = { f: 'flow', r: 'level', d: 'deadline', q: 'qualitative' } as const;
const DIRECTIONS = { m: 'at-least', l: 'at-most', '=': 'exactly', b: 'by', '-': 'words' } as const;

/** So many of a thousand are guessed right at least; a doubtful one is confirmed by a person either way. */
const LEAST = { kind: 970, direction: 990, value: 990, unit: 990 };

/** `≥1.5万元 → 15000 元`: what a person reads in each printed target. Of a date only the month is a value. */
const VALUES: ReadonlyMap<string, readonly string[]> = new Map(
  values.map((each) => {
    const [text = '', value = ''] = each.split(' → ');
    return [text, value.split(' ')];
  }),
);

const amountOf = ({ value }: TypedIndicator): string =>
  value ? printDecimal(rounded(value.amount, 4)).replace(/\.?0+$/, '') : '';

describe.skipIf(!existsSync(SEEDS))('indicators as typed quantities', () => {
  it('are guessed as their readers label them', async () => {
    const right = { kind: 0, direction: 0, value: 0, unit: 0 };
    let all = 0;
    for (const [seed, given] of Object.entries(labels)) {
      const name = readdirSync(SEEDS).find((each) => each.startsWith(seed))!;
      const { disclosures } = await readDocument(name, new Uint8Array(readFileSync(join(SEEDS, name))));
      const rows = disclosures.flatMap((each) => rowsOf(each, PERFORMANCE)).flatMap(({ indicators }) => indicators);
      expect(rows.map(({ origin }) => origin.line)).toEqual(given.map((label) => Number(label.split(' ')[0])));
      for (const [i, row] of rows.entries()) {
        const [kind, direction] = given[i]!.split(' ')[1]! as unknown as [keyof typeof KINDS, keyof typeof DIRECTIONS];
        const typed = typedIndicator(row);
        all += 1;
        if (typed.kind.kind === KINDS[kind]) right.kind += 1;
        if (typed.direction === DIRECTIONS[direction]) right.direction += 1;
        const [amount, unit = ''] = VALUES.get((row.target ?? '').replaceAll(/\s/g, ''))!;
        if (amountOf(typed) === amount) right.value += 1;
        if (direction === 'b' || (typed.value?.unit ?? '') === unit) right.unit += 1;
      }
    }
    console.log(
      `指标 ${all} 行：类型认对 ${right.kind}，方向认对 ${right.direction}，数认对 ${right.value}，单位认对 ${right.unit}`,
    );
    expect(all).toBe(806);
    for (const what of ['kind', 'direction', 'value', 'unit'] as const)
      expect(right[what] * 1000).toBeGreaterThanOrEqual(LEAST[what] * all);
  });
});
