import { isProjectCode } from '@mingsuan/core/library/project-code';

const CODE_LENGTH = 21;

/** A project's name without the code that some print before it, and that code. */
export function projectTitle(name: string): { readonly title: string; readonly code?: string } {
  const code = name.slice(0, CODE_LENGTH);
  const rest = name.slice(CODE_LENGTH).replace(/^[-—－_\s]+/, '');
  return isProjectCode(code) && rest !== '' ? { title: rest, code } : { title: name };
}
