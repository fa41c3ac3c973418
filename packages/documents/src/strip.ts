/** `text` without `marks` at both ends. A pattern for the end would begin anew at each run of them, and a cell may hold thousands. */
export function stripped(text: string, marks: string): string {
  let [start, end] = [0, text.length];
  while (start < end && marks.includes(text[start]!)) start++;
  while (end > start && marks.includes(text[end - 1]!)) end--;
  return text.slice(start, end);
}
