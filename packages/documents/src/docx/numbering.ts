/** The lists of a Word document (`numbering.xml`): their levels, and which of them count together. */
import { type Level, type Lists, NO_LISTS, type Numbering, numberingOf } from '../flow/lists.ts';
import { readXml } from '../office/xml.ts';

/** Counts numbered paragraphs as Word shows them. */
export function readNumbering(xml: string | undefined): Numbering {
  return numberingOf(xml === undefined ? NO_LISTS : parse(xml));
}

type Made = { -readonly [K in keyof Level]: Level[K] };
type Levels = Map<number, Made>;

function parse(xml: string): Lists {
  const abstracts = new Map<string, { levels: Levels; styles: Map<string, number> }>();
  const levels = new Map<string, Levels>();
  const abstractOf = new Map<string, string>();
  let abstract = '';
  let list = '';
  let level: Made | undefined;
  let index = 0;
  readXml(xml, {
    open(name, { abstractNumId = '', numId = '', ilvl, val = '' }, path) {
      const parent = path.at(-2);
      if (name === 'abstractNum') {
        abstract = abstractNumId;
        abstracts.set(abstract, { levels: new Map(), styles: new Map() });
      } else if (name === 'num') list = numId;
      else if (name === 'abstractNumId' && parent === 'num') {
        abstractOf.set(list, val);
        levels.set(list, new Map(abstracts.get(val)?.levels));
      } else if (name === 'lvl' || name === 'lvlOverride') {
        index = Number(ilvl ?? index);
        if (name === 'lvlOverride') return;
        level = { format: 'decimal', text: '', start: 1 };
        (path.includes('abstractNum') ? abstracts.get(abstract)?.levels : levels.get(list))?.set(index, level);
      } else if (name === 'startOverride') {
        const inherited = levels.get(list)?.get(index);
        // A list that starts anew counts by itself.
        abstractOf.delete(list);
        if (inherited) levels.get(list)!.set(index, { ...inherited, start: Number(val) });
      } else if (level && parent === 'lvl') {
        if (name === 'numFmt') level.format = val;
        else if (name === 'lvlText') level.text = val;
        else if (name === 'start') level.start = Number(val);
        else if (name === 'lvlRestart') level.restart = Number(val);
        else if (name === 'pStyle') abstracts.get(abstract)?.styles.set(val, index);
      }
    },
  });
  const styles = new Map<string, number>();
  for (const [id, of] of abstractOf)
    for (const [style, at] of abstracts.get(of)?.styles ?? []) styles.set(`${id}\n${style}`, at);
  return { levels, abstractOf, styles };
}
