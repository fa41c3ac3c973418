/** Wrapped text in a cell: spaces between Chinese characters come from wrapping, those around Latin words are meant. */
export function joinWrapped(text: string): string {
  return text
    .replace(/[\s\u3000]+/g, ' ')
    .replace(/(?<=[\u2e80-\u9fff，。；：、（）“”！？《》])\s+(?=[\u2e80-\u9fff，。；：、（）“”！？《》])/g, '')
    .trim();
}
