/** Footnotes and endnotes: `footnote 2` → its text. */
import { readXml } from '../office/xml.ts';

/** Footnotes or endnotes by number; none where the file has no such part. */
export function readNotes(xml: string | undefined, kind: 'footnote' | 'endnote'): Map<string, string> {
  const notes = new Map<string, string>();
  if (xml === undefined) return notes;
  let key = '';
  let text = '';
  readXml(xml, {
    open(name, { id = '', type }) {
      if (name !== kind) return;
      // Separators are notes by name only.
      key = type === undefined || type === 'normal' ? `${kind} ${id}` : '';
      text = '';
    },
    text(data, path) {
      if (path.at(-1) === 't') text += data;
    },
    close(name) {
      if (name === kind && key !== '' && text.trim() !== '') notes.set(key, text.trim());
    },
  });
  return notes;
}
