/** The pages with what they all need: language, appearance, answers of the API, addresses. */
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { cache } from './api/cache.ts';
import { ScaleProvider } from './components/scale.tsx';
import { LanguageProvider } from './i18n/index.tsx';
import { OperatorProvider } from './operator/operator.tsx';
import { router } from './router.tsx';
import { AppearanceProvider } from './shell/appearance.tsx';

export const App = () => (
  <QueryClientProvider client={cache}>
    <LanguageProvider>
      <AppearanceProvider>
        <ScaleProvider>
          <OperatorProvider>
            <RouterProvider router={router} />
          </OperatorProvider>
        </ScaleProvider>
      </AppearanceProvider>
    </LanguageProvider>
  </QueryClientProvider>
);
