/** Paragraph styles of Word, as far as they number paragraphs. */
import { readXml } from '../office/xml.ts';

export interface ListPlace {
  readonly list?: string;
  readonly level?: number;
}

/** The list and level that a style gives, its own or its ancestors'. */
export function readStyles(xml: string | undefined): (style: string) => ListPlace {
  const styles = new Map<string, { list?: string; level?: number; parent?: string }>();
  let id = '';
  if (xml !== undefined) {
    readXml(xml, {
      open(name, { styleId = '', val = '' }, path) {
        if (name === 'style') {
          id = styleId;
          styles.set(id, {});
        }
        const style = styles.get(id);
        if (!style) return;
        if (name === 'basedOn') style.parent = val;
        if (path.at(-2) !== 'numPr') return;
        if (name === 'numId') style.list = val;
        if (name === 'ilvl') style.level = Number(val);
      },
    });
  }
  return (style) => {
    let place: ListPlace = {};
    const seen = new Set<string>();
    for (let at: string | undefined = style; at !== undefined && !seen.has(at); at = styles.get(at)?.parent) {
      seen.add(at);
      const { list, level } = styles.get(at) ?? {};
      place = { ...(list ? { list } : {}), ...(level === undefined ? {} : { level }), ...place };
    }
    return place;
  };
}
