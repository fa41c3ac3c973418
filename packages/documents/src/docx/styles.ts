/** Paragraph styles of Word, as far as they number paragraphs. */
import { readXml } from '../office/xml.ts';

export interface ListPlace {
  readonly list?: string;
  readonly level?: number;
}

/** Styles that are based on each other, as far as they are followed: more are malice, or a ring. */
const MOST_ANCESTORS = 50;

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
    let at: string | undefined = style;
    for (let depth = 0; at !== undefined && depth < MOST_ANCESTORS; depth += 1, at = styles.get(at)?.parent) {
      const { list, level } = styles.get(at) ?? {};
      place = { ...(list ? { list } : {}), ...(level === undefined ? {} : { level }), ...place };
    }
    return place;
  };
}
