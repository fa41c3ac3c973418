/** The portal's questions, by subject. */
import type { Api } from '../../http/env.ts';
import type { Services } from '../../services.ts';
import { agencyRoutes } from './agencies/routes.ts';
import { compareRoutes } from './compare/routes.ts';
import { disclosureRoutes } from './disclosures/routes.ts';
import { documentRoutes } from './documents/routes.ts';
import { findingRoutes } from './findings/routes.ts';
import { glossaryRoutes } from './glossary/routes.ts';
import { itemRoutes } from './items/routes.ts';
import { regionRoutes } from './regions/routes.ts';
import { searchRoutes } from './search/routes.ts';
import { yardstickRoutes } from './yardsticks/routes.ts';

const ROUTES = [
  agencyRoutes,
  compareRoutes,
  disclosureRoutes,
  findingRoutes,
  regionRoutes,
  searchRoutes,
  itemRoutes,
  glossaryRoutes,
  documentRoutes,
  yardstickRoutes,
];

/** All that is asked about what was published. */
export function portalRoutes(app: Api, services: Services): void {
  for (const add of ROUTES) add(app, services);
}
