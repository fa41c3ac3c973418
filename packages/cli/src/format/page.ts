/** What is written for people: in which words, with colours or without, and how wide. */
import { type Messages, messagesIn } from '../messages/messages.ts';
import type { Style } from '../work/job.ts';
import { type Paint, painter } from './color.ts';

export interface Page {
  readonly words: Messages;
  readonly paint: Paint;
  /** Columns of the terminal. */
  readonly width: number;
}

/** Narrower than this nothing can be read any more. */
const NARROWEST = 48;

/** The page of a style; a narrower terminal wraps it once more. */
export const pageOf = ({ lang, color, width }: Style): Page => ({
  words: messagesIn(lang),
  paint: painter(color),
  width: Math.max(NARROWEST, width),
});
