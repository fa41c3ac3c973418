/** XML parts of an OFD as trees: they are small, and what a page draws is nested. Names are without their prefix. */
import { type Attributes, readXml } from '../office/xml.ts';
import { damaged } from '../office/zip.ts';

export interface Node {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly Node[];
  readonly text: string;
}

type Made = { -readonly [K in keyof Node]: Node[K] } & { children: Node[] };

/** @throws UnreadableInput `damaged` */
export function treeOf(xml: string): Node {
  const open: Made[] = [];
  let root: Node | undefined;
  readXml(xml, {
    open(name, attributes) {
      const node: Made = { name, attributes, children: [], text: '' };
      open.at(-1)?.children.push(node);
      root ??= node;
      open.push(node);
    },
    text(text) {
      const node = open.at(-1);
      if (node) node.text += text;
    },
    close: () => open.pop(),
  });
  if (!root) throw damaged();
  return root;
}

/** The children of this name. */
export const childrenOf = (node: Node | undefined, name: string): readonly Node[] =>
  node?.children.filter((child) => child.name === name) ?? [];

/** The first child of this name. */
export const childOf = (node: Node | undefined, name: string): Node | undefined =>
  node?.children.find((child) => child.name === name);

/** The text of the first child of this name, without spaces around it. */
export const textIn = (node: Node | undefined, name: string): string => childOf(node, name)?.text.trim() ?? '';

/** Numbers between spaces; what is none is left out. */
export const numbersOf = (text: string | undefined): number[] =>
  (text ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
    .filter(Number.isFinite);
