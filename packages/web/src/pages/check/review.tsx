/** The findings of the file chosen, beside its pages. */
import { useState } from 'react';
import type { CheckedDocument } from '../../api/types.ts';
import { DocumentReview } from './document-review.tsx';
import { Downloads } from './downloads.tsx';
import { FileList } from './file-list.tsx';

interface Props {
  readonly id: string;
  readonly documents: readonly CheckedDocument[];
  readonly expiresAt: string;
}

export function Review({ id, documents, expiresAt }: Props) {
  const [chosen, setChosen] = useState(0);
  const document = documents[chosen];
  return (
    <>
      <Downloads id={id} document={chosen} isPdf={(document?.pages ?? 0) > 0} expiresAt={expiresAt} />
      {documents.length > 1 && <FileList documents={documents} chosen={chosen} onChoose={setChosen} />}
      {document && <DocumentReview key={chosen} check={id} index={chosen} document={document} />}
    </>
  );
}
