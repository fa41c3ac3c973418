/** What to pick from in the cells of a ledger: the worker's lists, asked once for a year and a form, and the ledger's own projects. */
import { columnOf } from '@mingsuan/core/ledger/sheet-rows';
import type { LedgerColumn } from '@mingsuan/core/ledger/sheets';
import { useMemo, useRef } from 'react';
import type { Book } from './state/book.ts';
import type { Choice } from './state/choices.ts';
import { askWorker } from './work/ask.ts';

export type ChoicesOf = (column: LedgerColumn) => (() => Promise<readonly Choice[]>) | undefined;

const PICKED = new Set(['choice', 'yes', 'code', 'label']);
const NAME = columnOf('projects', 'name');

export function useChoices(book: Book, year: number | undefined, template: string | undefined): ChoicesOf {
  const projects = useRef(book.projects);
  projects.current = book.projects;
  const cells = book.unit[0]?.cells ?? [];
  const name = cells[columnOf('unit', 'name')]?.trim() ?? '';
  const level = cells[columnOf('unit', 'level')]?.trim() === '部门' ? 'department' : 'unit';
  return useMemo(() => {
    const lists = new Map<LedgerColumn, () => Promise<readonly Choice[]>>();
    const asked = new Map<LedgerColumn, Promise<readonly Choice[]>>();
    const ownProjects = async () =>
      [...new Set(projects.current.map(({ cells }) => cells[NAME]?.trim() ?? ''))]
        .filter((name) => name !== '')
        .map((text) => ({ text, sound: '' }));
    return (column) => {
      if (column.cell.is === 'project') return ownProjects;
      if (!PICKED.has(column.cell.is)) return undefined;
      const known =
        lists.get(column) ??
        (() => {
          const list =
            asked.get(column) ?? askWorker('choices', { cell: column.cell, year, template, agency: { name, level } });
          asked.set(column, list);
          return list;
        });
      lists.set(column, known);
      return known;
    };
  }, [year, template, name, level]);
}
