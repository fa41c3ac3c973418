/** Whether this visitor is the operator. The token is kept for this tab only, and goes to our own server only. */
import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import { ask } from '../api/client.ts';

const KEY = 'mingsuan.operator';

interface Operator {
  /** Undefined: nobody signed in. Empty: this machine's own server that has no token set. */
  readonly token: string | undefined;
  /** @throws ApiError where the server does not take the token */
  readonly signIn: (token: string) => Promise<void>;
  readonly signOut: () => void;
}

const OperatorContext = createContext<Operator | undefined>(undefined);

function kept(): string | undefined {
  try {
    return sessionStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

function keep(token: string | undefined): void {
  try {
    if (token === undefined) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, token);
  } catch {
    // Without storage it is kept as long as the page.
  }
}

export const withToken = (token: string): Record<string, string> =>
  token === '' ? {} : { authorization: `Bearer ${token}` };

export function OperatorProvider({ children }: { readonly children: ReactNode }) {
  const [token, setToken] = useState(kept);
  const operator = useMemo((): Operator => {
    const change = (to: string | undefined) => {
      keep(to);
      setToken(to);
    };
    return {
      token,
      signIn: async (given) => {
        await ask('/operator', undefined, { headers: withToken(given) });
        change(given);
      },
      signOut: () => change(undefined),
    };
  }, [token]);
  return <OperatorContext value={operator}>{children}</OperatorContext>;
}

export function useOperator(): Operator {
  const operator = use(OperatorContext);
  if (!operator) throw new Error('useOperator outside OperatorProvider');
  return operator;
}
