/** A PDF of a few pages with Helvetica text and lines, enough for the geometry of reading. Coordinates from the bottom left. */
export interface MadePage {
  readonly content: string;
  readonly rotate?: number;
  readonly size?: readonly [number, number];
  /** Its size stands in the tree above it. */
  readonly inherits?: boolean;
  readonly cropBox?: readonly [number, number, number, number];
  /** Beside the font. */
  readonly resources?: string;
}

export const text = (x: number, y: number, words: string, size = 10) =>
  `BT /F1 ${size} Tf ${x} ${y} Td (${words}) Tj ET`;
/** Text that runs upwards. */
export const upText = (x: number, y: number, words: string, size = 10) =>
  `BT /F1 ${size} Tf 0 1 -1 0 ${x} ${y} Tm (${words}) Tj ET`;
export const line = (x0: number, y0: number, x1: number, y1: number) => `${x0} ${y0} m ${x1} ${y1} l S`;
export const thinRect = (x: number, y: number, w: number, h: number) => `${x} ${y} ${w} ${h} re f`;
export const strokedRect = (x: number, y: number, w: number, h: number) => `${x} ${y} ${w} ${h} re S`;

/** `more` are further objects; with one page the first of them is number 6. */
export function makePdf(pages: readonly MadePage[], more: readonly string[] = []): Uint8Array {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  add('<< /Type /Catalog /Pages 2 0 R >>');
  const kids = pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ');
  const [width, height] = pages[0]?.size ?? [400, 300];
  add(`<< /Type /Pages /MediaBox [0 0 ${width} ${height}] /Kids [${kids}] /Count ${pages.length} >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
  pages.forEach((page, i) => {
    const [w, h] = page.size ?? [400, 300];
    const crop = page.cropBox ? ` /CropBox [${page.cropBox.join(' ')}]` : '';
    add(
      `<< /Type /Page /Parent 2 0 R ${page.inherits ? '' : `/MediaBox [0 0 ${w} ${h}]`}${crop} /Rotate ${page.rotate ?? 0} /Resources << /Font << /F1 3 0 R >> ${page.resources ?? ''} >> /Contents ${5 + 2 * i} 0 R >>`,
    );
    add(`<< /Length ${page.content.length} >>\nstream\n${page.content}\nendstream`);
  });
  for (const object of more) add(object);
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const xref = body.length;
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('')}`;
  body += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return new TextEncoder().encode(body);
}
