/** The addresses. Every choice on a page that someone may want to share is in its address. */
import { STAGES } from '@mingsuan/core/model/document-kinds';
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  stripSearchParams,
} from '@tanstack/react-router';
import { agencyAhead, agencyAtAhead, compareAhead, disclosureAhead, itemAhead, regionAhead } from './api/ahead.ts';
import type { ItemKind, Stage } from './api/types.ts';
import { Broken, NotFound } from './components/state.tsx';
import { disclosureAt } from './pages/agency/address.ts';
import type { CheckSearch, FiguresSearch } from './pages/check/filter.ts';
import { type CompareSearch, choiceOf, MEASURED_BY } from './pages/compare/choice.ts';
import { homeSearchOf } from './pages/home/filters.ts';
import { HomePage } from './pages/home/home-page.tsx';
import type { ItemSearch } from './pages/item/choice.ts';
import type { OperatorSearch } from './pages/operator/sections.ts';
import { FILTERS, type FilterName, type RegionSearch } from './pages/region/filter.ts';
import {
  agencySearch,
  ledgerSearch,
  number,
  numbers,
  regionCode,
  type Search,
  seen,
  stage,
  text,
  words,
} from './search-params.ts';
import { Shell } from './shell/shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: Broken });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: HomePage,
  validateSearch: homeSearchOf,
  search: { middlewares: [stripSearchParams({ q: '' })] },
});

const agency = createRoute({
  getParentRoute: () => root,
  path: '/agency/$id',
  component: lazyRouteComponent(() => import('./pages/agency/disclosure-page.tsx'), 'AgencyById'),
  loader: ({ params }) => agencyAhead(Number(params.id)),
  validateSearch: seen,
});

const ofAgency = createRoute({
  getParentRoute: () => root,
  path: '/a/$region/$slug',
  component: lazyRouteComponent(() => import('./pages/agency/agency-page.tsx'), 'AgencyPage'),
  loader: ({ params: { region, slug } }) => agencyAtAhead(region, slug),
  validateSearch: agencySearch,
});

const dated = createRoute({
  getParentRoute: () => root,
  path: '/a/$region/$slug/$year/$kind',
  component: lazyRouteComponent(() => import('./pages/agency/agency-page.tsx'), 'DatedPage'),
  loader: ({ params: { region, slug, year, kind } }) =>
    agencyAtAhead(region, slug, (disclosures) => disclosureAt(disclosures, year, kind)),
  validateSearch: agencySearch,
});

const disclosure = createRoute({
  getParentRoute: () => root,
  path: '/disclosure/$id',
  component: lazyRouteComponent(() => import('./pages/agency/disclosure-page.tsx'), 'DisclosureById'),
  loader: ({ params }) => disclosureAhead(Number(params.id)),
  validateSearch: seen,
});

/** Lists are written with commas, so that an address can be read: `?agencies=130100/石家庄市财政局,…&measures=revenue`. */
const compare = createRoute({
  getParentRoute: () => root,
  path: '/compare',
  component: lazyRouteComponent(() => import('./pages/compare/compare-page.tsx'), 'ComparePage'),
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => {
    compareAhead(choiceOf(deps));
  },
  validateSearch: (search: Search): CompareSearch => ({
    agencies: words(search.agencies).join(','),
    measures: words(search.measures).join(','),
    years: numbers(search.years).join(','),
    stage: stage(search.stage),
    peers: regionCode(search.peers) ?? '',
    like: search.like === 'level' ? 'level' : '',
    by: MEASURED_BY.find((one) => one === search.by) ?? 'amount',
    view: search.view === 'phases' ? 'phases' : '',
  }),
  search: {
    middlewares: [
      stripSearchParams({
        agencies: '',
        measures: '',
        years: '',
        stage: 'budget' as Stage,
        peers: '',
        like: '' as const,
        by: 'amount' as const,
        view: '' as const,
      }),
    ],
  },
});

const region = createRoute({
  getParentRoute: () => root,
  path: '/region/$code',
  component: lazyRouteComponent(() => import('./pages/region/region-page.tsx'), 'RegionPage'),
  loader: regionAhead,
  validateSearch: (search: Search): RegionSearch => {
    const year = number(search.year);
    const show = FILTERS.find((one) => one === search.show) ?? 'all';
    const within = search.within === 'true' || search.within === true;
    return { ...(year === undefined ? {} : { year }), stage: stage(search.stage), show, within };
  },
  search: { middlewares: [stripSearchParams({ stage: 'budget' as Stage, show: 'all' as FilterName, within: false })] },
});

const item = createRoute({
  getParentRoute: () => root,
  path: '/item/$kind/$key',
  component: lazyRouteComponent(() => import('./pages/item/item-page.tsx'), 'ItemPage'),
  loaderDeps: ({ search }) => search,
  loader: ({ params: { kind, key }, deps }) => itemAhead(kind as ItemKind, key, deps),
  validateSearch: (search: Search): ItemSearch => {
    const given = {
      year: number(search.year),
      stage: STAGES.find((id) => id === search.stage),
      region: regionCode(search.region),
    };
    return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  },
});

const data = createRoute({
  getParentRoute: () => root,
  path: '/data',
  component: lazyRouteComponent(() => import('./pages/data/data-page.tsx'), 'DataPage'),
});

const learn = createRoute({
  getParentRoute: () => root,
  path: '/learn',
  component: lazyRouteComponent(() => import('./pages/learn/learn-page.tsx'), 'LearnPage'),
});

const check = createRoute({
  getParentRoute: () => root,
  path: '/check',
  component: lazyRouteComponent(() => import('./pages/check/upload-page.tsx'), 'UploadPage'),
});

const checked = createRoute({
  getParentRoute: () => root,
  path: '/check/$id',
  component: lazyRouteComponent(() => import('./pages/check/check-page.tsx'), 'CheckPage'),
  validateSearch: ({ file, severity, rule, dismissed, finding }: Search): CheckSearch => ({
    file: number(file) ?? 0,
    severity: text(severity),
    rule: text(rule),
    dismissed: dismissed === 'true' || dismissed === true,
    finding: text(finding),
  }),
  search: { middlewares: [stripSearchParams({ file: 0, severity: '', rule: '', dismissed: false, finding: '' })] },
});

const figures = createRoute({
  getParentRoute: () => root,
  path: '/check/$id/figures',
  component: lazyRouteComponent(() => import('./pages/check/figures-page.tsx'), 'FiguresPage'),
  validateSearch: ({ file }: Search): FiguresSearch => ({ file: Math.max(0, Number(file) || 0) }),
});

const ledgers = createRoute({
  getParentRoute: () => root,
  path: '/ledger',
  component: lazyRouteComponent(() => import('./pages/ledger/start-page.tsx'), 'StartPage'),
});

const ledger = createRoute({
  getParentRoute: () => root,
  path: '/ledger/$id',
  component: lazyRouteComponent(() => import('./pages/ledger/ledger-page.tsx'), 'LedgerPage'),
  validateSearch: ledgerSearch,
});

const operation = createRoute({
  getParentRoute: () => root,
  path: '/operator/$section',
  component: lazyRouteComponent(() => import('./pages/operator/operator-page.tsx'), 'OperatorPage'),
  validateSearch: ({ state, q }: Search): OperatorSearch => ({ state: text(state), q: text(q) }),
  search: { middlewares: [stripSearchParams({ state: '', q: '' })] },
});

const office = createRoute({
  getParentRoute: () => root,
  path: '/office/$section',
  component: lazyRouteComponent(() => import('./pages/office/office-page.tsx'), 'OfficePage'),
});

/** The operator's door is what waits to be settled. */
const operationDoor = createRoute({
  getParentRoute: () => root,
  path: '/operator',
  beforeLoad: () => {
    throw redirect({ to: '/operator/$section', params: { section: 'inbox' }, search: {}, replace: true });
  },
});

/** The office's door is what waits for whoever comes. */
const officeDoor = createRoute({
  getParentRoute: () => root,
  path: '/office',
  beforeLoad: () => {
    throw redirect({ to: '/office/$section', params: { section: 'work' }, replace: true });
  },
});

const officeWork = createRoute({
  getParentRoute: () => root,
  path: '/office/work/$id',
  component: lazyRouteComponent(() => import('./pages/office/work-page.tsx'), 'WorkPage'),
});

const officeBoard = createRoute({
  getParentRoute: () => root,
  path: '/office/boards/$id/$year',
  component: lazyRouteComponent(() => import('./pages/office/boards/board-page.tsx'), 'BoardPage'),
});

const officeLedger = createRoute({
  getParentRoute: () => root,
  path: '/office/work/$id/ledger',
  component: lazyRouteComponent(() => import('./pages/office/ledger/work-ledger-page.tsx'), 'WorkLedgerPage'),
  validateSearch: ledgerSearch,
});

const officeLibrary = createRoute({
  getParentRoute: () => root,
  path: '/office/library/$id',
  component: lazyRouteComponent(() => import('./pages/office/library/library-project-page.tsx'), 'LibraryProjectPage'),
});

const officeExecution = createRoute({
  getParentRoute: () => root,
  path: '/office/execution/$unit/$year',
  component: lazyRouteComponent(() => import('./pages/execution/execution-page.tsx'), 'ExecutionPage'),
});

const officeTask = createRoute({
  getParentRoute: () => root,
  path: '/office/performance/$id',
  component: lazyRouteComponent(() => import('./pages/performance/task-page.tsx'), 'TaskPage'),
});

const officeProject = createRoute({
  getParentRoute: () => root,
  path: '/office/project/$unit/$year',
  component: lazyRouteComponent(() => import('./pages/performance/project-page.tsx'), 'ProjectPage'),
  validateSearch: ({ project }: Search): { project: string } => ({ project: text(project) }),
});

const officeReview = createRoute({
  getParentRoute: () => root,
  path: '/office/reviews/$id',
  component: lazyRouteComponent(() => import('./pages/review/batch-page.tsx'), 'BatchPage'),
});

const officeReviewText = createRoute({
  getParentRoute: () => root,
  path: '/office/review-texts/$id',
  component: lazyRouteComponent(() => import('./pages/review/text-page.tsx'), 'TextPage'),
});

const survey = createRoute({
  getParentRoute: () => root,
  path: '/survey',
  component: lazyRouteComponent(() => import('./pages/survey/survey-page.tsx'), 'SurveyPage'),
});

const results = createRoute({
  getParentRoute: () => root,
  path: '/results',
  component: lazyRouteComponent(() => import('./pages/performance/results-page.tsx'), 'ResultsPage'),
});

const activation = createRoute({
  getParentRoute: () => root,
  path: '/office/activate',
  component: lazyRouteComponent(() => import('./pages/office/activate-page.tsx'), 'ActivatePage'),
});

const signedIn = createRoute({
  getParentRoute: () => root,
  path: '/office/signed-in',
  component: lazyRouteComponent(() => import('./pages/office/sign-on.tsx'), 'SignedInPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    agency,
    ofAgency,
    dated,
    disclosure,
    item,
    compare,
    region,
    data,
    learn,
    check,
    checked,
    figures,
    ledgers,
    ledger,
    operation,
    operationDoor,
    office,
    officeDoor,
    officeWork,
    officeLibrary,
    officeExecution,
    officeTask,
    officeProject,
    officeReview,
    officeReviewText,
    results,
    survey,
    officeLedger,
    officeBoard,
    activation,
    signedIn,
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
  // Plain words and comma lists: no JSON in addresses.
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search) => {
    const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
    const written = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
    return given.length > 0 ? `?${String(written).replaceAll('%2C', ',').replaceAll('%2F', '/')}` : '';
  },
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
