/** The pages with what they all need: language, appearance, answers of the API, addresses. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ApiError } from './api/client.ts';
import { LanguageProvider } from './i18n/index.tsx';
import { OperatorProvider } from './operator/operator.tsx';
import { router } from './router.tsx';
import { AppearanceProvider } from './shell/appearance.tsx';

const MINUTE = 60_000;

const queries = new QueryClient({
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

export const App = () => (
  <QueryClientProvider client={queries}>
    <LanguageProvider>
      <AppearanceProvider>
        <OperatorProvider>
          <RouterProvider router={router} />
        </OperatorProvider>
      </AppearanceProvider>
    </LanguageProvider>
  </QueryClientProvider>
);
