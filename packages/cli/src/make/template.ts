/** Templates as people name them. */
import type { Ledger } from '@mingsuan/core/ledger/ledger';
import type { Template } from '@mingsuan/core/templates/index';
import type { Messages } from '../messages/messages.ts';
import { UsageError } from '../options.ts';
import type { World } from '../world.ts';

/** @throws UsageError where there is none of this id */
export async function templateNamed(id: string, world: World, words: Messages): Promise<Template> {
  const { bundled } = await import('@mingsuan/core/jurisdictions/index');
  const { templateById } = await import('@mingsuan/core/templates/index');
  const jurisdictions = world.jurisdictions ?? bundled();
  const template = templateById(id, jurisdictions);
  if (template) return template;
  throw new UsageError(
    words.make.unknownTemplate(
      id,
      jurisdictions.templates.map((each) => each.id),
    ),
  );
}

/** The template asked for, else the one that the ledger names, else that of its region and year. @throws UsageError where none fits */
export async function templateFor(
  { region, year, stage = 'budget', template: own }: Pick<Ledger, 'region' | 'year' | 'stage' | 'template'>,
  named: Template | undefined,
  world: World,
  words: Messages,
): Promise<Template> {
  if (named) return named;
  if (own !== undefined) return templateNamed(own, world, words);
  const { chooseTemplate } = await import('@mingsuan/core/templates/choose');
  const template = chooseTemplate(region?.code, year, stage, world.jurisdictions);
  if (!template) throw new UsageError(words.make.noTemplate);
  return template;
}
