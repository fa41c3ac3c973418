/**
 * What a change is told to come of, with amounts of its own: 增加74.73万元，主要原因是新增奖补资金1000万元、压减专项资金190万元. Such
 * amounts are of nothing that a table prints; they are known as reasons of the change before them.
 */
import { listedUnder } from '../model/quantity.ts';
import { nounKey } from '../text/fold.ts';
import { type ClauseParts, DOWN_WORDS, UP_WORDS } from './clause.ts';
import { LEADING } from './lexicon.ts';
import type { Open, Subject } from './spoken-of.ts';

/** From a change on, the words that open its reasons. */
const OPENER = /(?:原因|主要(?:是|为|系|用于)|由于|是因为|用于|其中)/;
/** 新增奖补资金1000万元: the word of direction stands before what changed. */
const DIRECTED = new RegExp(
  `^(?:[一二三四五六七八九十]是|同时|以及|并|，)*(?:(?<up>新列|追加|${UP_WORDS})|(?<down>取消|${DOWN_WORDS}))(?:了|安排)?(?=[^到至]{2})`,
);
/** What nothing is named by: an amount behind a sum of its own. */
const MARKS = /^(?:[一二三四五六七八九十]是|同时|以及|因为?|由于|等|（[^）]*）|[，、：])+/;

/** Whether a stretch of the text between a change and a figure tells why. */
export const tellsWhy = (between: string): boolean => OPENER.test(between);

/** The clause of a reason taken apart: its direction may stand before its name. */
export function reasonParts(parts: ClauseParts): ClauseParts {
  if (parts.aspect !== undefined) return parts;
  const noun = parts.noun.replace(LEADING, '');
  const directed = DIRECTED.exec(noun);
  if (!directed) return parts;
  return {
    ...parts,
    aspect: 'change',
    noun: noun.slice(directed[0].length),
    direction: directed.groups!.up ? 'up' : 'down',
  };
}

/** What a reason is of, by its own name. */
export function reasonSubject({ noun }: ClauseParts, { topic }: Open): Subject | undefined {
  const name = nounKey(noun).replace(LEADING, '').replace(MARKS, '');
  if (name.length < 2 || name.length > 60) return undefined;
  return { quantity: listedUnder(REASONS, name), name, topic: topic ?? '', named: true, brief: true };
}

const REASONS = 'reasons';
