/** A term that says what it means when the pointer rests on it; the page of terms has them all. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { glossary } from '../api/queries.ts';

const plain = (text: string): string => text.replace(/[“”"]/g, '');

export function Explained({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  const known = useQuery(glossary()).data ?? [];
  const found = known.find((one) => plain(one.term) === plain(term));
  return found ? <abbr title={found.text}>{children}</abbr> : children;
}
