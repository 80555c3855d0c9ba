import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RefusedError } from '../lib/desk/api.ts';
import { Wall } from './wall.tsx';
import '../ui/desk/tokens.css';
import '../ui/desk/base.css';
import './screen.css';

const refreshMs = 300_000;
const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: refreshMs,
      // A wall stands alone: a broken network is asked again until it is back, a refusal is an answer.
      retry: (count, error) => count < 20 && error instanceof RefusedError && error.refused.status === 0,
      retryDelay: 10_000,
    },
  },
});

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <Wall />
      </QueryClientProvider>
    </StrictMode>,
  );
}
