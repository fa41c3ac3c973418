/** Styles of OpenDocument, as far as they number paragraphs, hide text or raise it. */
import type { Level } from '../flow/lists.ts';
import { type Attributes, readXml } from '../office/xml.ts';

/** What a style of characters does to them. */
export interface Look {
  readonly isHidden: boolean;
  readonly isRaised: boolean;
}

export interface OdfStyles {
  /** Undefined where a style of characters neither hides nor raises. */
  readonly lookOf: (characterStyle: string) => Look | undefined;
  /** Levels of a list style, counted from 0. */
  readonly levels: ReadonlyMap<string, ReadonlyMap<number, Level>>;
  /** The list style that a paragraph style, or one it is based on, names; empty where it says there is none. */
  readonly listOf: (paragraphStyle: string) => string | undefined;
}

/** The name under which the numbering of headings stands beside the list styles. */
export const OUTLINE = '\noutline';

/** Styles that are based on each other, as far as they are followed. */
const MOST_ANCESTORS = 50;

const FORMATS: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  '': 'none',
};

/** A sample of its first numbers names a format that is not Latin: `一, 二, 三, ...`. */
function formatOf(sample: string): string {
  if (/^(?:一|壹)/.test(sample)) return 'chineseCounting';
  if (sample.startsWith('①')) return 'decimalEnclosedCircle';
  if (sample.startsWith('１')) return 'decimalFullWidth';
  return FORMATS[sample] ?? 'decimal';
}

/** The styles of the parts, a later one over an earlier. */
export function readOdfStyles(parts: readonly string[]): OdfStyles {
  const looks = new Map<string, Look>();
  let own = '';
  const levels = new Map<string, Map<number, Level>>();
  const styles = new Map<string, { list?: string; parent?: string }>();
  let list: Map<number, Level> | undefined;
  const openList = (name: string) => {
    list = new Map();
    levels.set(name, list);
  };
  for (const xml of parts)
    readXml(xml, {
      open(name, attributes) {
        if (name === 'list-style') openList(attributes.name ?? '');
        else if (name === 'outline-style') openList(OUTLINE);
        else if (name === 'style') {
          own = attributes.name ?? '';
          styles.set(own, {
            ...(attributes['list-style-name'] === undefined ? {} : { list: attributes['list-style-name'] }),
            ...(attributes['parent-style-name'] === undefined ? {} : { parent: attributes['parent-style-name'] }),
          });
        } else if (name === 'text-properties') {
          const look = lookOf(attributes);
          if (look) looks.set(own, look);
        } else if (/^(?:list-level-style-(?:number|bullet|image)|outline-level-style)$/.test(name))
          list?.set(Number(attributes.level ?? 1) - 1, levelOf(name, attributes));
      },
      close(name) {
        if (name === 'list-style' || name === 'outline-style') list = undefined;
      },
    });
  return { levels, listOf: (style) => listOf(style, styles), lookOf: (style) => looks.get(style) };
}

function lookOf({ display, 'text-position': position = '' }: Attributes): Look | undefined {
  const look = { isHidden: display === 'none', isRaised: /^(?:super|[1-9])/.test(position) };
  return look.isHidden || look.isRaised ? look : undefined;
}

function listOf(name: string, styles: ReadonlyMap<string, { list?: string; parent?: string }>): string | undefined {
  let style = styles.get(name);
  for (let depth = 0; style && depth < MOST_ANCESTORS; depth += 1) {
    if (style.list !== undefined) return style.list;
    style = style.parent === undefined ? undefined : styles.get(style.parent);
  }
  return undefined;
}

function levelOf(name: string, attributes: Attributes): Level {
  const format =
    name === 'list-level-style-bullet' || name.endsWith('image') ? 'none' : formatOf(attributes['num-format'] ?? '');
  const start = Number(attributes['start-value'] ?? 1) || 1;
  return { format, start, text: format === 'none' ? '' : textOf(attributes) };
}

/** LibreOffice writes the whole pattern; the standard knows what stands before and after, and how many levels show. */
function textOf(attributes: Attributes): string {
  const pattern = attributes['num-list-format'];
  if (pattern !== undefined) return pattern.replace(/%(\d+)%/g, '%$1');
  const level = Number(attributes.level ?? 1);
  const shown = Math.min(level, Number(attributes['display-levels'] ?? 1) || 1);
  const numbers = Array.from({ length: shown }, (_, i) => `%${level - shown + 1 + i}`).join('.');
  return `${attributes['num-prefix'] ?? ''}${numbers}${attributes['num-suffix'] ?? ''}`;
}
