/** The operator's pages under one address each; whoever is not the operator is asked to sign in. */
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { Nothing } from '../../components/state.tsx';
import { useTitle } from '../../components/title.ts';
import { useText } from '../../i18n/index.tsx';
import { useOperator } from '../../operator/operator.tsx';
import { SignIn } from '../../operator/sign-in.tsx';
import { Agencies } from './agencies.tsx';
import { Changes } from './changes.tsx';
import { FeedbackPage } from './feedback.tsx';
import { Imports } from './imports.tsx';
import { Inbox } from './inbox.tsx';
import { Release } from './release.tsx';
import { RosterPage } from './roster.tsx';
import { SECTIONS, type SectionName } from './sections.ts';
import { SystemPage } from './system.tsx';
import { YardsticksPage } from './yardsticks.tsx';
import '../../styles/check.css';
import '../../styles/operator.css';

const route = getRouteApi('/operator/$section');

const PARTS: Readonly<Record<SectionName, ComponentType>> = {
  inbox: Inbox,
  agencies: Agencies,
  imports: Imports,
  release: Release,
  roster: RosterPage,
  yardsticks: YardsticksPage,
  feedback: FeedbackPage,
  changes: Changes,
  system: SystemPage,
};

export function OperatorPage() {
  const t = useText();
  const { token } = useOperator();
  const { section } = route.useParams();
  const shown = SECTIONS.find((one) => one === section) ?? 'inbox';
  const Part = PARTS[shown];
  useTitle(t(`operator.section.${shown}`), t('operator.title'));
  return (
    <div className="agency">
      <div className="page-head">
        <h1>{t('operator.title')}</h1>
        <nav className="versions" aria-label={t('operator.title')}>
          {SECTIONS.map((one) => (
            <Link
              key={one}
              to="/operator/$section"
              params={{ section: one }}
              className="chip"
              aria-current={one === shown ? 'true' : undefined}
            >
              {t(`operator.section.${one}`)}
            </Link>
          ))}
        </nav>
      </div>
      {token === undefined ? (
        <Nothing>
          {t('operator.needed')} <SignIn />
        </Nothing>
      ) : (
        <Part />
      )}
    </div>
  );
}
