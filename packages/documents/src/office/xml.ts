/** XML parts of Office files as events. Names come without their namespace prefix; entities of a DTD are not expanded. */
import { SaxesParser } from 'saxes';
import { damaged } from './zip.ts';

export type Attributes = Readonly<Record<string, string>>;

export interface XmlEvents {
  /** @param path the names of the elements around it, outermost first, its own last */
  open?(name: string, attributes: Attributes, path: readonly string[]): void;
  text?(text: string, path: readonly string[]): void;
  close?(name: string, path: readonly string[]): void;
}

/** Deeper than any document that a person made. */
const MAX_DEPTH = 512;

/** @throws UnreadableInput `damaged` where the XML is not well-formed or nested without end */
export function readXml(xml: string, { open, text, close }: XmlEvents): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const path: string[] = [];
  parser.on('error', (cause) => {
    throw damaged(cause);
  });
  parser.on('opentag', ({ name, attributes }) => {
    path.push(localName(name));
    if (path.length > MAX_DEPTH) throw damaged();
    open?.(path.at(-1)!, localNames(attributes), path);
  });
  if (text) {
    parser.on('text', (data) => text(data, path));
    parser.on('cdata', (data) => text(data, path));
  }
  parser.on('closetag', () => {
    close?.(path.at(-1)!, path);
    path.pop();
  });
  parser.write(xml).close();
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function localNames(attributes: Readonly<Record<string, string>>): Attributes {
  const local: Record<string, string> = {};
  for (const name in attributes) local[localName(name)] = attributes[name]!;
  return local;
}

/** The relationships of a part: id → path of the target, from the package's root. */
export function relationships(xml: string | undefined, folder: string): Map<string, { type: string; path: string }> {
  const found = new Map<string, { type: string; path: string }>();
  if (xml === undefined) return found;
  readXml(xml, {
    open(name, { Id, Type = '', Target = '', TargetMode }) {
      if (name !== 'Relationship' || !Id || TargetMode === 'External') return;
      found.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), path: resolved(Target, folder) });
    },
  });
  return found;
}

function resolved(target: string, folder: string): string {
  const path: string[] = [];
  for (const step of `${target.startsWith('/') ? '' : `${folder}/`}${target}`.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

/** Whether an on/off attribute is on: `<w:b/>`, `w:val="1"`. */
export const isOn = (value: string | undefined): boolean =>
  value === undefined || !/^(?:0|false|off|none)$/i.test(value);
