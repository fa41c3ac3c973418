/** Leads elsewhere, once: the router's own `Navigate` begins again whenever it is drawn anew, as it is while the other page loads. */
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Loading } from './state.tsx';

interface Target {
  readonly to: string;
  readonly params: Readonly<Record<string, string>>;
  readonly search?: object;
  readonly hash?: string;
}

export function Redirect({ target }: { readonly target: Target }) {
  const navigate = useNavigate();
  const isGone = useRef(false);
  useEffect(() => {
    if (isGone.current) return;
    isGone.current = true;
    void navigate({ ...target, replace: true } as never);
  });
  return <Loading />;
}
