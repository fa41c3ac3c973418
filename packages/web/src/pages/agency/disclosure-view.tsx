/** An agency's page for one of its disclosures: pictures first, then records, tables and words, then its checks. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { disclosure, trend } from '../../api/queries.ts';
import type { AgencyAnswer, AgencyDisclosure } from '../../api/types.ts';
import { Follow } from '../../components/follow.tsx';
import { useNames } from '../../components/names.ts';
import { ScaledBy } from '../../components/scale.tsx';
import { SourceProvider, useSource } from '../../components/source/source.tsx';
import { SourcePanel } from '../../components/source/source-panel.tsx';
import { Answer } from '../../components/state.tsx';
import { whenOf } from '../../components/when.ts';
import { useText } from '../../i18n/index.tsx';
import { AgencyHead } from './agency-head.tsx';
import { Parts } from './parts.tsx';
import { Share } from './share.tsx';
import { Tiles } from './tiles.tsx';
import { Versions } from './versions.tsx';

interface Props {
  readonly answer: AgencyAnswer;
  readonly chosen: AgencyDisclosure;
}

export function DisclosureView({ answer, chosen }: Props) {
  const t = useText();
  const names = useNames();
  const whole = useQuery(disclosure(chosen.id));
  const points = useQuery(trend(answer.agency.id));
  return (
    <ScaledBy fen={chosen.totals.expenditure ?? chosen.totals.revenue ?? 0}>
      <div className="agency">
        <AgencyHead
          answer={answer}
          chosen={chosen}
          share={
            whole.data && (
              <Share
                title={`${names.agency(answer.agency.title)} ${whenOf(t, chosen.year, chosen.stage)}`}
                content={whole.data}
              />
            )
          }
        />
        <div className="versions-line">
          <Versions agency={answer.agency} disclosures={answer.disclosures} chosen={chosen} />
          <Follow of={{ agency: answer.agency.id }} />
        </div>
        <Answer of={whole} space={1400}>
          {(content) => (
            <SourceProvider key={content.id} disclosure={content.id} documents={content.documents}>
              <WithSource>
                <Tiles chosen={chosen} content={content} points={points.data ?? []} />
                <Parts answer={answer} content={content} points={points} when={whenOf(t, chosen.year, chosen.stage)} />
              </WithSource>
            </SourceProvider>
          )}
        </Answer>
      </div>
    </ScaledBy>
  );
}

function WithSource({ children }: { readonly children: ReactNode }) {
  const { place } = useSource();
  return (
    <div className={place ? 'with-source open' : 'with-source'}>
      <div className="agency">{children}</div>
      <SourcePanel />
    </div>
  );
}
