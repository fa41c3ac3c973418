/** 编制总数156名，其中：行政编制98名，事业编制58名: the people of a list make up those that it is of. */
import { plainText } from '../../text/fold.ts';
import { isGlossary, originOf } from '../../words/read.ts';
import { type Span, sentencesOf } from '../../words/sentences.ts';
import type { Candidate } from './candidate.ts';
import type { Told } from './facts.ts';

/** A number of people with what they are called. */
interface People {
  readonly label: string;
  readonly n: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const PEOPLE = /([^，。；：、（）\d]{2,20}?)(?:共|总数|为|有)*(\d+)(?:名|人)(?!次|\/|均|以[上下]|左右)/g;
const OPENS = /^[，；。]?(?:其中|包括|其中包括)[：，]?$/;
/** What is said of a part's change, or the end of an aside, stands before the next: 离休人员0人，较上年无变化；退休人员20人. */
const NEXT = /^(?:（[^（）]*）|）)?(?:，(?:比|较|与)[^，。；\d]{1,14})?([，、；])(?:以及|和|及)?$/;
const OPENED = /^(?:其中|包括|其中包括)[：，]?/;
/** A change of the number, and what is no post. */
const NO_PART = /增加|减少|比上年|较上年|新增|招聘|培训|参加|接待|超编|空编/;
/** Posts and those who hold them are told apart. */
const kindOf = (label: string): string => (/编制(?!内)|编$/.test(label) ? 'posts' : 'people');
const ANEW = /实有|现有|年末|核定|另有/;
/** There are none beside these. */
const COMPLETE: readonly (readonly RegExp[])[] = [
  [/行政|公务员/, /事业/],
  [/管理/, /专业技术/, /工勤/],
  [/离休/, /退休/],
  [/在职/, /退休|离休/],
];

/** Numbers of people whose parts are more than they are, or all there can be and fewer. */
export const checkPeople = ({ disclosure }: Told): readonly Candidate[] =>
  disclosure.explanation.flatMap((section) =>
    isGlossary(section)
      ? []
      : section.paragraphs.flatMap((block) => {
          const text = plainText(block.text);
          return /\d(?:名|人)/.test(text) && /其中|包括/.test(text)
            ? withParts(text, sentencesOf(text)).flatMap(({ start, end }) =>
                innermost(listsIn(text.slice(start, end)).filter(isWrong)).map((list) =>
                  candidateOf(list, (at) => originOf(block, start + at)),
                ),
              )
            : [];
        }),
  );

/** …编制31人。其中：行政编制13人，…: the sentence goes on with the parts of what it told. */
function withParts(text: string, sentences: readonly Span[]): readonly Span[] {
  const goesOn = ({ start }: Span) => /^其中/.test(text.slice(start, start + 2));
  return sentences.flatMap(({ start, end }, i) => {
    if (i > 0 && goesOn({ start, end })) return [];
    const next = sentences[i + 1];
    return [{ start, end: next && goesOn(next) ? next.end : end }];
  });
}

interface List {
  readonly whole: People;
  readonly parts: readonly People[];
  /** What follows is not understood: there may be more parts. */
  readonly isOpen?: true;
}

function listsIn(sentence: string): readonly List[] {
  const all = [...sentence.matchAll(PEOPLE)].map(
    ({ 0: text, 1: label, 2: n, index }): People => ({
      label: label!.replace(OPENED, ''),
      n: Number(n),
      text: text.replace(OPENED, ''),
      start: index,
      end: index + text.length,
    }),
  );
  return all.flatMap((whole, i) => {
    const list = listOf(sentence, whole, all.slice(i + 1));
    return list.parts.length > 1 ? [list] : [];
  });
}

/** The parts right behind a whole; a part's own parts, up to the next semicolon, are none of them. */
function listOf(sentence: string, whole: People, behind: readonly People[]): List {
  const parts: People[] = [];
  let end = whole.end;
  let isInner = false;
  for (const next of behind) {
    const label = sentence.slice(next.start, next.end);
    const gap = sentence.slice(end, next.start) + (OPENED.exec(label)?.[0] ?? '');
    const opens = OPENS.test(gap);
    const mark = NEXT.exec(gap)?.[1];
    end = next.end;
    if (parts.length === 0) {
      if (!opens || kindOf(whole.label) !== kindOf(next.label)) return { whole, parts };
      parts.push(next);
      continue;
    }
    if (opens) {
      isInner = true;
      continue;
    }
    // 行政编制13人（含工勤编制1人），事业编制18人: the aside tells a part of the part.
    if (gap === '（') continue;
    if (!mark) return { whole, parts, isOpen: true };
    if (isInner && mark !== '；') continue;
    isInner = false;
    if (NO_PART.test(next.label)) continue;
    if (ANEW.test(next.label) || kindOf(next.label) !== kindOf(whole.label) || sumOf(parts) === whole.n) break;
    parts.push(next);
  }
  return { whole, parts };
}

const sumOf = (parts: readonly People[]): number => parts.reduce((sum, { n }) => sum + n, 0);

/** More than there are; or fewer, where the parts are all there can be. */
function isWrong({ whole, parts, isOpen }: List): boolean {
  const sum = sumOf(parts);
  const isAll = COMPLETE.some((pair) => pair.every((kind) => parts.some(({ label }) => kind.test(label))));
  return sum > whole.n || (sum < whole.n && isAll && !isOpen);
}

/** A number that its own parts deny is not blamed once more as a part: the list that it opens tells it. */
const innermost = (lists: readonly List[]): readonly List[] =>
  lists.filter(({ parts }) => !lists.some(({ whole }) => parts.includes(whole)));

function candidateOf({ whole, parts }: List, originAt: (at: number) => ReturnType<typeof originOf>): Candidate {
  const sum = sumOf(parts);
  const told = (people: People) => people.text.replace(/^[，、；：]/, '');
  return {
    issue: {
      rule: 'words-parts',
      severity: 'warning',
      message: `“${told(whole)}”与其中各项之和不符：${parts.map(({ n }) => n).join(' + ')} = ${sum}，相差 ${Math.abs(sum - whole.n)}。`,
      evidence: [whole, ...parts].map((each) => ({ text: told(each), origin: originAt(each.start) })),
      suggestion: '请核对人数。',
    },
  };
}
