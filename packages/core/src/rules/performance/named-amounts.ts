/** Projects that the words call by their names with an amount right behind, beside what the tables give the same projects. */
import type { Disclosure, Origin, TextBlock } from '../../disclosure.ts';
import { groupBy } from '../../group-by.ts';
import { type Fen, formatAmount } from '../../money.ts';
import { typingError } from '../../repair/typing-error.ts';
import { plainText } from '../../text/fold.ts';
import { figuresOf } from '../../words/figures.ts';
import { isGlossary, originOf } from '../../words/read.ts';
import { type ToldProject, toldProjects } from './told-projects.ts';

/** An amount told of a project that is none of the project's own. */
export interface NamedOtherwise {
  readonly project: ToldProject;
  readonly clause: string;
  readonly origin: Origin;
  readonly fen: Fen;
  /** Whether other projects told so agree with their tables: the words list what the projects get. */
  readonly isUsual: boolean;
}

/** A shorter name is that of many things. */
const TELLING = 4;
/** A list mark, a conjunction or a quotation mark: the name begins there. */
const BEGINS = /(?:^|[，。；：、）“"《.．]|其中|包括|分别[为是]|和|及|是)$/;
/** From the name to its amount nothing else is told. */
const LEADS =
  /^[”"》]?(?:项目)?(?:支出|经费|资金)?(?:预算)?[，：]?(?:20\d\d年度?|本年度?|当年|年度)?(?:项目)?(?:预算|安排|投入|资金|经费|金额|合计|共|数|为)*$/;
/** A step of 0.01 万元. */
const ROUNDING: Fen = 10_000;
/** So many that agree show what the amounts behind the names are. */
const WITNESSES = 2;

/** All such amounts of a budget's words, in the order of the text. */
export function namedOtherwise(disclosure: Disclosure): readonly NamedOtherwise[] {
  const named = [...groupBy(toldProjects(disclosure), ({ name }) => plainText(name))].filter(
    ([name]) => name.length >= TELLING,
  );
  if (named.length === 0) return [];
  const told = disclosure.explanation
    .filter((section) => !isGlossary(section))
    .flatMap(({ paragraphs }) => paragraphs.flatMap((block) => toldIn(block, named, disclosure.year)));
  const right = told.filter(({ isRight }) => isRight).length;
  return told
    .filter(({ isRight, isPart }) => !isRight && !isPart)
    .map((each) => ({ ...each, isUsual: right >= WITNESSES }));
}

const isSlip = (told: Fen, own: Fen): boolean =>
  typingError(formatAmount(told, '万元'), formatAmount(own, '万元')) !== undefined;

function toldIn(block: TextBlock, named: readonly (readonly [string, readonly ToldProject[]])[], year?: number | null) {
  const text = plainText(block.text);
  const mentioned = named.filter(([name]) => text.includes(name));
  if (mentioned.length === 0) return [];
  return figuresOf(text).flatMap(({ printed, start, end }) => {
    if (printed.kind !== 'amount') return [];
    const { fen, step } = printed;
    return mentioned.flatMap(([name, projects]) => {
      const at = text.lastIndexOf(name, start - name.length);
      const lead = at < 0 ? '' : text.slice(at + name.length, start);
      if (at < 0 || !BEGINS.test(text.slice(0, at)) || !LEADS.test(lead)) return [];
      const told = /20\d\d/.exec(lead)?.[0];
      if (told && Number(told) !== year) return [];
      const isRight = projects.some(({ sum, amounts }) =>
        [sum, ...amounts.map((cell) => cell.fen)].some((own) => Math.abs(own - fen) * 2 <= step + ROUNDING),
      );
      // 信访工作（项）…，信访专项经费81.90万元: what one item pays of a project.
      const isPart = projects.every(({ sum }) => fen < sum && !isSlip(fen, sum));
      return [
        { project: projects[0]!, clause: text.slice(at, end), origin: originOf(block, start), fen, isRight, isPart },
      ];
    });
  });
}
