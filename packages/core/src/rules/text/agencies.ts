/** The agency's own name in every place: above the tables, and where sentences tell its figures. */

import type { Disclosure, Origin } from '../../disclosure.ts';
import type { Finding } from '../../finding.ts';
import { ORGANIZATION } from '../../kinds/index.ts';
import { rowsOf } from '../../model/tables.ts';
import { plainText, unspaced } from '../../text/fold.ts';
import { literally } from '../../text/literally.ts';
import { DISCLOSURE } from '../basis.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { belongs } from './pages.ts';
import { lineAt, printedLines, quote, textFinding } from './passages.ts';

const BODY =
  '(?:[局厅署院]|委员会|委|办公室|办事处|[镇乡]人民政府|中心|学校|学院|医院|法院|检察院|联合会|总工会|大队|支队)';
/** What is told of the agency itself. */
const ABOUT =
  '(?=(?:（[^）]*）)?(?:20\\d\\d年度?(?=[收支总共预决“]|本[年部单]|一般公共|政府(?:性|采购)|财政拨|机关运行|部门|单位)|(?:所有|全部)收入|收入(?:预算|支出|总计)|支出预算|财政拨款|部门预算|单位预算|“三公|机关运行|安排政府采购|政府采购|共有车辆|占有使用|(?:实行|纳入)绩效|组织对20|上年末固定资产|一般公共预算|(?:收、支|收支)总))';

/** What a section of the organisation tells of the agency itself, not of the units below it. */
const OF_DEPARTMENT =
  '(?=(?:（[^）]*）)?(?:20\\d\\d年度?)?(?:无(?:下属|所属)|部门(?:预算|决算)(?:编制)?(?:范围)?(?:的单位)?(?:包括|由)))';
/** What a heading goes on with behind the name of whom it is about. */
const HEADED = '(?:（[^）]*）)?(?:20\\d\\d年|概况|基本情况|部门|单位|主要职[责能])';
/** Whom a heading is about: numbered or not, and where it is of another place too. */
const IN_HEADING = new RegExp(
  `^(?:第[一二三四五六七八九十]部分[：:]?|[（(]?[一二三四五六七八九十]+[)）、.．])?(?:关于)?(?:20\\d\\d年度?)?([\\u4e00-\\u9fff]{2,}?[省市县区旗州镇乡][\\u4e00-\\u9fff]{1,14}?${BODY})${HEADED}`,
);

/** 上海市普陀区司法局 → 上海市普陀区: what its neighbours' names begin with, in full or from 普陀区 on. */
const REGION = /^国家(?=.{2,})|^[^（(]*(?:[省区县旗州]|市(?![场政容民监]))(?=.{2,})/;
const LOCAL = /(?<=[省市])[^省市]{2,}$/;

const ORGANISED = /机构|单位构成|职责|职能|概况/;

interface Stranger {
  readonly name: string;
  readonly text: string;
  readonly origin: Origin;
}

/** Names of others where the agency's own belongs; a body told again and again is one of the agency's units. */
function strangers(disclosure: Disclosure): Finding[] {
  const own = unspaced(disclosure.agency.name);
  const isOther = (name: string) => !own.includes(name) && !name.includes(own);
  const near = inSentences(disclosure, own);
  const far = atBeginnings(disclosure).filter(({ name }) => !near.some((other) => other.name.includes(name)));
  const all = [...near, ...far, ...inHeadings(disclosure)].filter(({ name }) => isOther(name));
  const [first] = all;
  if (!first || all.length > 2) return [];
  const message = `“${first.text}”说的是“${first.name}”，本文本是${own}的`;
  const evidence = all.map(({ text, origin }) => ({ text, origin }));
  return [textFinding(AGENCY_NAME, disclosure, message, evidence, `核对后改为“${own}”`)];
}

/** Whom a sentence tells figures of that begins with the name, or with the year and the name, of whatever place. */
const BEGINNING = new RegExp(
  `(?<=(?:^|[。；：])(?:[（(]?[一二三四五六七八九十\\d]+[)）、.．])?(?:截至[^，。；]{4,14}，)?(?:20\\d\\d年度?)?)[\\u4e00-\\u9fff]{2,9}?[省市县区旗州镇乡][\\u4e00-\\u9fff]{1,14}?${BODY}${ABOUT}`,
  'g',
);

/** No heading: those are looked at as such. */
const SENTENCE = /[，。；]/;

/** Strangers of other places, as a text copied from there has them. */
function atBeginnings(disclosure: Disclosure): readonly Stranger[] {
  const organised = organisedIn(disclosure);
  return printedLines(disclosure)
    .filter(({ section, block }) => SENTENCE.test(block.text) && !/名词解释/.test(section) && !ORGANISED.test(section))
    .flatMap(({ block }) =>
      [...plainText(block.text).matchAll(BEGINNING)]
        .filter(([name]) => !organised.includes(name))
        .map((match) => ({
          name: match[0],
          text: quote(match.input, match.index, match.index + match[0].length),
          origin: lineAt(block, match.index),
        })),
    );
}

/** Neighbours that sentences tell figures of, and whom sections of the organisation say to have units. */
function inSentences(disclosure: Disclosure, own: string): readonly Stranger[] {
  // Brackets may hold another region, and have a meaning in patterns.
  const region = REGION.exec(own.replace(/[（(][^）)]*[）)]?/g, ''))?.[0]?.replace(/[^\u4e00-\u9fff]/g, '');
  // 区直工委 begins with no place.
  if (!region || region.length < 2 || own.length < region.length + 2) return [];
  const organised = organisedIn(disclosure);
  const local = LOCAL.exec(region)?.[0];
  const places = [region, ...(local ? [local] : [])].map(literally).join('|');
  const named = (about: string) => new RegExp(`(?:${places})[\\u4e00-\\u9fff]{1,14}?${BODY}${about}`, 'g');
  const [telling, having] = [named(ABOUT), named(OF_DEPARTMENT)];
  return printedLines(disclosure)
    .filter(({ section }) => !/名词解释/.test(section))
    .flatMap(({ block, section }) => {
      const isOrganised = ORGANISED.test(section);
      return [...plainText(block.text).matchAll(isOrganised ? having : telling)]
        .filter(([name]) => isOrganised || !(organised.includes(name) || organised.includes(name.replace(region, ''))))
        .map((match) => ({
          name: match[0],
          text: quote(match.input, match.index, match.index + match[0].length),
          origin: lineAt(block, match.index),
        }));
    });
}

/** Whom headings are about, of whatever place. */
function inHeadings(disclosure: Disclosure): readonly Stranger[] {
  const organised = organisedIn(disclosure);
  const { explanation, contents } = disclosure;
  const titles = [
    ...contents,
    ...explanation,
    ...explanation.map(({ part = '', origin }) => ({ title: part, origin })),
  ];
  const found = titles.flatMap(({ title, origin }): readonly Stranger[] => {
    const name = IN_HEADING.exec(unspaced(title))?.[1];
    return name && !organised.includes(name) ? [{ name, text: title, origin }] : [];
  });
  return found.filter(({ text }, i) => found.findIndex((other) => other.text === text) === i);
}

/** What is told of the units that the agency has. */
const organisedIn = (disclosure: Disclosure): string =>
  [
    ...disclosure.explanation
      .filter(({ title, part }) => /机构|单位构成|职责|职能|基本情况|概况/.test(`${title}${part ?? ''}`))
      .map((section) => section.text),
    ...rowsOf(disclosure, ORGANIZATION).map(({ unit }) => unit),
  ].join('\n');

const COVER = /^(?:预算|决算)?(?:主管部门|部门|单位)(?:名称)?[：:](.{4,40})$/;

/** 预算主管部门：… on the cover. */
function onCover({ agency, explanation }: Disclosure): readonly { name: string; text: string; origin: Origin }[] {
  const own = unspaced(agency.name).replace(/[（(].*[）)]$/, '');
  return explanation.slice(0, 2).flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ text, origin }) => {
      const name = COVER.exec(unspaced(text))?.[1];
      return name && own !== '' && !name.includes(own) && !own.includes(name) ? [{ name, text, origin }] : [];
    }),
  );
}

export const AGENCY_NAME: ReadRule = {
  phase: 'read',
  id: 'text-agency-name',
  title: '各表和说明中的单位名称是本部门（单位）',
  group: '公开内容',
  scope: EVERYWHERE,
  basis: [{ document: DISCLOSURE, says: '公开主体' }],
  severity: 'warning',
  sure: '较可靠',
  check:
    '封面和各表的编制单位相同；标题，说明中讲收支、采购、车辆的句子，机构设置里讲部门构成的句子，说的不是另一个单位（机构设置中所列单位除外）。',
  run: ({ disclosure, problems }) => [
    ...problems
      .filter(
        (problem) =>
          problem.code === 'other-agency' && (problem.origin?.page === undefined || belongs(disclosure, problem)),
      )
      .filter(({ message }) => message.includes(disclosure.agency.name))
      .map(({ message, origin }) =>
        textFinding(
          AGENCY_NAME,
          disclosure,
          message.replace(/；请核对。$/, ''),
          [{ text: /“(.+?)”/.exec(message)?.[1] ?? '', origin: origin ?? {} }],
          '核对编制单位',
        ),
      ),
    ...onCover(disclosure).map(({ name, text, origin }) =>
      textFinding(
        AGENCY_NAME,
        disclosure,
        `封面写的是“${name}”，各表的编制单位是“${disclosure.agency.name}”`,
        [{ text, origin }],
        '核对单位名称',
      ),
    ),
    ...strangers(disclosure),
  ],
};
