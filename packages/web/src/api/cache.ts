/** Answers of the API, kept while the page is open. */
import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './client.ts';

const MINUTE = 60_000;

export const cache = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5 * MINUTE,
      // What the server refused will be refused again; what did not arrive may arrive.
      retry: (failures, error) =>
        failures < 2 && !(error instanceof ApiError && error.status >= 400 && error.status < 500),
      refetchOnWindowFocus: false,
    },
  },
});
