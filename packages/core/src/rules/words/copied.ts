/** Reasons and purposes taken over from a neighbour: hospitality that shrank for want of journeys, two classes spent on the same thing word for word. */
import type { Disclosure } from '../../disclosure.ts';
import type { Finding } from '../../finding.ts';
import { groupsBy } from '../../group-by.ts';
import { itemOf, partNamed, thingOf } from '../../model/quantity.ts';
import { plainText, unspaced } from '../../text/fold.ts';
import type { Mention } from '../../words/mention.ts';
import { DISCLOSURE } from '../basis.ts';
import type { DocumentContext } from '../context.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { textFinding } from '../text/passages.ts';
import { isCurrent, paragraphsOf } from './facts.ts';
import { quote, quoted, wordEvidence } from './issue.ts';
import { reasonBehind } from './reasons.ts';

export const WORDS_COPIED: ReadRule = {
  phase: 'read',
  id: 'words-copied',
  title: '原因和用途说的是本项',
  group: '说明与数字',
  scope: EVERYWHERE,
  basis: [{ document: DISCLOSURE, says: '说明增减变化的原因' }],
  severity: 'warning',
  sure: '较可靠',
  check:
    '“三公”经费一项的增减原因不只说另一项的事（公务接待费因出国团组减少而减少）；不同类的科目，用途（八个字以上，不是“保障日常运转”一类哪项都用得上的话）一字不差的提示（notice）。',
  run: (document) => [...foreignReasons(document), ...samePurposes(document)],
};

/** What each of the three publics is about, by the words that tell of nothing else. */
const ABOUT: readonly (readonly [part: RegExp, words: RegExp, name: string])[] = [
  [/^overseas/, /出国|出境|境外|外事|出访/, '因公出国（境）'],
  [/^hospitality/, /接待|来访|招待/, '公务接待'],
  [/^vehicle/, /车|燃油|燃料/, '公务用车'],
];

function foreignReasons({ disclosure, mentions }: DocumentContext): readonly Finding[] {
  const told = new Set<string>();
  return mentions.flatMap((mention): readonly Finding[] => {
    if (thingOf(mention.quantity) !== 'three-publics' || !isCurrent({ disclosure, mentions }, mention)) return [];
    const own = ABOUT.find(([part]) => part.test(partNamed(mention.quantity)));
    const why = own && reasonBehind(disclosure, mention);
    if (!why || own[1].test(why)) return [];
    const others = ABOUT.filter(([, words]) => words.test(why));
    const place = `${mention.place.section}.${mention.place.paragraph} ${why}`;
    if (others.length !== 1 || told.has(place)) return [];
    told.add(place);
    const message = `${quoted(mention)}的原因写${quote(why, 40)}，说的是${others[0]![2]}，像是从别项带来的`;
    return [textFinding(WORDS_COPIED, disclosure, message, [wordEvidence(mention)], '请核对原因')];
  });
}

const PURPOSE = /主要(?:用于|是用于|为|是)[：:]?(?<purpose>[^。；]{8,80})/;

interface Purpose {
  readonly code: string;
  readonly purpose: string;
  readonly mention: Mention;
}

/** One finding for all items of different classes that are said to be spent on the same. */
function samePurposes({ disclosure, mentions }: DocumentContext): readonly Finding[] {
  const all = paragraphsOf(mentions.filter(({ quantity }) => itemOf(quantity)?.length === 7)).flatMap((paragraph) =>
    purposeOf(disclosure, paragraph),
  );
  return groupsBy(all, ({ mention, purpose }) => `${mention.place.section} ${purpose}`).flatMap((same) => {
    const classes = groupsBy(same, ({ code }) => code.slice(0, 3)).map(([first]) => first!);
    if (classes.length < 2) return [];
    const names = classes.map(({ mention }) => `“${mention.name}”`).join('、');
    const message = `${names}的用途一字不差（${quote(classes[0]!.purpose, 40)}），请核对是否照抄`;
    const evidence = classes.map(({ mention }) => wordEvidence(mention));
    return [{ ...textFinding(WORDS_COPIED, disclosure, message, evidence), severity: 'notice' as const }];
  });
}

/** What any item may be spent on, whatever its class: said twice it is no copy. */
const GENERAL = /运转|运行|日常|各项|有关|相关|基本|人员|工作/;

/** What the only item of a paragraph is spent on, where that is something of its own. */
function purposeOf({ explanation }: Disclosure, paragraph: readonly Mention[]): readonly Purpose[] {
  const codes = new Set(paragraph.map(({ quantity }) => itemOf(quantity)!));
  const [mention] = paragraph;
  const block = mention && explanation[mention.place.section]?.paragraphs[mention.place.paragraph];
  const purpose = block && PURPOSE.exec(plainText(block.text))?.groups?.purpose;
  return codes.size === 1 && purpose && !GENERAL.test(purpose)
    ? [{ code: [...codes][0]!, purpose: unspaced(purpose), mention: mention! }]
    : [];
}
