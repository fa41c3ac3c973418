/** Which projects of the library a label means that something goes under: an authority line, a task. */
import { type Labelled, nameInLabel } from '@mingsuan/core/ledger/projects';
import { entriesMeant } from '@mingsuan/core/library/admission';
import type { LibraryProject } from '@mingsuan/store';

/**
 * The one of its code, else all of its name; a label with its code before the name says that others bear the name.
 * @param library of one unit @param beside others of the same budget: theirs are not meant
 */
export const projectsMeant = <P extends Pick<LibraryProject, 'code' | 'title'>>(
  of: Labelled,
  library: readonly P[],
  beside: readonly Labelled[] = [],
): readonly P[] => {
  const named = namedIn(of);
  const others = named.name === of.project ? beside.map(namedIn) : [{ ...named, code: null }];
  const entries = library.map((project) => ({ code: project.code, name: project.title, project }));
  return entriesMeant(named, entries, others).map(({ project }) => project);
};

const namedIn = (of: Labelled) => ({ code: of.code, name: nameInLabel(of) });
