/** The page's only script: it shows the findings that fit the filter. Without it, all are shown. */
export const SCRIPT = `
const form = document.getElementById('filter');
const shown = form.querySelector('output');
const articles = [...document.querySelectorAll('article')].map((element) => ({ element, text: element.textContent.toLowerCase() }));
const sections = [...document.querySelectorAll('main > section[data-document]')];
function apply() {
  const severities = new Set([...form.querySelectorAll('[name=severity]:checked')].map(({ value }) => value));
  const rule = form.elements.rule.value;
  const document = form.elements.document.value;
  const words = form.elements.search.value.trim().toLowerCase();
  let count = 0;
  for (const { element, text } of articles) {
    const fits = severities.has(element.dataset.severity) && (!rule || rule === element.dataset.rule)
      && (!document || document === element.dataset.document) && text.includes(words);
    element.hidden = !fits;
    if (fits) count += 1;
  }
  for (const section of sections) section.hidden = document !== '' && document !== section.dataset.document;
  shown.textContent = shown.dataset.words.replace('{shown}', count).replace('{all}', articles.length);
}
form.hidden = false;
form.addEventListener('input', apply);
form.addEventListener('submit', (event) => event.preventDefault());
apply();
`;
