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

const BODY = '(?:[局厅署院]|委员会|委|办公室|办事处|中心|学校|学院|医院|法院|检察院|联合会|总工会|大队|支队)';
/** What is told of the agency itself. */
const ABOUT =
  '(?=(?:（[^）]*）)?(?:20\\d\\d年|收入(?:预算|支出|总计)|支出预算|财政拨款|部门预算|单位预算|“三公|机关运行|安排政府采购|政府采购|共有车辆|上年末固定资产|一般公共预算|(?:收、支|收支)总))';

/** 上海市普陀区司法局 → 上海市普陀区: what its neighbours' names begin with, in full or from 普陀区 on. */
const REGION = /^国家(?=.{2,})|^[^（(]*(?:[省区县旗]|市(?![场政容民监]))(?=.{2,})/;
const LOCAL = /(?<=[省市])[^省市]{2,}$/;

function strangers(disclosure: Disclosure): Finding[] {
  const own = unspaced(disclosure.agency.name);
  // Brackets may hold another region, and have a meaning in patterns.
  const region = REGION.exec(own.replace(/[（(][^）)]*[）)]?/g, ''))?.[0]?.replace(/[^\u4e00-\u9fff]/g, '');
  // 区直工委 begins with no place.
  if (!region || region.length < 2 || own.length < region.length + 2) return [];
  const text = printedLines(disclosure);
  const organised = [
    ...disclosure.explanation
      .filter(({ title, part }) => /机构|单位构成|职责|职能|基本情况|概况/.test(`${title}${part ?? ''}`))
      .map((section) => section.text),
    ...rowsOf(disclosure, ORGANIZATION).map(({ unit }) => unit),
  ].join('\n');
  const local = LOCAL.exec(region)?.[0];
  const places = [region, ...(local ? [local] : [])].map(literally).join('|');
  const named = new RegExp(`(?:${places})[\\u4e00-\\u9fff]{1,14}?${BODY}${ABOUT}`, 'g');
  const found = text
    .filter(({ section }) => !/名词解释|机构|单位构成|职责|职能|概况/.test(section))
    .flatMap(({ block }) =>
      [...plainText(block.text).matchAll(named)]
        .filter(
          ([name]) =>
            !own.includes(name) &&
            !name.includes(own) &&
            !organised.includes(name) &&
            !organised.includes(name.replace(region, '')),
        )
        .map((match) => ({
          name: match[0],
          text: quote(match.input, match.index, match.index + match[0].length),
          origin: lineAt(block, match.index),
        })),
    );
  const [first] = found;
  // A body told again and again is one of the agency's units.
  if (!first || found.length > 2) return [];
  const message = `“${first.text}”说的是“${first.name}”，本文本是${own}的`;
  return [
    textFinding(
      AGENCY_NAME,
      disclosure,
      message,
      found.map(({ text: words, origin }) => ({ text: words, origin })),
      `核对后改为“${own}”`,
    ),
  ];
}

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
    '封面和各表的编制单位相同；说明中讲收支、采购、车辆的句子，主语不是同一地区的另一个单位（机构设置中所列单位除外）。',
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
