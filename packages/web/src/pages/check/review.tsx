/** The findings of the file chosen, beside its pages. */
import { useState } from 'react';
import type { CheckedDocument } from '../../api/search-types.ts';
import { useText } from '../../i18n/index.tsx';
import { DocumentReview } from './document-review.tsx';
import { Downloads } from './downloads.tsx';

interface Props {
  readonly id: string;
  readonly documents: readonly CheckedDocument[];
}

export function Review({ id, documents }: Props) {
  const t = useText();
  const [chosen, setChosen] = useState(0);
  const document = documents[chosen];
  return (
    <>
      <Downloads id={id} document={chosen} />
      {documents.length > 1 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset does not lay out in a row
        <div role="group" aria-label={t('check.files')} className="chips check-files">
          {documents.map(({ source, findings, error }, i) => (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name
              key={i}
              type="button"
              className="chip"
              aria-pressed={i === chosen}
              onClick={() => setChosen(i)}
            >
              {source} {!error && <span className="faint money">{findings.length}</span>}
            </button>
          ))}
        </div>
      )}
      {document && <DocumentReview key={chosen} check={id} index={chosen} document={document} />}
    </>
  );
}
