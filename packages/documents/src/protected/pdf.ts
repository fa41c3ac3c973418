/** A PDF that opens only with a password → the same PDF without one. */
import { OpenPdf } from '../report/pdfium.ts';

/** The bytes as they are where nothing has to be opened; undefined where the password is not the file's. */
export async function decryptPdf(bytes: Uint8Array, password: string): Promise<Uint8Array | undefined> {
  const open = await OpenPdf.open(bytes);
  open?.close();
  if (open) return bytes;
  const pdf = await OpenPdf.open(bytes, password);
  if (!pdf) return undefined;
  try {
    return pdf.saved({ withoutSecurity: true });
  } finally {
    pdf.close();
  }
}
