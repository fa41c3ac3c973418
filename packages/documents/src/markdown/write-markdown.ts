/**
 * Layout → Markdown with pipe tables, as `readText` reads it. A pipe table has one header row: further ones are its
 * first rows. Merged cells are blank where they are covered.
 */
import type { Block, Layout, Paragraph, Table } from '../layout.ts';

/** A layout as Markdown, which `readText` reads back. */
export function writeMarkdown(layout: Layout): string {
  const blocks = layout.pages.flatMap((page) => page.blocks);
  const lines = blocks.map((block, i) => {
    const text = block.kind === 'table' ? tableText(block) : paragraphText(block, i === 0);
    return isContents(block) && isContents(blocks[i + 1]) ? `${text}\n` : `${text}\n\n`;
  });
  return `${lines.join('').trimEnd()}\n`;
}

const isContents = (block: Block | undefined) => block?.kind === 'paragraph' && block.style?.is === 'contents';

function paragraphText({ text, style }: Paragraph, isFirst: boolean): string {
  const words = escaped(text);
  switch (style?.is) {
    case 'cover':
      return isFirst || style.target ? `${isFirst ? '#' : '##'} ${anchor(style.target)}${words}` : words;
    case 'heading':
      return `${'#'.repeat(style.level + 1)} ${anchor(style.target)}${words}`;
    case 'caption':
      return `#### ${anchor(style.target)}${words}`;
    case 'contents':
      return `${'  '.repeat(style.level - 1)}- [${words}](#${style.target})`;
    case 'todo':
      return `**${words}**`;
    default:
      return words;
  }
}

const anchor = (target: string | undefined) => (target ? `<a id="${target}"></a>` : '');

function tableText({ rows, print }: Table): string {
  const lines = rows.map((row) => `| ${row.map((cell) => escaped(cell.text).replaceAll('|', '\\|')).join(' | ')} |`);
  const rule = rows[0]!.map((_, i) => (print?.columns[i]?.align === 'right' ? '---:' : '---'));
  return [lines[0], `| ${rule.join(' | ')} |`, ...lines.slice(1)].join('\n');
}

/** Characters that Markdown would take for marks. */
const escaped = (text: string) => text.replace(/[\\*_`<[\]]/g, '\\$&').replace(/^(?=[#>+-]\s|\|)/, '\\');
