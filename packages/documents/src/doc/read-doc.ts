/**
 * Word 97–2003 (doc, and WPS files of the same format) → Layout: the document as it reads when all tracked changes are
 * accepted, as for DOCX. Headers, footers and comments are left out; notes and text boxes stand after what refers to them.
 */
import type { Problem } from '@mingsuan/core/disclosure';
import { Flow } from '../flow/flow.ts';
import { type Numbering, numberingOf } from '../flow/lists.ts';
import { Pictures } from '../flow/pictures.ts';
import { HIDDEN_TEXT, TRACKED_CHANGES } from '../flow/problems.ts';
import type { Layout } from '../layout.ts';
import { damaged } from '../office/zip.ts';
import { oleStreams } from '../protected/ole.ts';
import { UnreadableInput } from '../unreadable.ts';
import { docFile } from './fib.ts';
import { readDocLists } from './lists.ts';
import { type DocParagraph, documentText } from './paragraphs.ts';
import { listPlace, readDocStyles } from './styles.ts';
import { type FlowEvents, tableFlow } from './tables.ts';

/** @throws UnreadableInput */
export function readDoc(bytes: Uint8Array): Layout {
  try {
    return layout(bytes);
  } catch (cause) {
    throw cause instanceof UnreadableInput ? cause : damaged(cause);
  }
}

function layout(bytes: Uint8Array): Layout {
  const file = docFile(oleStreams(bytes));
  const { body, notes, boxes, loose, seen } = documentText(file);
  const flow = new Flow();
  const pictures = new Pictures();
  const numberOf = numberer(numberingOf(readDocLists(file)), readDocStyles(file.part('styles')));
  const pending: string[] = [];
  const boxed: DocParagraph[] = [];
  // Each is told once: damaged anchors may lead into boxes, too.
  const untold = new Map(boxes);
  const events: FlowEvents = {
    paragraph(paragraph) {
      const number = numberOf(paragraph);
      paragraph.lines.forEach((line, i) => {
        if (line.trim() !== '') pictures.text();
        else if (i === 0) pictures.stand(paragraph.pictures);
        flow.paragraph(i === 0 && line !== '' ? number + line : line);
      });
      for (const place of paragraph.noteRefs) pending.push(...(notes.get(place) ?? []));
      for (const place of paragraph.boxRefs) {
        boxed.push(...(untold.get(place) ?? []));
        untold.delete(place);
      }
    },
    betweenBlocks() {
      for (const text of pending.splice(0)) flow.paragraph(text);
      if (boxed.length > 0) tableFlow(boxed.splice(0), flow, events);
    },
  };
  tableFlow(body, flow, events);
  tableFlow(loose, flow, events);
  return { pages: [{ number: 1, blocks: flow.blocks() }], problems: [...pictures.problems(), ...problemsOf(seen)] };
}

/** The number that Word prints before a paragraph's first words. */
function numberer(
  numbering: Numbering,
  styleOf: ReturnType<typeof readDocStyles>,
): (paragraph: DocParagraph) => string {
  return ({ style, changes }) => {
    const [own, styled] = [listPlace(changes), styleOf(style)];
    const list = own.list ?? styled.list ?? 0;
    return list === 0 || list > 0x7fff ? '' : numbering.next(String(list), own.level ?? styled.level ?? 0);
  };
}

function problemsOf({ isRevised, isHidden }: { readonly isRevised: boolean; readonly isHidden: boolean }): Problem[] {
  const problems: Problem[] = [];
  if (isRevised) problems.push(TRACKED_CHANGES);
  if (isHidden) problems.push(HIDDEN_TEXT);
  return problems;
}
