/** Draws one ECharts option in its box: follows the box's width and the appearance. */
import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import { useEffect, useRef } from 'react';
import { type Scale, useScale } from '../components/scale.tsx';
import { useAppearance } from '../shell/appearance.tsx';
import { init } from './engine.ts';
import { type Palette, paletteOf } from './palette.ts';

/** `width` lets a chart leave out labels that have no room; `scale` writes amounts, with its unit in the reader's language. */
export type Draw = (palette: Palette, width: number, scale: Scale) => EChartsCoreOption;

export interface CanvasProps {
  readonly draw: Draw;
  readonly height: number;
  readonly label: string;
  /** What a click on a data item does; it gets the item's `data`. */
  readonly onPick?: (data: unknown) => void;
}

export default function Canvas({ draw, height, label, onPick }: CanvasProps) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  const pick = useRef(onPick);
  const { mode } = useAppearance();
  const scale = useScale();
  pick.current = onPick;

  useEffect(() => {
    const element = box.current!;
    const own = init(element);
    chart.current = own;
    own.on('click', ({ data }) => pick.current?.(data));
    return () => {
      chart.current = undefined;
      own.dispose();
    };
  }, []);

  useEffect(() => {
    const element = box.current!;
    const show = () => {
      chart.current?.resize();
      const font = getComputedStyle(element).fontFamily;
      chart.current?.setOption(
        {
          textStyle: { fontFamily: font },
          animationDuration: 300,
          ...draw(paletteOf(mode), element.clientWidth, scale),
        },
        { notMerge: true },
      );
    };
    let width = -1;
    const observer = new ResizeObserver(() => {
      if (element.clientWidth === width) return;
      width = element.clientWidth;
      show();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [draw, mode, scale]);

  return (
    <div ref={box} role="img" aria-label={label} style={{ height }} className={onPick ? 'chart pickable' : 'chart'} />
  );
}
