/** A term that says what it means when the pointer rests on it; the page of terms has them all. */

import { unquoted } from '@mingsuan/core/text/fold';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { glossary } from '../api/queries.ts';

export function Explained({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  const known = useQuery(glossary()).data ?? [];
  const found = known.find((one) => unquoted(one.term) === unquoted(term));
  return found ? <abbr title={found.text}>{children}</abbr> : children;
}
