/** A chart as a picture to pass on: its title above, where its figures come from below, on white. Loaded when one is asked for. */
import { SVGRenderer } from 'echarts/renderers';
import type { Scale } from '../components/scale.tsx';
import type { Draw } from './canvas.tsx';
import { init, use } from './engine.ts';
import { paletteOf } from './palette.ts';

use([SVGRenderer]);

export const PICTURE_FORMATS = ['svg', 'png'] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

export interface Picture {
  readonly title: string;
  /** Whose figures these are and where they are found. */
  readonly source: string;
  readonly draw: Draw;
  readonly scale: Scale;
  /** Of the chart itself. */
  readonly height: number;
}

const WIDTH = 960;
const EDGE = 24;
const HEAD = 56;
const FOOT = 44;
const PIXELS = 2;
const FONT = "system-ui, 'Noto Sans CJK SC', 'Noto Sans SC', 'Microsoft YaHei', sans-serif";

/** The file of a picture. */
export const pictureOf = async (format: PictureFormat, picture: Picture): Promise<Blob> =>
  format === 'svg' ? new Blob([svgOf(picture)], { type: 'image/svg+xml' }) : pngOf(picture);

const optionOf = ({ draw, scale }: Picture) => ({
  textStyle: { fontFamily: FONT },
  ...draw(paletteOf('light'), WIDTH - 2 * EDGE, scale),
  animation: false,
});

/** Exported for its test: it needs no browser. */
export function svgOf(picture: Picture): string {
  const { title, source, height } = picture;
  const { ink, faint, ground } = paletteOf('light');
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH - 2 * EDGE, height });
  chart.setOption(optionOf(picture));
  const drawn = chart.renderToSVGString();
  chart.dispose();
  const whole = HEAD + height + FOOT;
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${WIDTH}" height="${whole}" viewBox="0 0 ${WIDTH} ${whole}" role="img" aria-label="${escaped(title)}">
<title>${escaped(title)}</title>
<rect width="100%" height="100%" fill="${ground}"/>
<text x="${EDGE}" y="36" font-family="${FONT}" font-size="20" font-weight="600" fill="${ink}">${escaped(title)}</text>
<g transform="translate(${EDGE} ${HEAD})">${drawn}</g>
<text x="${EDGE}" y="${whole - 18}" font-family="${FONT}" font-size="12" fill="${faint}">${escaped(source)}</text>
</svg>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => ENTITIES[letter]!);

async function pngOf(picture: Picture): Promise<Blob> {
  const { title, source, height } = picture;
  const { ink, faint, ground } = paletteOf('light');
  const own = document.createElement('canvas');
  const chart = init(own, null, { width: WIDTH - 2 * EDGE, height, devicePixelRatio: PIXELS });
  chart.setOption(optionOf(picture));
  chart.getZr().flush();
  const whole = document.createElement('canvas');
  whole.width = WIDTH * PIXELS;
  whole.height = (HEAD + height + FOOT) * PIXELS;
  const pen = whole.getContext('2d')!;
  pen.scale(PIXELS, PIXELS);
  pen.fillStyle = ground;
  pen.fillRect(0, 0, WIDTH, HEAD + height + FOOT);
  pen.drawImage(chart.renderToCanvas({ pixelRatio: PIXELS }), EDGE, HEAD, WIDTH - 2 * EDGE, height);
  chart.dispose();
  const write = (text: string, y: number, font: string, color: string) => {
    pen.font = `${font} ${FONT}`;
    pen.fillStyle = color;
    pen.fillText(text, EDGE, y, WIDTH - 2 * EDGE);
  };
  write(title, 36, '600 20px', ink);
  write(source, HEAD + height + FOOT - 18, '12px', faint);
  return new Promise((resolve, reject) =>
    whole.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );
}
