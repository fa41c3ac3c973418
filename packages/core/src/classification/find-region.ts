/** Which region an agency's name says it belongs to. */
import { lazy } from '../memo.ts';
import { squeeze } from '../text/fold.ts';
import type { Entry } from './entry.ts';
import { CENTRAL, isGrouping, regionConcepts, regionEntry, regionLevel, regionParent } from './regions.ts';

interface Place {
  readonly code: string;
  readonly name: string;
  /** 安徽 of 安徽省: a name without what says that it is one. */
  readonly isShort: boolean;
  readonly isCurrent: boolean;
}

const PEOPLES =
  /(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|侗|白|土家|哈尼|哈萨克|傣|傈僳|羌|景颇|柯尔克孜)族|(?:维吾尔|哈萨克|柯尔克孜|(?<!内)蒙古)(?=自治)/g;

/** 河北省 → 河北; 恩施土家族苗族自治州 → 恩施州, 恩施. Counties have none: 新华 is also a bookshop, 黄浦 a river. */
function shortNames(name: string, level: number): string[] {
  if (level === 3) return [];
  if (!name.includes('自治')) return [name.replace(/(?:省|市|地区|盟)$/, '')];
  const stem = name.replace(PEOPLES, '').replace(/自治[区州]$/, '');
  return level === 1 ? [stem] : [stem, `${stem}州`];
}

function placesOf(code: string): Place[] {
  const concept = regionConcepts().get(code)!;
  return concept.names
    .filter(({ name }) => !isGrouping(name))
    .flatMap((period) => {
      const isCurrent = period.to === undefined;
      const full = { code, name: period.name, isShort: false, isCurrent };
      const short = shortNames(period.name, regionLevel(code)).filter(
        (name) => name.length >= 2 && name !== period.name,
      );
      return [
        full,
        ...short.map((name) => ({ code, name, isShort: !name.endsWith('州') || name.length < 3, isCurrent })),
      ];
    });
}

/** All names by their first two characters. 中央 is no name that others begin with: 中央大街街道办事处 is a town's. */
const places = lazy(() => {
  const index = new Map<string, Place[]>();
  for (const code of regionConcepts().keys())
    if (code !== CENTRAL)
      for (const place of placesOf(code)) {
        const key = place.name.slice(0, 2);
        const known = index.get(key);
        if (known) known.push(place);
        else index.set(key, [place]);
      }
  return index;
});

function isWithin(code: string, region: string): boolean {
  if (code === region) return false;
  const parent = regionParent(code);
  return parent !== undefined && (parent === region || isWithin(parent, region));
}

/** What may follow a city's short name of two characters: 保定高新区…, but not 安康医院. */
const AFTER_SHORT = /^(?:高新|经济|经开|开发区|新区|保税|综合保税|综保|技术)/;

function isPlausible(place: Place, text: string): boolean {
  if (!place.isShort || place.name.length > 2 || regionLevel(place.code) === 1) return true;
  const rest = text.slice(place.name.length);
  return AFTER_SHORT.test(rest) || matches(rest, place.code).length > 0;
}

/** The longest names that `text` begins with, within `region` where given; the present ones where there are any. */
function matches(text: string, region?: string): Place[] {
  const all = (places().get(text.slice(0, 2)) ?? []).filter(
    (place) =>
      text.startsWith(place.name) && (region === undefined || (!place.isShort && isWithin(place.code, region))),
  );
  const plausible = region === undefined ? all.filter((place) => isPlausible(place, text)) : all;
  const longest = Math.max(0, ...plausible.map((place) => place.name.length));
  const best = plausible.filter((place) => place.name.length === longest);
  const current = best.filter((place) => place.isCurrent);
  return current.length > 0 ? current : best;
}

const BEFORE =
  /^(?:中国共产党|中共|中国人民政治协商会议|政协|共产主义青年团|共青团|中国民主同盟|民盟|中国国民党革命委员会|民革|\d+)+/;

/** The one place, or the one within the context, or the one that the others belong to. */
function single(found: readonly Place[], context: string | undefined): Place | undefined {
  const codes = new Set(found.map((place) => place.code));
  if (codes.size === 1) return found[0];
  if (context === undefined) return undefined;
  const near = found.filter((place) => place.code === context || isWithin(place.code, context));
  if (new Set(near.map((place) => place.code)).size === 1) return near[0];
  const above = regionParent(context);
  return above && above !== context ? single(found, above) : undefined;
}

/**
 * Ministries and what reports to them: 国家信访局, 中华人民共和国财政部. Branches in a place (国家税务总局某县税务局), parks and reserves of
 * national rank are named alike and are not.
 */
const OF_THE_STATE =
  /^(?:中华人民共和国|国家|国务院|中共中央|中国共产党中央|最高人民|全国人民代表大会|全国人大|中国人民政治协商会议全国委员会|全国政协)(?!.*(?:国家级|公园|保护区|示范|[省市县区旗州](?!场))).*(?:局|署|部|院|委员会|办公室|办公厅|总社|人大|政协)$/;

/**
 * The region an agency name begins with, as deep as the name goes: 上海市普陀区商务委员会 → 310107,
 * 石家庄高新技术产业开发区管理委员会办公室 → 130171, 中共石家庄市鹿泉区委办公室 → 130110.
 * A name that several regions have (普陀区 alone) is undefined, unless `context`, a region's code, lies in or above one of them.
 * A body of the state as a whole is of 中央.
 */
export function findRegion(agency: string, context?: string): Entry | undefined {
  const text = squeeze(agency).replace(BEFORE, '');
  let place = single(matches(text), context);
  if (!place) return OF_THE_STATE.test(squeeze(agency)) ? regionEntry(CENTRAL) : undefined;
  let rest = text.slice(place.name.length);
  for (
    let below = single(matches(rest, place.code), undefined);
    below;
    below = single(matches(rest, place.code), undefined)
  ) {
    place = below;
    rest = rest.slice(below.name.length);
  }
  const { code, name } = place;
  return regionEntry(
    code,
    regionConcepts()
      .get(code)
      ?.names.find((period) => period.name === name)?.to,
  );
}
