/** A project as it is answered: what this person may see of its review, and where else it stands. */
import { type Labelled, projectNamed } from '@mingsuan/core/ledger/projects';
import type { Role } from '@mingsuan/core/process/roles';
import {
  approvedBudgets,
  type LibraryProject,
  listGrants,
  listProjects,
  listTasks,
  listWork,
  type ProjectReviewer,
  projectAmounts,
  projectInspections,
  projectReviewers,
  type Store,
  type Worker,
  workHistory,
} from '@mingsuan/store';
import { compiledOf, isCompiled } from '../work/compiled.ts';
import { offersOf } from '../work/offers.ts';
import { today } from '../work/sight.ts';
import { projectsMeant } from './meant.ts';

export interface ProjectSeen {
  readonly project: LibraryProject;
  readonly worker: Worker;
  /** Whether a role there lets everything be seen; an expert sees what is to be reviewed. */
  readonly isOffice: boolean;
}

/** Roles of the bureau, which see who said what. */
const isBureau = (roles: readonly Role[]): boolean =>
  roles.some((role) => ['bureau-office', 'bureau-budget', 'performance-office', 'auditor'].includes(role));

/** Opinions of others are hidden from whoever is asked and has not answered; the unit sees them when the review has ended, without names. */
function reviewsShown(
  reviewers: readonly ProjectReviewer[],
  { project, worker, isOffice }: ProjectSeen,
  person: number,
) {
  const own = reviewers.filter(({ version }) => version === project.version);
  const owes = own.some(({ personId, opinion }) => personId === person && opinion === null);
  const isOver = project.state !== 'appraisal';
  const seesAll = !owes && (isBureau(worker.roles) || isOver || !isOffice);
  return reviewers.map(({ id, version, personId, person: name, due, opinion }) => {
    const isMine = personId === person;
    return {
      id,
      version,
      person: isMine || isBureau(worker.roles) ? name : null,
      due,
      isMine,
      isGiven: opinion !== null,
      opinion: isMine || seesAll ? opinion : null,
    };
  });
}

/** More than a unit has. */
const ALL = 5000;

const labelledBare = ({ name, code }: { readonly name: string; readonly code?: string }): Labelled => ({
  project: name,
  code,
});

/** Where the project stands in budgets, what is bought for it, and what follows from it. */
async function linksOf(store: Store, { id, unitId, code, title, year }: LibraryProject, years: readonly number[]) {
  const { db } = store;
  const [library, work, tasks] = await Promise.all([
    listProjects(db, { units: [unitId], budgetYear: year, limit: ALL }),
    listWork(store, [unitId], today()),
    listTasks(db, { units: [unitId], named: { code, name: title }, limit: 200 }),
  ]);
  const isMeant = (of: Labelled, beside?: readonly Labelled[]) =>
    projectsMeant(of, library, beside).some((one) => one.id === id);
  const budgets = work.filter(({ process, year }) => process === 'round' && years.includes(year));
  const procurement = await Promise.all(
    years.map(async (year) => {
      const held = (await approvedBudgets(db, [unitId], year)).get(unitId);
      const compiled = held && compiledOf(held);
      if (!compiled || !isCompiled(compiled)) return [];
      const { projects, procurement: bought } = compiled.ledger;
      const beside = projects.map(labelledBare);
      return bought
        .filter(({ project }) => {
          const own = project === undefined ? undefined : projectNamed(projects, project);
          return own !== undefined && isMeant(labelledBare(own), beside);
        })
        .map(({ item, quantity, amounts }) => ({
          year,
          item,
          quantity,
          fen: amounts.reduce((all, { fen }) => all + fen, 0),
        }));
    }),
  );
  return {
    budgets: budgets.map(({ id, year, state }) => ({ id, year, state })),
    procurement: procurement.flat(),
    tasks: tasks
      .filter(({ project, code: own }) => isMeant({ project: project!, code: own }))
      .map(({ id, process, title: name, year, state }) => ({ id, process, title: name, year, state })),
  };
}

/** All but the application itself. */
export async function projectShown(store: Store, seen: ProjectSeen, person: number) {
  const { db } = store;
  const { project, worker, isOffice } = seen;
  const { id, state } = project;
  const [history, reviewers, given, inspections] = await Promise.all([
    workHistory(db, id),
    projectReviewers(db, id),
    projectAmounts(db, id),
    projectInspections(db, id),
  ]);
  const offers = offersOf({ process: 'project', state }, history, person, worker.roles);
  const may = (event: string) => offers.some((offer) => offer.event === event);
  const inReview = state === 'appraisal';
  const assign = inReview && worker.roles.includes('bureau-office');
  const reviews = reviewsShown(reviewers, seen, person);
  const asked = reviews.filter(({ version }) => version === project.version);
  const grants = assign ? await listGrants(store, today()) : [];
  const known = new Set(reviewers.filter(({ version }) => version === project.version).map(({ personId }) => personId));
  const experts = grants.filter(({ role, personId }) => role === 'reviewer' && !known.has(personId));
  const years = [...new Set(given.map(({ year }) => year))];
  const links = isOffice ? await linksOf(store, project, years) : { budgets: [], procurement: [], tasks: [] };
  return {
    ...project,
    ...(asked.some(({ opinion, isGiven }) => isGiven && opinion === null) ? { score: null } : {}),
    offers,
    reviews,
    experts: experts.map(({ personId, person: name }) => ({ personId, person: name })),
    given: isOffice ? given.map(({ itemId: _, version: __, ...amount }) => amount) : [],
    inspections,
    ...links,
    history: history.map(({ number, event, name, personName, at, version, reason }) => ({
      number,
      event,
      name,
      person: personName,
      at,
      version,
      ...(reason === undefined ? {} : { reason }),
    })),
    may: {
      save: may('edit'),
      assign,
      opine: inReview && asked.some(({ isMine, isGiven }) => isMine && !isGiven),
      amount: assign,
      grade: assign || (inReview && worker.roles.includes('performance-office')),
      control: worker.roles.includes('bureau-budget'),
      rank: worker.roles.includes('department-finance'),
      inspect: may('inspect'),
    },
  };
}
