/** The findings of the file chosen, beside its pages. */
import { getRouteApi } from '@tanstack/react-router';
import type { CheckedDocument } from '../../api/types.ts';
import { DocumentReview } from './document-review.tsx';
import { Downloads } from './downloads.tsx';
import { FileList } from './file-list.tsx';

const route = getRouteApi('/check/$id');

interface Props {
  readonly id: string;
  readonly documents: readonly CheckedDocument[];
  readonly expiresAt: string;
}

export function Review({ id, documents, expiresAt }: Props) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const chosen = Math.min(Math.max(search.file ?? 0, 0), documents.length - 1);
  const choose = (file: number) => void navigate({ search: { file }, replace: true, resetScroll: false });
  const document = documents[chosen];
  return (
    <>
      <Downloads id={id} document={chosen} isPdf={(document?.pages ?? 0) > 0} expiresAt={expiresAt} />
      {documents.length > 1 && <FileList documents={documents} chosen={chosen} onChoose={choose} />}
      {document && <DocumentReview key={chosen} check={id} index={chosen} documents={documents} />}
    </>
  );
}
