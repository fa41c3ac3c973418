/** What functional items are spent on: items that every unit has by their names, others by the projects they pay for. */
import type { Project } from '../ledger/ledger.ts';
import { UNNAMED_PROJECTS } from '../ledger/projects.ts';
import { guessOf } from '../ledger/unconfirmed.ts';

const USUAL: readonly (readonly [name: RegExp, purpose: string])[] = [
  [/^行政运行$/, '保障机关正常运转的人员经费和日常公用经费'],
  [/^事业运行$/, '保障所属事业单位正常运转的人员经费和日常公用经费'],
  [/^机关服务$/, '为机关提供后勤服务的支出'],
  [/^(?:行政|事业)单位离退休$/, '离退休人员的相关支出'],
  [/^机关事业单位基本养老保险缴费支出$/, '按规定为在职人员缴纳基本养老保险'],
  [/^机关事业单位职业年金缴费支出$/, '按规定为在职人员缴纳职业年金'],
  [/^其他行政事业单位养老支出$/, '其他养老方面的支出'],
  [/^(?:行政|事业)单位医疗$/, '按规定为在职人员缴纳基本医疗保险'],
  [/^公务员医疗补助$/, '按规定安排的公务员医疗补助'],
  [/^住房公积金$/, '按规定比例为在职人员缴纳住房公积金'],
  [/^购房补贴$/, '按规定发放的购房补贴'],
  [/^提租补贴$/, '按规定发放的提租补贴'],
];

const NAMED_PROJECTS = 3;

export interface SpentItem {
  readonly code: string;
  readonly name: string;
  /** Whether basic expenditure is all of it. */
  readonly basic: boolean;
}

/** Undefined where a person must say it. */
export function purposeOf(item: SpentItem, projects: readonly Project[] = []): string | undefined {
  const usual = USUAL.find(([name]) => name.test(item.name))?.[1];
  if (usual) return usual;
  const names = projects
    .filter(
      ({ name, lines }) =>
        name !== UNNAMED_PROJECTS && lines.some((line) => line.item === item.code && guessOf(line) !== 'spread'),
    )
    .map(({ name }) => name);
  if (names.length > 0) {
    const told = names.slice(0, NAMED_PROJECTS).map((name) => `“${name}”`);
    return `${told.join('、')}${names.length > NAMED_PROJECTS ? '等' : ''}项目支出`;
  }
  return item.basic ? '人员经费和日常公用经费等基本支出' : undefined;
}
