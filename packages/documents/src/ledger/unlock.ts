/**
 * A workbook whose cells are open unless a style locks them. A protected sheet lets a row be deleted only where every cell of
 * it is open, those beside the form too: so the workbook's default format is, and heads and computed cells are locked.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const STYLES = 'xl/styles.xml';
/** The first cell format is that of every cell without one. */
const DEFAULT = /(<cellXfs[^>]*>)<xf ([^>]*?)\/>/;

/** The same workbook, its default cell format unlocked. */
export function unlockedByDefault(workbook: Uint8Array): Uint8Array {
  const parts = unzipSync(workbook);
  const styles = strFromU8(parts[STYLES]!);
  const open = styles.replace(DEFAULT, '$1<xf $2 applyProtection="1"><protection locked="0"/></xf>');
  return zipSync({ ...parts, [STYLES]: strToU8(open) });
}
