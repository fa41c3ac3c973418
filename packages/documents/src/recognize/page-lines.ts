/** What a site prints around a document: menus, the way to the page, when and by whom it was published. It is no text of the document. */
import { squeeze } from '@mingsuan/core/text/fold';

/** 首页 > 政务公开 > 财政预决算: the way to a page tells of the site, not of the document. */
const isWay = (line: string): boolean =>
  (line.match(/[>›»＞]/g)?.length ?? 0) > 0 || /^(?:当前|您的?|现在)?(?:所在)?位置/.test(line.trim());

/** Words of a menu, and none of a title. */
const MENU_WORD = /^(?!.*[预决]算)[\u4e00-\u9fff]{2,6}$/;
const FEWEST_WORDS = 5;

/** 首页 新闻中心 信息公开 政务服务 政民互动: many short words, and nothing that a title says. */
function isMenu(line: string): boolean {
  const words = line.trim().split(/[\s|]+/);
  return words.length >= FEWEST_WORDS && words.every((word) => MENU_WORD.test(word));
}

/** A sentence may quote a title in brackets of that shape: 《关于印发<…>的通知》. */
const SENTENCE = /[。；，<＜〈]/;

/** Whether a line leads through the site: it tells nothing of the document. */
export const leadsThroughSite = (line: string): boolean => !SENTENCE.test(line) && (isWay(line) || isMenu(line));

const PUBLISHED =
  /^[•·\-【[]*(?:(?:发布|发表|发文|更新|公开|成文|信息|文章|稿件|责任)?(?:时间|日期|来源|机构|机关|作者|编辑)|(?:浏览|点击|阅读|访问)(?:次数|量|数)?|字[体号](?:大小)?|(?:监督)?索引号|文号|打印|分享到?)[:|\d]/;

/** Whether a line says when, by whom or how often a page was published: 发布时间：2024-08-21 浏览次数：【字体：. */
export const tellsPublication = (line: string): boolean => !SENTENCE.test(line) && PUBLISHED.test(squeeze(line));
