/** Small PDFs made by hand, each with its own trouble. */

export function pdf(objects: readonly string[], trailer = ''): Buffer {
  let text = '%PDF-1.4\n';
  const offsets = objects.map((body, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

const PAGE =
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /I 5 0 R >> >> /Contents 4 0 R >>';
const DRAW = 'q 595 0 0 842 0 0 cm /I Do Q';
const IMAGE =
  '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 1 >>\nstream\n\x80\nendstream';

const SCANNED = [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  PAGE,
  `<< /Length ${DRAW.length} >>\nstream\n${DRAW}\nendstream`,
  IMAGE,
];

/** A page that is a picture, without a letter. */
export const scannedPdf = pdf(SCANNED);

/** Opened by a password that nobody gave. */
export const encryptedPdf = pdf(
  [...SCANNED, `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'a1'.repeat(32)}> /U <${'b2'.repeat(32)}> >>`],
  `/Encrypt 6 0 R /ID [<${'c3'.repeat(16)}> <${'c3'.repeat(16)}>] `,
);

/** A download that broke off. */
export const truncatedPdf = scannedPdf.subarray(0, 60);

/** Pages of Chinese lines, from the top down, in a font that every viewer has; no character is drawn from the file. */
export function chinesePdf(pages: readonly (readonly string[])[]): Buffer {
  const content = (lines: readonly string[]): string => {
    const shown = lines.map((line, i) => {
      const hex = Buffer.from(line, 'utf16le').swap16().toString('hex');
      return `BT /F1 12 Tf 60 ${780 - 24 * i} Td <${hex}> Tj ET`;
    });
    return shown.join('\n');
  };
  const kids = pages.map((_, i) => `${6 + 2 * i} 0 R`).join(' ');
  return pdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
    ...pages.flatMap((lines, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${7 + 2 * i} 0 R >>`,
      `<< /Length ${content(lines).length} >>\nstream\n${content(lines)}\nendstream`,
    ]),
  ]);
}
