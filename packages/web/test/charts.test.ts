import { describe, expect, test } from 'vitest';
import { drawCompare } from '../src/charts/compare.ts';
import { paletteOf } from '../src/charts/palette.ts';
import { svgOf } from '../src/charts/picture.ts';
import { drawTrend } from '../src/charts/trend.ts';
import { formatIn, type Scale } from '../src/components/scale.tsx';

const scale: Scale = { id: 'wan', unit: '万元', format: (fen) => formatIn('wan', fen) };

const point = { stage: 'budget', from: 'table', isPartial: false } as const;

const picture = (draw: ReturnType<typeof drawTrend>) =>
  svgOf({ title: '某局 <历年变化>', source: '来源：各部门公开的预算和决算', draw, scale, height: 260 });

describe('a chart as a picture', () => {
  const svg = picture(
    drawTrend(
      [
        { ...point, year: 2021, fen: 1_230_000 },
        { ...point, year: 2023, fen: 4_560_000, isPartial: true },
      ],
      () => '预算',
      '没有读全',
    ),
  );

  test('has its title, where its figures come from, and is well formed', () => {
    expect(svg).toContain('某局 &lt;历年变化&gt;');
    expect(svg).toContain('来源：各部门公开的预算和决算');
    expect(svg).not.toContain('<历年变化>');
    // Every element that is opened is closed.
    const opened = svg.match(/<[a-z][^>]*[^/]>/gi)!.length;
    expect(svg.match(/<\/[a-z]+>/gi)!.length).toBe(opened);
  });

  test('marks the year that was read in part, and no other', () => {
    expect(svg).toContain('4.56※');
    expect(svg).toContain('1.23');
    expect(svg).not.toContain('1.23※');
  });
});

test('figures above the bars of a year that would touch are one: the highest', () => {
  const years = [2019, 2020, 2021, 2022, 2023, 2024].flatMap((year) => [
    { ...point, year, fen: 123_450_000 },
    { ...point, year, stage: 'final-accounts' as const, fen: 67_890_000 },
  ]);
  const at = (width: number) => {
    const { series } = drawTrend(years, (stage) => stage)(paletteOf('light'), width, scale) as unknown as {
      readonly series: readonly { readonly data: readonly { readonly label: { readonly show: boolean } }[] }[];
    };
    return series.map(({ data }) => data.filter(({ label }) => label.show).length);
  };
  expect([at(1000), at(500), at(300)]).toEqual([
    [6, 6],
    [6, 0],
    [0, 0],
  ]);
});

test('what is not known is drawn as nothing, never as zero', () => {
  const none = picture(
    drawCompare(
      ['2022', '2023'],
      [
        {
          name: '某局',
          figures: [undefined, { value: 4_560_000, from: 'table', isPartial: false, standing: undefined }],
        },
      ],
      [],
      scale,
      '',
    ),
  );
  expect(none).toContain('4.56');
  // Zero stands on the axis only.
  expect(none.match(/>0(?:\.00)?</g) ?? []).toHaveLength(1);
});
