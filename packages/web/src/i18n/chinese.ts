/**
 * Names and words of documents stay Chinese on an English page: what holds nothing else is told to be Chinese, so that it is read
 * aloud rightly and set in the right font. Lists of choices, charts' controls and whatever else shows a name need not each say so.
 */

const HAN = /\p{Script=Han}/u;
/** English words in a text: it is not Chinese as a whole. */
const ENGLISH = /\s[a-z]{2}|[a-z]{2}\s/i;

const ownText = (element: Element): string =>
  Array.from(element.childNodes, (node) => (node.nodeType === Node.TEXT_NODE ? node.nodeValue : '')).join('');

/** Marks what is there and what comes. @returns what takes the marks away and ends it */
export function markChinese(root: Element): () => void {
  const marked = new Set<Element>();
  const look = (element: Element): void => {
    const text = ownText(element);
    const isChinese = HAN.test(text) && !ENGLISH.test(text);
    if (isChinese && !element.hasAttribute('lang')) {
      element.setAttribute('lang', 'zh-CN');
      marked.add(element);
    } else if (!isChinese && marked.delete(element)) {
      element.removeAttribute('lang');
    }
  };
  const lookWithin = (element: Element): void => {
    look(element);
    for (const each of element.querySelectorAll('*')) look(each);
  };
  const observer = new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      const element = target instanceof Element ? target : target.parentElement;
      if (element) look(element);
      for (const node of addedNodes) if (node instanceof Element) lookWithin(node);
    }
    for (const element of marked) if (!element.isConnected) marked.delete(element);
  });
  lookWithin(root);
  observer.observe(root, { childList: true, characterData: true, subtree: true });
  return () => {
    observer.disconnect();
    for (const element of marked) element.removeAttribute('lang');
  };
}
