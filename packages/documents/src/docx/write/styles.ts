/** The styles of a written document, by the names that Word and WPS show. Sizes are half points, distances twentieths of a point. */

import type { Face, PageStyle, Styled } from '@mingsuan/core/templates/index';
import { AlignmentType, type IParagraphStyleOptions, type IStylesOptions, ShadingType } from 'docx';
import type { ParagraphStyle } from '../../layout.ts';

const HEI = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '黑体' };
const SONG = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' };
const FANGSONG = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' };

/** Titles of parts and tables stand apart, headings in the text close to it. */
const APART = { before: 240, after: 160 };
const CLOSE = { before: 120, after: 60 };

/** Points of the type in tables, where a place has no size of its own. */
export const TABLE_SIZE = 9;

const heading = (size: number, outlineLevel: number, alignment?: 'center') => ({
  run: { font: HEI, size, bold: false, color: '000000' },
  paragraph: {
    spacing: alignment ? APART : CLOSE,
    keepNext: true,
    outlineLevel,
    ...(alignment ? { alignment } : {}),
  },
});

/** A heading's look by its level. */
const HEADINGS = { 1: heading(36, 0, 'center'), 2: heading(30, 1), 3: heading(28, 2), 4: heading(30, 3, 'center') };

function plainHeading(level: number) {
  const { run, paragraph } = HEADINGS[level as keyof typeof HEADINGS];
  const { outlineLevel: _, ...rest } = paragraph;
  return [run, rest] as const;
}

const style = (
  id: string,
  name: string,
  run: NonNullable<IParagraphStyleOptions['run']>,
  paragraph: NonNullable<IParagraphStyleOptions['paragraph']>,
): IParagraphStyleOptions => ({ id, name, basedOn: 'Normal', quickFormat: true, run, paragraph });

/** A highlight is allowed in runs only, not in styles. */
const TO_DO = { type: ShadingType.CLEAR, color: 'auto', fill: 'FFFF00' };

/** The outline level of a table's title, below all headings. */
export const CAPTION_LEVEL = 4;

const STYLES: IStylesOptions = {
  default: {
    document: { run: { font: FANGSONG, size: 28 } },
    heading1: HEADINGS[1],
    heading2: HEADINGS[2],
    heading3: HEADINGS[3],
    heading4: HEADINGS[4],
  },
  paragraphStyles: [
    style(
      'Cover',
      '封面',
      { font: HEI, size: 52 },
      { alignment: AlignmentType.CENTER, spacing: { before: 2400 }, contextualSpacing: true },
    ),
    style(
      'CoverLine',
      '封面其他行',
      { font: HEI, size: 52 },
      { alignment: AlignmentType.CENTER, spacing: { before: 1200 } },
    ),
    style(
      'Body',
      '公开正文',
      { font: FANGSONG, size: 28 },
      { indent: { firstLine: 560 }, spacing: { line: 500, lineRule: 'exact' }, alignment: AlignmentType.BOTH },
    ),
    // As the headings look, but in no outline: Word's own update of the contents passes them over.
    ...[1, 2, 3, 4].map((level) => style(`PlainHeading${level}`, `不入目录的标题 ${level}`, ...plainHeading(level))),
    style('OverTable', '表头说明', { font: SONG, size: 21 }, { keepNext: true }),
    style('TableText', '表中文字', { font: SONG, size: 2 * TABLE_SIZE }, {}),
    style('TableNote', '表注', { font: SONG, size: 21 }, { spacing: { before: 80 } }),
    style('ToDo', '待填写', { font: FANGSONG, size: 28, shading: TO_DO }, { indent: { firstLine: 560 } }),
    ...[1, 2, 3, 4].map((level) =>
      style(`TOC${level}`, `toc ${level}`, { font: SONG, size: 24 }, { indent: { left: 240 * (level - 1) } }),
    ),
  ],
};

/** Which texts of a document have which part of a place's style, by the ids of the styles above. */
const PARTS: readonly (readonly [id: RegExp, part: Styled])[] = [
  [/^Cover$/, 'cover'],
  [/^CoverLine$/, 'cover-line'],
  [/eading1$/, 'part'],
  [/eading2$/, 'section'],
  [/eading3$/, 'heading'],
  [/eading4$/, 'caption'],
  [/^(?:Body|ToDo)$/, 'body'],
  [/^OverTable$/, 'over'],
  [/^TableText$/, 'table'],
  [/^TableNote$/, 'note'],
  [/^TOC/, 'contents'],
];

/** Faces by the names that Word and WPS know them by. */
const FONTS: Readonly<Record<Face, string>> = {
  宋体: '宋体',
  黑体: '黑体',
  仿宋: '仿宋',
  楷体: '楷体',
  小标宋: '方正小标宋简体',
};

/** The styles of a document, with the faces and sizes that its place gives them. */
export function stylesOf(own: PageStyle = {}): IStylesOptions {
  const styled = <T extends { readonly run?: object }>(id: string, style: T): T => {
    const { face, size, bold } = own[PARTS.find(([pattern]) => pattern.test(id))?.[1] ?? 'body'] ?? {};
    const font = face && { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: FONTS[face] };
    return {
      ...style,
      run: {
        ...style.run,
        ...(font && { font }),
        ...(size && { size: Math.round(2 * size) }),
        ...(bold !== undefined && { bold }),
      },
    };
  };
  const usual = Object.entries(STYLES.default ?? {}) as [string, { run?: object }][];
  return {
    default: Object.fromEntries(usual.map(([id, style]) => [id, styled(id === 'document' ? 'Body' : id, style)])),
    paragraphStyles: (STYLES.paragraphStyles ?? []).map((style) => styled(style.id, style)),
  };
}

const NAMES: Readonly<Record<Exclude<ParagraphStyle['is'], 'heading' | 'contents'>, string>> = {
  caption: `Heading${CAPTION_LEVEL}`,
  cover: 'Cover',
  body: 'Body',
  number: 'OverTable',
  agency: 'OverTable',
  period: 'OverTable',
  unit: 'OverTable',
  note: 'TableNote',
  todo: 'ToDo',
};

/** The id of the style that a paragraph has. A heading that the contents do not list has no place in the outline. */
export function styleOf(style: ParagraphStyle | undefined, isListed = true): string {
  const plain = isListed ? '' : 'Plain';
  if (style?.is === 'heading') return `${plain}Heading${style.level}`;
  if (style?.is === 'cover' && style.below) return 'CoverLine';
  if (style?.is === 'caption') return `${plain}Heading${CAPTION_LEVEL}`;
  return NAMES[style?.is === 'contents' ? 'body' : (style?.is ?? 'body')];
}
