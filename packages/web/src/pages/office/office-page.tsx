/** The office under its addresses; whoever is not signed in is asked to. */
import { getRouteApi } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { Nothing } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { ExecutionPart } from '../execution/execution-part.tsx';
import { PerformancePart } from '../performance/performance-part.tsx';
import { ReviewsPart } from '../review/reviews-part.tsx';
import { AccountPart } from './account.tsx';
import { AuditPart } from './audit.tsx';
import { BoardsPart } from './boards/boards-part.tsx';
import { Desk } from './desk.tsx';
import { LibraryPart } from './library/library-part.tsx';
import { PeoplePart } from './people.tsx';
import { SECTIONS, type SectionName } from './sections.ts';
import { WorkList } from './work-list.tsx';

const route = getRouteApi('/office/$section');

const PARTS: Readonly<Record<SectionName, ComponentType>> = {
  work: WorkList,
  boards: BoardsPart,
  library: LibraryPart,
  execution: ExecutionPart,
  performance: PerformancePart,
  reviews: ReviewsPart,
  people: PeoplePart,
  audit: AuditPart,
  account: AccountPart,
};

export function OfficePage() {
  const t = useText();
  const { section } = route.useParams();
  const shown = SECTIONS.find((one) => one === section);
  const Part = shown && PARTS[shown];
  return (
    <Desk title={t(`office.section.${shown ?? 'work'}`)} section={shown}>
      {Part ? <Part /> : <Nothing>{t('work.nothing')}</Nothing>}
    </Desk>
  );
}
