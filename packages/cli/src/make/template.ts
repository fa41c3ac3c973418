/** Templates as people name them. */
import { TEMPLATES, type Template, templateById } from '@mingsuan/core/templates/index';
import type { Messages } from '../messages/index.ts';
import { UsageError } from '../options.ts';

/** @throws UsageError where there is none of this id */
export function templateNamed(id: string, words: Messages): Template {
  const template = templateById(id);
  if (template) return template;
  throw new UsageError(
    words.make.unknownTemplate(
      id,
      TEMPLATES.map((each) => each.id),
    ),
  );
}
