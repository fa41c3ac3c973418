/** The reason told for a change goes its way: 减少1.07%，主要原因是业务量增加 explains nothing. */
import type { Disclosure } from '../../disclosure.ts';
import { nounKey, plainText } from '../../text/fold.ts';
import type { Direction, Mention } from '../../words/mention.ts';
import type { Candidate } from './candidate.ts';
import { isCurrent, type Told } from './facts.ts';
import { quote, quoted, wordEvidence } from './issue.ts';

/** From the figure to its reason no other change is told; 。 may stand between. */
const REASON =
  /^[^。；\d]{0,20}?[。，；,（]?(?:其中：)?(?<label>增加|减少|增长|下降)?(?:的)?(?:(?:主要)?原因(?:是|为|系|在于|有)*|主要是|主要系)[：:]?(?<why>[^。；]{2,80})/;
/** 接待费26.7万元，比上年减少: where the next item begins no reason goes on, though only commas part them. */
const NEXT = /[，,](?=[^，,。；]*\d(?:万|亿|千)?元[，,]?(?:比|较|与)(?:上年|去年|上一年|\d{4}年))/;
/** What a reason tells to grow or shrink must be what costs: 新能源汽车占比提高 lowers what is spent. */
const COST =
  '(?:人员|人数|编制|经费|支出|费用|费|业务量?|数量|次数|批次|任务|标准|基数|项目|工资|预算|采购|接待|工作量|资金)';
const UP = new RegExp(
  `${COST}[^，。；]{0,4}(?:增加|增长|增多|提高|提升|上调|上升|扩大|上涨)|新增|增设|扩编|(?:增加|加大|增大)(?:了)?(?:支付|支出|开支|投入)`,
);
const LOWERED = `${COST}[^，。；]{0,4}(?:减少|下降|降低|减小|下调)|压减|压缩|缩减|削减|调减|取消|核减|减少(?:了)?(?:支付|支出|开支|投入)`;
/** What one does not to spend more, whether less is spent or as much. */
const THRIFT = '低于|厉行节约|(?:严格|从严)(?:控制|压缩)|严控|过紧日子';
const DOWN = new RegExp(`${LOWERED}|${THRIFT}`);
const DOWN_FROM_FLAT = new RegExp(LOWERED);
/** Words that turn a reason round, or tell of the year before. */
const TURNING = /上年|去年|以前年度|上一年|退休|离退|未|没有|无|不|同时|但|其中|部分|抵|统筹|调整/;
/** What changed either way may come to nothing; that it was another year's, or some of it, does not. */
const TURNING_BACK = /未|没有|无|不|同时|但|抵|统筹|调整/;

/** Reasons that go against their change, and words of its way that do. */
export const checkReasons = (told: Told): readonly Candidate[] => [
  ...reasonsAgainst(told),
  ...labelsAgainst(told),
  ...flatBehind(told),
];

/** 财政拨款收入支出增加的主要原因是…: told of what the sentences before gave the change of. */
const LABELLED =
  /(?:^|[。；])(?<noun>[^，。；：\d]{4,24}?)(?:比|较)?(?:上年|去年)?(?<label>增加|增长|减少|下降)的?(?:主要)?原因(?:是|为|：)/g;
/** What a name has behind the thing that it is of: 财政拨款 of 财政拨款收入支出 and 财政拨款支出预算. */
const OF_MONEY = /(?:收入|支出|收支|预算|决算|总计|合计|总额|数)+$/;

/** A label that all changes told of its subject before, in its section, deny. */
function labelsAgainst(told: Told): readonly Candidate[] {
  const changes = told.mentions.filter(
    (m) => m.aspect === 'change' && m.direction && m.direction !== 'flat' && isCurrent(told, m),
  );
  return told.disclosure.explanation.flatMap(({ paragraphs }, section) =>
    paragraphs.flatMap(({ text: printed }, paragraph) =>
      [...plainText(printed).matchAll(LABELLED)].flatMap(({ groups, index }): readonly Candidate[] => {
        const thing = nounKey(groups!.noun!).replace(OF_MONEY, '');
        const before = changes.filter(
          ({ place, name }) =>
            place.section === section &&
            (place.paragraph < paragraph || (place.paragraph === paragraph && place.end <= index + 1)) &&
            nounKey(name).replace(OF_MONEY, '') === thing,
        );
        const way = /增/.test(groups!.label!) ? 'up' : 'down';
        const last = before.at(-1);
        if (thing.length < LEAST || !last || before.some(({ direction }) => direction === way)) return [];
        return [contradicted(last, `后面却写“${groups!.noun}${groups!.label}”的原因`, true)];
      }),
    ),
  );
}
const LEAST = 4;

const MOVED = /(?:增加|增长|减少|下降|降低|提高|压减)(?:为|到|至)[^，。；]*$/;
const FLAT = /^[，,]?(?:与|较|比|同|和)(?:上年|去年|上一年|\d{4}年)[^，。；]{0,8}(?:持平|一致|相同|无变化|无增减)/;

/** 减少为0.00万元，与上年持平: both cannot be. */
const flatBehind = ({ disclosure, mentions }: Told): readonly Candidate[] =>
  mentions.flatMap((mention) => {
    const { section, paragraph, end, text } = mention.place;
    if (mention.printed.kind !== 'amount' || !MOVED.test(text)) return [];
    const behind = plainText(disclosure.explanation[section]?.paragraphs[paragraph]?.text ?? '').slice(end);
    const flat = FLAT.exec(behind);
    return flat ? [contradicted(mention, `后面却写“${flat[0].replace(/^[，,]/, '')}”`, true)] : [];
  });

/** Reasons that go against their change. */
function reasonsAgainst(told: Told): readonly Candidate[] {
  return told.mentions.flatMap((mention) => {
    if ((mention.aspect !== 'change' && mention.aspect !== 'percent') || !isCurrent(told, mention)) return [];
    if (!mention.direction) return [];
    const reason = reasonOf(told.disclosure, mention);
    const said = reason && judge(mention.direction, reason.groups!.label, reason.groups!.why!);
    return said ? [contradicted(mention, said.text, said.sure)] : [];
  });
}

/** What is told behind a figure as the reason of its change; 主要原因： at a paragraph's end is told by the next one. */
function reasonOf({ explanation }: Disclosure, { place: { section, paragraph, end } }: Mention) {
  const { paragraphs = [] } = explanation[section] ?? {};
  const [own, next] = [paragraphs[paragraph], paragraphs[paragraph + 1]];
  if (!own) return undefined;
  const rest = next && /原因(?:是|为)?[：:]\s*$/.test(own.text) ? plainText(next.text) : '';
  const behind = `${plainText(own.text).slice(end)}${rest}`;
  const [ownPart = behind] = behind.split(NEXT);
  const reason = REASON.exec(ownPart);
  return reason && isOfAnother(plainText(own.text).slice(0, end), reason[0]) ? undefined : reason;
}

/** …比上年增加10万元。其中：甲增加8万元；乙增加2万元。主要原因是…: a sentence of its own behind a list is of the whole, or of any part. */
const isOfAnother = (before: string, reason: string): boolean =>
  /^[^，；、]*。/.test(reason) && /其中[：，]?[^。]*；[^。]*$/.test(before);

/** The reason told for a figure, without the words that lead to it; undefined where none follows. */
export const reasonBehind = (disclosure: Disclosure, mention: Mention): string | undefined =>
  reasonOf(disclosure, mention)?.groups?.why;

/** Whether a reason goes against a change: 减少 because 人员增加. Unsure words do not. */
export const isAgainst = (direction: Direction, why: string): boolean =>
  direction !== 'flat' && judge(direction, undefined, why) !== undefined;

function judge(direction: Direction, label: string | undefined, why: string) {
  const labelled = label && (/增/.test(label) ? 'up' : 'down');
  if (labelled && labelled !== direction) return { text: `后面却写“${label}原因”`, sure: true };
  // 收入减少0.98万元，补助增加125.27万元: what went either way is told.
  if ((direction === 'flat' ? TURNING_BACK : TURNING).test(why) || (/增加|增长/.test(why) && /减少|下降/.test(why)))
    return undefined;
  const up = UP.test(why);
  const down = (direction === 'flat' ? DOWN_FROM_FLAT : DOWN).test(why);
  if (up === down) return undefined;
  if (direction === 'flat') return { text: `原因却写${quote(why, 30)}`, sure: false };
  return (direction === 'up') === down ? { text: `原因却写${quote(why, 30)}`, sure: false } : undefined;
}

const contradicted = (mention: Mention, text: string, sure: boolean): Candidate => ({
  issue: {
    rule: 'words-direction',
    severity: sure ? 'warning' : 'notice',
    message: `${quoted(mention)}，${text}，方向不一致。`,
    evidence: [wordEvidence(mention)],
    suggestion: '请核对增减方向和原因。',
  },
  blames: [mention],
  unless: [mention],
});
