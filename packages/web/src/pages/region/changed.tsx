/** Whose expenditure changed most against the year before: winners and losers of a year. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { changed } from '../../api/queries.ts';
import type { ChangedAgency, Stage } from '../../api/types.ts';
import { AgencyName } from '../../components/agency-name.tsx';
import { Card } from '../../components/card.tsx';
import { Change } from '../../components/change.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Money } from '../../components/money.tsx';
import { UnitNote } from '../../components/scale.tsx';
import { useText } from '../../i18n/index.tsx';

interface Props {
  readonly code: string;
  readonly year: number;
  readonly stage: Stage;
  readonly within: boolean;
}

/** Nothing where of nobody both years are known. */
export function ChangedMost({ code, year, stage, within }: Props) {
  const t = useText();
  const answer = useQuery(changed(code, year, stage, within)).data;
  if (!answer || answer.compared === 0) return null;
  return (
    <Card title={t('region.changed', { before: year - 1 })} lead={t('region.changedLead', { count: answer.compared })}>
      <UnitNote />
      <div className="halves">
        {(['gained', 'lost'] as const)
          .filter((way) => answer[way].length > 0)
          .map((way) => (
            <Ranked key={way} title={t(`region.${way}`)} year={year} agencies={answer[way]} />
          ))}
      </div>
    </Card>
  );
}

interface RankedProps {
  readonly title: string;
  readonly year: number;
  readonly agencies: readonly ChangedAgency[];
}

function Ranked({ title, year, agencies }: RankedProps) {
  const t = useText();
  return (
    <div>
      <h3>{title}</h3>
      <DataTable
        caption={title}
        rows={agencies}
        stacks
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            title: t('column.name'),
            heads: true,
            cell: ({ title: name, disclosureId }) => (
              <Link to="/disclosure/$id" params={{ id: String(disclosureId) }}>
                <AgencyName title={name} />
              </Link>
            ),
          },
          {
            key: 'before',
            title: String(year - 1),
            numeric: true,
            cell: ({ before, beforeFrom }) => (
              <>
                <Money fen={before} />
                {beforeFrom === 'words' && <span className="change faint small">{t('compare.words')}</span>}
              </>
            ),
          },
          {
            key: 'fen',
            title: String(year),
            numeric: true,
            cell: ({ fen, before }) => (
              <>
                <Money fen={fen} />
                <Change now={fen} then={before} />
              </>
            ),
          },
        ]}
      />
    </div>
  );
}
