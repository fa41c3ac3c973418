/**
 * Findings that rest on what may be read wrong: a figure that was recognised on a picture, a table whose rows and columns no
 * lines tell, or that is not printed whole. The document is not accused of them.
 */
import type { Origin, Problem } from '../../disclosure.ts';
import type { Finding } from '../../finding.ts';

const OF_FIGURE = '；其中有的数由图片识别，把握不大，可能是认错了，请先看图核对';
/** What is said of a table, by what was told of it when it was read. */
const OF_TABLES: Readonly<Record<string, string>> = {
  'columns-by-place': '；有的数所在的表框线不全，行或栏是按位置分的，可能分错了，请先看原文核对',
  'cut-table': '；有的数所在的表右边没有印全，可能少了几栏，请先看印全的文件',
};

/** Errors that rest on a doubtful figure or such a table are warnings, and say why. */
export function withoutAccusing(findings: readonly Finding[], problems: readonly Problem[]): readonly Finding[] {
  const doubtful = new Set(problems.flatMap(({ code, origin }) => (code === 'doubtful-figure' ? placeOf(origin) : [])));
  const areas = problems.flatMap(({ code, origin }) =>
    OF_TABLES[code] && origin?.box ? [{ origin, advice: OF_TABLES[code] }] : [],
  );
  if (doubtful.size === 0 && areas.length === 0) return findings;
  const adviceFor = ({ origin }: Finding['evidence'][number]): string | undefined => {
    if (placeOf(origin).some((place) => doubtful.has(place))) return OF_FIGURE;
    return areas.find((area) => isWithin(origin, area.origin))?.advice;
  };
  return findings.map((finding) => {
    const advice = finding.severity === 'error' && finding.evidence.map(adviceFor).find((text) => text !== undefined);
    if (!advice) return finding;
    return { ...finding, severity: 'warning', message: finding.message.replace(/。?$/, `${advice}。`) };
  });
}

function isWithin(origin: Origin | undefined, area: Origin): boolean {
  if (!origin?.box || origin.page !== area.page) return false;
  const [x0, y0, x1, y1] = origin.box;
  const [left, top, right, bottom] = area.box!;
  return x0 + x1 >= 2 * left && x0 + x1 <= 2 * right && y0 + y1 >= 2 * top && y0 + y1 <= 2 * bottom;
}

/** A place on a page or a picture as a word; none where it has no box. */
export const placeOf = (origin: Origin | undefined): string[] =>
  origin?.box ? [`${origin.page ?? ''} ${origin.picture ?? ''} ${origin.box.join(' ')}`] : [];
