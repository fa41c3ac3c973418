/**
 * Layout → one HTML file that needs nothing else: readable with a screen reader, printable with upright and landscape
 * pages, without scripts, and under a content security policy that allows its own style sheet only.
 */
import { createHash } from 'node:crypto';
import type { Block, Layout, Page, Paragraph, Table } from '../layout.ts';
import { escapeHtml } from './escape.ts';
import { STYLE } from './style.ts';
import { tableHtml, widthClasses } from './table.ts';

/** One page of a layout, with its style, and without scripts. */
export function writeHtml(layout: Layout): string {
  const style = `${STYLE}${widthRules(layout)}\n`;
  const hash = createHash('sha256').update(style).digest('base64');
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(titleOf(layout))}</title>
<style>${style}</style>
</head>
<body>
<nav aria-label="快捷方式"><a class="skip" href="#main">跳到正文</a></nav>
<main id="main">
${layout.pages.map((page, i) => pageHtml(page, i === 0)).join('\n')}
</main>
</body>
</html>
`;
}

function titleOf({ pages }: Layout): string {
  const texts = (pages[0]?.blocks ?? []).flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
  return texts.slice(0, 2).join(' ') || '预决算公开';
}

function widthRules({ pages }: Layout): string {
  const tables = pages.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
  const names = [...new Set(tables.flatMap(widthClasses))].sort();
  return names.map((name) => `.${name} { width: ${name.slice(1)}%; }`).join('\n');
}

const styleOf = (block: Block | undefined) => (block?.kind === 'paragraph' ? block.style : undefined);

function pageHtml({ blocks, width = 0, height = 0 }: Page, isFirst: boolean): string {
  if (blocks.every((block) => styleOf(block)?.is === 'cover'))
    return coverHtml(blocks as readonly Paragraph[], isFirst);
  if (blocks.some((block) => styleOf(block)?.is === 'contents')) return contentsHtml(blocks);
  return `<section class="page${width > height ? ' landscape' : ''}">\n${blocksHtml(blocks).join('\n')}\n</section>`;
}

/** The first line of a cover is the document's title. */
function coverHtml(lines: readonly Paragraph[], isFirst: boolean): string {
  const tag = isFirst ? 'h1' : 'h2';
  const [title, ...others] = lines.map((line) => ({ text: escapeHtml(line.text), id: idOf(line) }));
  const rest = others.map(({ text, id }) => `<p${id}>${text}</p>`).join('');
  return `<section class="page cover"><${tag}${title!.id}>${title!.text}</${tag}>${rest}</section>`;
}

/** A `nav` would be taken for the site's menu by readers that look for the content of a page. */
function contentsHtml(blocks: readonly Block[]): string {
  const entries = blocks.flatMap((block) => {
    const style = styleOf(block);
    if (block.kind !== 'paragraph' || style?.is !== 'contents') return [];
    const leader = '<span class="leader" aria-hidden="true">.....</span>';
    return `<li class="deep${style.level}"><a href="#${style.target}"><span class="entry">${escapeHtml(block.text)}</span>${leader}</a></li>`;
  });
  const others = blocks.filter((block) => styleOf(block)?.is !== 'contents');
  return [
    '<section class="page contents" role="doc-toc" aria-label="目录">',
    ...blocksHtml(others),
    `<ul>\n${entries.join('\n')}\n</ul>`,
    '</section>',
  ].join('\n');
}

/** Blocks in order; the caption lines above a table go into its caption. */
function blocksHtml(blocks: readonly Block[]): string[] {
  const html: string[] = [];
  let caption: Paragraph[] = [];
  for (const block of blocks) {
    if (block.kind === 'table') {
      html.push(scrollable(block, caption));
      caption = [];
    } else if (inCaption(block, caption)) caption.push(block);
    else html.push(paragraphHtml(block));
  }
  return [...html, ...caption.map(paragraphHtml)];
}

const ABOUT: readonly string[] = ['agency', 'period', 'unit'];

const inCaption = ({ style }: Paragraph, open: readonly Paragraph[]) =>
  style?.is === 'caption' || (open.length > 0 && style !== undefined && ABOUT.includes(style.is));

/** Tables of so few rows are not broken over pages. */
const SHORT = 14;

/** Wide tables scroll by themselves on a narrow screen, by keyboard too. */
function scrollable(table: Table, lines: readonly Paragraph[]): string {
  const [title, ...about] = lines;
  const name = table.rows.length <= SHORT ? 'scroll short' : 'scroll';
  if (!title) return `<div class="${name}">${tableHtml(table, '')}</div>`;
  const id = targetOf(title);
  const details = about.map(({ text }) => `<div>${escapeHtml(text)}</div>`).join('');
  const caption = [
    `<caption><div class="title"${id ? ` id="${id}"` : ''}>${escapeHtml(title.text)}</div>`,
    details ? `<div class="about">${details}</div>` : '',
    '</caption>',
  ].join('');
  const label = id ? ` aria-labelledby="${id}"` : ` aria-label="${escapeHtml(title.text)}"`;
  return `<div class="${name}" role="region" tabindex="0"${label}>${tableHtml(table, caption)}</div>`;
}

const targetOf = ({ style }: Paragraph) => (style && 'target' in style ? style.target : undefined);

function idOf(paragraph: Paragraph): string {
  const target = targetOf(paragraph);
  return target ? ` id="${target}"` : '';
}

function paragraphHtml(paragraph: Paragraph): string {
  const { text, style } = paragraph;
  const words = escapeHtml(text);
  const id = idOf(paragraph);
  if (style?.is === 'heading') return `<h${style.level + 1}${id}>${words}</h${style.level + 1}>`;
  if (style?.is === 'caption') return `<h3${id}>${words}</h3>`;
  if (style?.is === 'note' || style?.is === 'todo') return `<p class="${style.is}">${words}</p>`;
  return `<p>${words}</p>`;
}
