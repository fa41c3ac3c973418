/** How a document says that there is nothing: 注：本部门无政府性基金预算收支，本表为空表. */

/** 无 within a word (无论, 无偿) says nothing of an amount. */
const NOTHING = /空表|为空|为零|没有|无(?!论|偿|线|障碍|纸)|未(?:安排|使用|发生|涉及)|不涉及/;

/** Whether a sentence or note says that there is nothing of what it speaks of. */
export const saysNothing = (text: string): boolean => NOTHING.test(text);

/** The sentences of a note that say that there is nothing; the others tell what a table is about. Undefined where none does. */
export const nothingOf = (note: string | undefined): string | undefined =>
  note
    ?.split(/\n|。/)
    .filter(saysNothing)
    .map((line) => line.replace(/^\s*[（(]?注[:：]\s*/, ''))
    .join('。') || undefined;
