/** Whose document it is, of which year and kind: the fields by vote of all the places that tell them. */
import { findRegion } from '@mingsuan/core/classification/index';
import type { Agency, Origin, Stage } from '@mingsuan/core/disclosure';
import type { FieldsTold, Witness } from '@mingsuan/core/model/identity';
import { squeeze } from '@mingsuan/core/text/fold';
import { isOwnOffice } from '@mingsuan/core/vocabulary/index';
import type { Paragraph } from '../layout.ts';
import { agencyInDuties, agencyOnCover, hasPlace, withoutSummary } from './agency-name.ts';
import { type Caption, readCaptionLine } from './caption.ts';
import type { LogicalTable } from './logical-tables.ts';
import { governmentTitle } from './of-government.ts';
import {
  type Beside,
  folderLines,
  type Line,
  linesThatTell,
  namesIn,
  ofEvaluation,
  plainName,
  stageIn,
  yearIn,
} from './told.ts';
import { elect, type Vote } from './vote.ts';

export interface Identity {
  readonly agency: Agency;
  readonly year?: number;
  /** A budget where nothing tells: `told` says that it is assumed. */
  readonly stage: Stage;
  readonly told: FieldsTold;
  /** The lines that name the document; they may tell its region where the agency's name does not. */
  readonly lines: readonly string[];
  /** The title by which it is no department's, but a whole government's. */
  readonly government?: string;
}

/** An agency that nothing names has the empty name, which equals no other. */
export function identify(
  tables: readonly LogicalTable[],
  text: readonly Paragraph[],
  contents: readonly { readonly text: string }[],
  beside: Beside = { running: [] },
): Identity {
  const lines = linesThatTell(tables, text, contents, beside);
  const saidBy = (...witnesses: readonly Witness[]) =>
    lines.flatMap(({ witness, text: line }) => (witnesses.includes(witness) ? [line] : []));
  const government = governmentTitle(saidBy('cover'), saidBy('heading', 'title', 'contents'));
  const captions = captionsOf(tables, text);
  const voted = nameVotes(captions, lines);
  const folder = folderLines(beside);
  const names = elect(firstOf(inFull(withPlaces(voted, lines)), dutyVotes(lines), nameVotes([], folder)), saysMore);
  const name = names.value ?? '';
  const codes = elect(
    captions.flatMap(({ caption: { agencyCode, agencyName = '' } }) =>
      agencyCode && (name === '' || plainName(agencyName) === name)
        ? [{ value: agencyCode, witness: 'caption' as const, text: `${agencyCode} ${agencyName}` }]
        : [],
    ),
  );
  const years = [...captionYears(captions), ...votesOf(lines, (line) => yearIn(line))];
  const front = beside.front ?? [];
  const year = elect(
    firstOf(
      years,
      votesOf(brokenCover(lines), yearIn),
      votesOf([...front, ...brokenCover(front)], yearIn),
      votesOf(folder, yearIn),
    ),
  );
  const stage = elect(
    firstOf(votesOf(lines, stageIn), votesOf(lines, ofEvaluation), votesOf(front, stageIn), votesOf(folder, stageIn)),
  );
  return {
    agency: { ...(codes.value ? { code: codes.value } : {}), name, level: levelOf(name, lines) },
    ...(year.value === undefined ? {} : { year: year.value }),
    stage: stage.value ?? 'budget',
    told: { agency: names.told, year: year.told, stage: stage.told },
    lines: saidBy(...NAMING),
    ...(government === undefined ? {} : { government }),
  };
}

/** The first of several that says anything. */
const firstOf = <T>(...votes: readonly (readonly Vote<T>[])[]): readonly Vote<T>[] =>
  votes.find(({ length }) => length > 0) ?? [];

/** Witnesses whose lines name the document itself. */
const NAMING: readonly Witness[] = ['cover', 'running', 'heading', 'file'];

/** What stands above a table, or like that at the front. */
interface PlacedCaption {
  readonly caption: Caption;
  readonly origin: Origin;
}

const FRONT = 12;

const captionsOf = (tables: readonly LogicalTable[], text: readonly Paragraph[]): PlacedCaption[] => [
  ...tables,
  ...text.slice(0, FRONT).flatMap((paragraph) => {
    const caption = readCaptionLine(paragraph);
    return caption ? [{ caption, origin: paragraph.origin }] : [];
  }),
];

function nameVotes(placed: readonly PlacedCaption[], lines: readonly Line[]): Vote<string>[] {
  const captions = placed.flatMap(({ caption: { agencyName }, origin }) =>
    agencyName !== undefined && isPrinted(agencyName)
      ? [{ value: plainName(agencyName), witness: 'caption' as const, text: agencyName, origin }]
      : [],
  );
  const cover = lines.filter(({ witness }) => witness === 'cover');
  const onCover = agencyOnCover(cover.map(({ text }) => text));
  return [
    ...captions,
    ...(onCover ? [{ ...cover[0]!, value: onCover, text: cover.map(({ text }) => text).join('') }] : []),
    ...lines.flatMap((line) => namesIn(line).map((value) => ({ ...line, value }))),
  ];
}

/** Who is said to publish it: 发布机构：某市某乡人民政府. */
const PUBLISHER = /(?:(?:发布|发文|公开|信息)(?:机构|机关|单位|来源)|文章来源|来源)[:|]*([\u4e00-\u9fff]{4,40})/;

/** Names that leave their place out (县政府办, 某乡人民政府) as the one name that tells it, told elsewhere or by who publishes the document. */
function withPlaces(votes: readonly Vote<string>[], lines: readonly Line[]): readonly Vote<string>[] {
  const publishers = lines.flatMap(({ text }) => PUBLISHER.exec(text)?.[1] ?? []);
  const placed = [...new Set([...votes.map(({ value }) => value), ...publishers])].filter(hasPlace);
  return votes.map((vote) => {
    const fuller = findRegion(vote.value)
      ? []
      : placed.filter(
          (name) => name.endsWith(vote.value) && name !== vote.value && (findRegion(name) || !hasPlace(vote.value)),
        );
    return fuller.length === 1 ? { ...vote, value: fuller[0]! } : vote;
  });
}

/** Short names (襄阳中院) as the one name that the document prints in full (襄阳市中级人民法院). */
function inFull(votes: readonly Vote<string>[]): readonly Vote<string>[] {
  const values = [...new Set(votes.map(({ value }) => value))];
  return votes.map((vote) => {
    const [full, ...others] = values.filter((name) => isShortFor(vote.value, name));
    return full !== undefined && others.length === 0 ? { ...vote, value: full } : vote;
  });
}

/** Whether a name leaves out what its place is (市, 县) and most of what the body is called, but neither an end nor the order of its words. */
function isShortFor(short: string, full: string): boolean {
  const [, stem = '', rest = ''] = /^(.{2,6}?)[省市区县旗州盟](.+)$/.exec(full) ?? [];
  const own = short.slice(stem.length);
  if (stem === '' || !short.startsWith(stem) || own.length < 2 || own.length * 2 > rest.length) return false;
  let at = -1;
  const isInOrder = [...own].every((char) => {
    at = rest.indexOf(char, at + 1);
    return at >= 0;
  });
  return isInOrder && own.at(-1) === rest.at(-1);
}

/** Where nothing names the agency, the first paragraph that tells its duties may. */
function dutyVotes(lines: readonly Line[]): Vote<string>[] {
  const votes = votesOf(
    lines.filter(({ witness }) => witness === 'words' || witness === 'cover'),
    ({ text }) => agencyInDuties(text),
  );
  return votes.slice(0, 1);
}

/** The lines of a cover with the next one each: a title may be broken behind its year. */
function brokenCover(lines: readonly Line[]): readonly Line[] {
  const cover = lines.filter(({ witness }) => witness === 'cover');
  return cover.slice(1).map((line, i) => ({ ...line, text: `${cover[i]!.text}${line.text}` }));
}

/** A name in a caption is as it is printed; only what is a sum of money, a unit, a sentence or a blank is none. */
const isPrinted = (name: string) =>
  !/^(?:[百千十]?[万亿]?元)(?:[（(].*[）)])?$|^万$|[。；！？_]|[xX×Ｘ*]{2}|^[本各我该](?:部门|单位)/.test(
    name.trim(),
  ) && name.trim().length > 1;

/** 广州市信访局 beside 信访局, 某局（本级） beside 某局; what stands before a name with its place is no part of it. */
const saysMore = (name: string, other: string): boolean =>
  name.length > other.length &&
  ((name.endsWith(other) && findRegion(other) === undefined) ||
    (name.startsWith(other) && /^[（(].*[）)]$/.test(name.slice(other.length))));

const captionYears = (captions: readonly PlacedCaption[]): Vote<number>[] =>
  captions.flatMap(({ caption: { year }, origin }) =>
    year ? [{ value: year, witness: 'caption' as const, text: String(year), origin }] : [],
  );

const votesOf = <T>(lines: readonly Line[], tell: (line: Line) => T | undefined): Vote<T>[] =>
  lines.flatMap((line) => {
    const value = tell(line);
    return value === undefined ? [] : [{ ...line, value }];
  });

/** What titles say whose it is of: 部门综合预算收支总表, 单位预算. */
const OF_LEVEL = '(?:综合)?(?:财务|预算|决算|收支|收入|支出|财政|一般|政府|国有|"?三公|基本)';
const LEVEL_TOLD = new RegExp(`(?:部门|单位)${OF_LEVEL}`);
const UNIT_TOLD = new RegExp(`单位${OF_LEVEL}|预算单位:`);
const DEPARTMENT_TOLD = new RegExp(`部门${OF_LEVEL}|主管部门:`);

/** 2026年部门预算情况说明, 2024年度部门决算: the one level that a cover names. */
const COVER_LEVEL = /^(?!.*单位.*部门|.*部门.*单位).*\d{4}年度?(?:部门|单位)(?:综合)?[预决]算/;

/** What more of the titles say; a department's own office is a unit. */
function levelOf(name: string, lines: readonly Line[]): Agency['level'] {
  if (isOwnOffice(withoutSummary(name))) return 'unit';
  let unit = 0;
  let department = 0;
  const cover = lines.filter(({ witness, text }) => witness === 'cover' && COVER_LEVEL.test(squeeze(text)));
  const titles = lines.filter(({ witness }) => !['words', 'contents', 'file'].includes(witness));
  // A cover's title says whose budget it is where tables are 单位收支总表 by their form, but none is of a 单位预算: what stands below it may
  // be the heading of a part (部门预算情况说明). One that says 单位 is of a unit, though its tables be 部门综合预算收支总表 by their form. Contents
  // tell where no title does.
  const telling =
    cover.length > 0 &&
    (UNIT_TOLD.test(squeeze(cover[0]!.text)) ||
      !titles.some(({ witness, text }) => witness !== 'cover' && /单位[预决]算/.test(squeeze(text))))
      ? cover.slice(0, 1)
      : titles.some(({ text }) => LEVEL_TOLD.test(text))
        ? titles
        : lines.filter(({ witness }) => witness !== 'words' && witness !== 'file');
  for (const { text } of telling) {
    if (UNIT_TOLD.test(text)) unit++;
    else if (DEPARTMENT_TOLD.test(text)) department++;
  }
  return unit > department ? 'unit' : 'department';
}
