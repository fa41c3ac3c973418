/** The files of a check: what each was taken for and how much was found in it; one is chosen. */
import type { CheckedDocument, FindingCounts, Severity } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Counts } from '../../components/severity.tsx';
import { useText } from '../../i18n/index.tsx';
import { takenFor } from './understood.tsx';

interface Props {
  readonly documents: readonly CheckedDocument[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

const FIRST = 10;

/** What stands: dismissed findings do not count. */
function countsOf({ findings }: CheckedDocument): FindingCounts {
  const standing = findings.filter(({ dismissed }) => dismissed === undefined);
  const count = (severity: Severity) => standing.filter((finding) => finding.severity === severity).length;
  return { error: count('error'), warning: count('warning'), notice: count('notice'), pending: false };
}

const weightOf = (document: CheckedDocument): number => {
  const { error, warning, notice } = countsOf(document);
  return document.error ? Number.MAX_SAFE_INTEGER : error * 1e6 + warning * 1e3 + notice;
};

export function FileList({ documents, chosen, onChoose }: Props) {
  const t = useText();
  const rows = documents.map((document, index) => ({ document, index }));
  return (
    <Card title={t('check.files')}>
      <DataTable
        caption={t('check.files')}
        stacks
        rows={rows}
        first={Math.max(FIRST, chosen + 1)}
        rowKey={({ index }) => index}
        rowClass={({ index }) => (index === chosen ? 'row-chosen' : undefined)}
        columns={[
          {
            key: 'source',
            title: t('check.file'),
            heads: true,
            sort: (a, b) => a.document.source.localeCompare(b.document.source, 'zh'),
            cell: ({ document, index }) => (
              <button
                type="button"
                className="link-button"
                aria-pressed={index === chosen}
                onClick={() => onChoose(index)}
              >
                {document.source}
              </button>
            ),
          },
          {
            key: 'taken',
            title: t('check.takenFor'),
            cell: ({ document }) => takenFor(t, document).join(t('list.semicolon')),
          },
          {
            key: 'found',
            title: t('region.findings'),
            sort: (a, b) => weightOf(b.document) - weightOf(a.document),
            cell: ({ document }) =>
              document.error ? (
                <span className="tag tag-error">{t('check.unread')}</span>
              ) : (
                <Counts counts={countsOf(document)} coverage={document.coverage} />
              ),
          },
        ]}
      />
    </Card>
  );
}
