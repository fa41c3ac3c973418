/** Words and figures: sentence patterns, read (`readMentions`) and written (`writeSentence`). */
export * from './mention.ts';
export { type Pattern, parsePattern } from './pattern.ts';
export { TOPICS, type Topic } from './patterns/index.ts';
export { lastOfBareChange } from './percent.ts';
export { readMentions } from './read.ts';
export {
  type NamedCode,
  type Sentence,
  type SentenceFigures,
  type Written,
  type WrittenFigure,
  writeSentence,
} from './write.ts';
