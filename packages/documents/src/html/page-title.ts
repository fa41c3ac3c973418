/** What a web page calls itself, beside what it shows: sites of governments say it in `ArticleTitle`, others in `title` with the site's name behind. */

import { Parser } from 'htmlparser2';

/** Between the title of what is shown and the name of the site: …部门决算公开_某市人民政府, … - 信息公开. */
const SITE = /[_|｜]|\s*[-–—]{1,2}\s*(?=[^-–—]*(?:网站?|门户|政府|公开|平台|局|厅|委|院)$)/;
/** A column of the site is called 部门预算, too: what names a document names its year. */
const OF_A_DOCUMENT = /20\d\d年?.*[预决]算|[预决]算.*20\d\d/;
/** What stands before the text of a page. */
const HEAD = 20_000;

/**
 * The title of the document that a site's page shows; undefined where the page calls itself nothing that names one. A file that an office
 * program saved has a `title`, too, often that of the file it was copied from: it names no site behind it.
 */
export function pageTitle(html: string): string | undefined {
  const { article, title } = titlesIn(html.slice(0, HEAD));
  const [shown = '', site] = title.split(SITE);
  const told = (article || (site ? shown : '')).trim();
  return OF_A_DOCUMENT.test(told) ? told : undefined;
}

function titlesIn(head: string): { readonly article: string; readonly title: string } {
  let article = '';
  let title = '';
  let isTitle = false;
  const parser = new Parser({
    onopentag(name, { name: says = '', content = '' }) {
      if (name === 'meta' && says.toLowerCase() === 'articletitle') article ||= content;
      isTitle = name === 'title' && title === '';
    },
    ontext(text) {
      if (isTitle) title += text;
    },
    onclosetag() {
      isTitle = false;
    },
  });
  parser.end(head);
  return { article, title };
}
