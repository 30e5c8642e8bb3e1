import '@mantine/core/styles.css';
import './cairn.css';
import './fonts/fonts.css';
import { DirectionProvider, MantineProvider, localStorageColorSchemeManager } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { useTranslation } from 'react-i18next';
import { Refused } from './api/request';
import { directionOf, languageToStart, PSEUDO, startLanguage } from './i18n';
import { router } from './routes';
import { startFieldMode } from './shell/field-mode';
import { theme } from './theme';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // A refusal is an answer; only a line that is down is worth asking again.
      retry: (count, fault) => !(fault instanceof Refused && fault.problem.status < 500) && count < 2,
    },
  },
});
const colours = localStorageColorSchemeManager({ key: 'cairn.colours' });

function Cairn() {
  const { i18n } = useTranslation();
  const direction = directionOf(i18n.language);
  useEffect(() => {
    document.documentElement.lang = i18n.language === PSEUDO ? 'en' : i18n.language;
    document.documentElement.dir = direction;
  }, [direction, i18n.language]);
  return (
    <DirectionProvider key={direction} initialDirection={direction} detectDirection={false}>
      <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={colours}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  );
}

startFieldMode();
void startLanguage(languageToStart()).then(() => {
  const root = document.getElementById('root');
  if (root)
    createRoot(root).render(
      <StrictMode>
        <Cairn />
      </StrictMode>,
    );
});
