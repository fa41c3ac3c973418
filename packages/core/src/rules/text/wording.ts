/** Wording: sentences cut off, residue of the template, broken characters, doubled words. */

import { beginsList, isNumbered } from '../../text/numbering.ts';
import { OPEN, UNFILLED } from '../../text/placeholders.ts';
import type { ReadRule } from '../rule.ts';
import { slipRule } from './slip.ts';

const CUT_OFF = slipRule(
  {
    id: 'text-cut-off',
    title: '句子没有说到一半就结束',
    severity: 'error',
    sure: '确定',
    check: '“主要原因是”“主要用于”“主要包括”之后应有内容，“合格率达到”之后应有数。',
  },
  [
    {
      // 考核合格率达，形成长效机制
      pattern:
        /(?:率|满意度|比例|占比)(?:达到?|不低于|不少于|不高于|不超过|(?:提高|提升|下降|降低)[至到])(?=[，。；])/g,
      describe: (quoted) => ({ message: `“${quoted}”说到一半，后面没有数`, suggestion: '补写要达到的数' }),
    },
    {
      pattern: /(?:主要原因(?:是|为)|原因(?:是|为)|主要用于|主要包括)[：:]?(?:[。；]|$|(?=\s*其\s*中\s*[：:]))/g,
      describe: (quoted) => ({ message: `“${quoted}”说到一半，后面没有内容`, suggestion: '补写原因或用途' }),
      // 主要包括： and the next paragraph tells it.
      except: (_, __, found, next) =>
        /[：:]$/.test(found) && next !== undefined && (!isNumbered(next.text.trim()) || beginsList(next.text.trim())),
    },
  ],
);

/** Words that say which way a figure went, and how two compare; a template offers two of them to choose from. */
const WAYS = ['增加|增长|上升|提高|减少|下降|降低|持平', '大于|小于|等于|高于|低于|多于|少于'];

/** 增加（减少）, 下降/增长/持平, 大于（小于、等于）: one word with others beside it. */
const CHOICE = WAYS.map(
  (words) =>
    `(?:${words})(?:[（(](?:${words})(?:[、/／或](?:${words}))*[）)](?:[（(](?:${words})[）)])?|(?:[/／](?:${words}))+)`,
).join('|');

/** 决算数大小于预算数, 比上年增加持平, 减增加3万元: two of them run together where one was to be taken out. */
const RUN_TOGETHER =
  '[大多高][小少低]于(?=(?:年初|全年|调整后?)?预算|上年)|(?:增加|增长|减少|下降)(?:持平|无(?:增减)?变化)|(?:减增[加长]|增减少)(?=\\s*\\d)';

/** （增加内容）, （请说明原因）, （如有，请填写）: what the template says to whoever fills it in. */
const INSTRUCTION = [
  '[（(【〔](?:增加|减少|增长|下降|变动|变化)(?:的)?(?:内容|原因|金额|数额|幅度)[）)】〕]',
  '[（(【〔](?:请|此处|该处|可|应|需|如有|若有|如无|若无|没有则|无则|根据实际|按实际|结合实际)[^（）()【】〔〕]{0,40}?(?:填写|填列|说明|列出|列示|注明|描述|补充|删除|删去|选择|调整|填报|公开)[^（）()【】〔〕]{0,20}[）)】〕]',
  '[（(【〔](?:填写|列示[至到]|简要说明|简述|自行|选填|必填)[^（）()【】〔〕]{0,40}[）)】〕]',
  // …资金10万元。（绩效目标管理情况，以及编报的项目数量、预算金额等）: behind a sentence, what it was to tell.
  '(?<=[。；])\\s*[（(](?=[^（）()]{0,60}(?:数量|个数|金额|数额))[^（）()\\d。]{8,60}等[）)]$',
  // What a form says of itself: 该样表适用于部门及其所属单位, 表头相应更改为….
  '[该此本]样表(?:适用于|供)[^。；，]{0,30}',
  '对本?(?:部门|单位)[^。；]{0,24}进行(?:详细|具体|简要)?说明。如[：:]',
  '(?:表头|标题|封面)相应(?:更改|修改|改)为',
  // It may go on in another line, or quote what to write.
  '[（(【〔]请(?:各|本)?(?:部门|单位)?(?:核实|核对|确认|据实|按实际|根据实际|结合实际|自行)',
].join('|');

const RESIDUE = slipRule(
  {
    id: 'text-residue',
    title: '没有模板的残留文字',
    severity: 'warning',
    sure: '较可靠',
    check: '没有“增加（减少）”“（请说明原因）”“XX局”“xxxx”“……”等模板中待选、待填的文字；标题、表名也查。',
  },
  [
    {
      pattern: new RegExp(`${CHOICE}|${RUN_TOGETHER}|[（(]持平[）)]`, 'g'),
      describe: (quoted) => ({
        message: `“${quoted}”是模板中供选择的文字，没有改成实际情况`,
        suggestion: '写明是增加、减少还是持平',
      }),
    },
    {
      pattern: new RegExp(INSTRUCTION, 'g'),
      describe: (quoted) => ({
        message: `“${quoted}”是模板中的填写说明，没有删去`,
        suggestion: '写明实际内容，删去填写说明',
      }),
      // 【请填写：…】 is told as a place that waits, once.
      except: (_, __, found) => found.search(OPEN) >= 0,
    },
    {
      pattern: UNFILLED,
      describe: (quoted, found) => ({
        message: `“${quoted}”中的“${found}”像是模板中没有填写的地方`,
        suggestion: '填写实际内容',
      }),
    },
    {
      pattern: /(?:是|用于|为|包括)[：:]?(?:…{1,2}|\.{3,6})[。；]?/g,
      describe: (quoted) => ({ message: `“${quoted}”像是模板中没有填写的地方`, suggestion: '填写实际内容' }),
    },
  ],
);

const DOCUMENT_NUMBER = slipRule(
  {
    id: 'text-document-number',
    title: '文号写全',
    severity: 'notice',
    sure: '较可靠',
    check: '发文字号“〔2009〕60 号”在年份和序号之后有“号”。',
  },
  [
    {
      pattern: /(?<=[\u4e00-\u9fff])〔(?:19|20)\d\d〕\s?\d{1,5}(?![\d\s]*(?:号|[、—～~-]\s?\d))/g,
      describe: (quoted, found) => ({ message: `“${quoted}”中的文号“${found}”少了“号”字`, suggestion: '补上“号”' }),
    },
  ],
);

const BEFORE_LATIN = /[\u4e00-\u9fff]\s?$/;

/** Latin words that Chinese texts use. */
const USUAL_LATIN = new Set(
  'app web logo vlog email wifi online offline internet kwh ppm pdf doc xls word excel html http https www com cn plus pro max min mini vip'.split(
    ' ',
  ),
);

const GARBLED = slipRule(
  {
    id: 'text-garbled',
    title: '文字显示正常',
    severity: 'warning',
    sure: '较可靠',
    check: '没有无法显示的字、乱码和夹在中文里的外文单词。',
  },
  [
    {
      pattern: /[\ufffd\ue000-\uf8ff]+/g,
      describe: (quoted) => ({ message: `“${quoted}”中有无法显示的字`, suggestion: '核对原文后重新导出' }),
      except: (block, index, found) => !found.includes('\ufffd') && /^[\s\d.、]*$/.test(block.text.slice(0, index)),
    },
    {
      pattern:
        /锟斤拷|烫烫烫|[\u00c0-\u00ff]{2,}|(?<=[\u4e00-\u9fff])(?:[□■▯]+|\?{1,3})(?=[\u4e00-\u9fff])(?![是否有无])/g,
      describe: (quoted, found) => ({
        message: `“${quoted}”中的“${found}”像是没有正常显示的字`,
        suggestion: '核对原文后重新导出',
      }),
    },
    {
      pattern: /(?<!\d)20\d\d[A-Za-z]{1,2}(?=\s?年)/g,
      describe: (quoted, found) => ({ message: `“${quoted}”中的“${found}”夹有字母`, suggestion: '删去多余的字母' }),
    },
    {
      pattern: /#(?:REF|VALUE|N\/A|DIV\/0|NAME|NUM)[!?]?|\b(?:NaN|undefined|null)\b/g,
      describe: (quoted, found) => ({
        message: `“${quoted}”中的“${found}”是公式出错的结果`,
        suggestion: '改正公式后重新导出',
      }),
    },
    {
      pattern: /(?<![A-Za-z0-9_.@/-])(?:[a-z]{3,}|Error|Test|Text|Title|Reference|Bookmark)(?![A-Za-z0-9_.@/-])/g,
      describe: (quoted, found) => ({ message: `“${quoted}”中夹有外文“${found}”`, suggestion: '改成中文' }),
      except: (block, index, found) =>
        /^x+$/.test(found) ||
        USUAL_LATIN.has(found) ||
        !BEFORE_LATIN.test(block.text.slice(0, index)) ||
        !/^\s?[\u4e00-\u9fff，。、；]/.test(block.text.slice(index + found.length)),
    },
  ],
);

/** Doubled particles, with the words in which two of them meet: 目的的确, 以及及时, 和和谐, 行为为…. */
const PARTICLES =
  /(?<!目)的的(?!确)|(?<!干)预(?=预算)|(?<!为|终)了了(?!解)|及及(?!时|早|格)|和和(?!谐|平|睦|解|美)|与与(?!会)|(?<!存|现|实|潜|所|正)在在(?!职|线|校|岗|编|建|途|籍|读|册|办)|(?<!行|作|认|成|改)为为(?!期|民|人|主|何)|(?<!还|但|就|可|只|正)是是(?!否|非)|由由|按按(?!时|期)|并并|或或(?!者)|将将(?!近|来)|对对(?!外|接|口|策|象|比|方|照|应|标|内)/g;

/** Two-character words that are said twice on purpose. */
const IN_PAIRS =
  /^(?:(?:研究|讨论|学习|商量|考虑|了解|检查|锻炼|常常|往往|刚刚|渐渐|稍稍|一步|一点|一项|一个|越来)+|[一二三四五六七八九十百千]+)$/;

/** 分网分域, 逐项逐级: what follows goes on in the same step. */
const IN_STEPS = /^(.[分按逐各一全多可应自随])\1$/;

const DOUBLED = slipRule(
  {
    id: 'text-doubled',
    title: '没有重复的字词',
    severity: 'notice',
    sure: '供参考',
    check: '“的的”“意见意见”等紧接着重复的字词，多为笔误。',
  },
  [
    {
      pattern: PARTICLES,
      describe: (quoted, found) => ({ message: `“${quoted}”中“${found}”像是重复了`, suggestion: '删去重复的字词' }),
    },
    {
      pattern: /([\u4e00-\u9fff]{2,8})\1/g,
      isCopied: true,
      // 教育支出支出86万元: the class, then what was spent; 某县人民政府政府采购支出: whose, then what.
      except: (block, index, found) =>
        IN_PAIRS.test(found) ||
        IN_STEPS.test(found) ||
        (found === '政府政府' && /^(?:采购|购买|性基金|债)/.test(block.text.slice(index + found.length))) ||
        (found === '支出支出' && /^\s*(?:\d|决算|预算|为)/.test(block.text.slice(index + found.length))),
      describe: (quoted, found) => ({ message: `“${quoted}”中“${found}”像是重复了`, suggestion: '删去重复的字词' }),
    },
  ],
);

export const WORDING_RULES: readonly ReadRule[] = [CUT_OFF, RESIDUE, DOCUMENT_NUMBER, GARBLED, DOUBLED];
