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

/** The template asked for, else that of the ledger's region and year. @throws UsageError where none fits */
export async function templateFor(
  { region, year, stage = 'budget' }: Pick<Ledger, 'region' | 'year' | 'stage'>,
  named: Template | undefined,
  { jurisdictions }: World,
  words: Messages,
): Promise<Template> {
  const { chooseTemplate } = await import('@mingsuan/core/templates/choose');
  const template = named ?? chooseTemplate(region?.code, year, stage, jurisdictions);
  if (!template) throw new UsageError(words.make.noTemplate);
  return template;
}
