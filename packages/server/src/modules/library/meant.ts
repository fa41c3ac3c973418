/** Which projects of the library a label means that something goes under: an authority line, a task. */
import { type Labelled, nameInLabel } from '@mingsuan/core/ledger/projects';
import { entriesMeant } from '@mingsuan/core/library/admission';
import type { LibraryProject } from '@mingsuan/store';

/**
 * The one of its code, else all of its name.
 * @param library of one unit @param beside others of the same budget: theirs are not meant
 */
export const projectsMeant = <P extends Pick<LibraryProject, 'code' | 'title'>>(
  of: Labelled,
  library: readonly P[],
  beside: readonly Labelled[] = [],
): readonly P[] =>
  entriesMeant(
    namedIn(of),
    library.map((project) => ({ code: project.code, name: project.title, project })),
    beside.map(namedIn),
  ).map(({ project }) => project);

const namedIn = (of: Labelled) => ({ code: of.code, name: nameInLabel(of) });
