import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { RefusedError } from '../lib/desk/api.ts';
import { deskTheme } from '../ui/desk/theme.ts';
import { Desk } from './desk.tsx';
import { TourStrip } from './frame/tour-strip.tsx';
import '../ui/desk/tokens.css';
import '../ui/desk/base.css';
import './frame/frame.css';

dayjs.locale('zh-cn');

const staleMs = 15_000;
const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: staleMs,
      // A refusal is an answer; only a broken network is worth asking again.
      retry: (count, error) => count < 2 && error instanceof RefusedError && error.refused.status === 0,
    },
  },
});

// After an update the old page asks for parts that are gone: it is loaded anew, once.
window.addEventListener('vite:preloadError', (event) => {
  if (sessionStorage.getItem('liren.reloaded') === location.href) return;
  sessionStorage.setItem('liren.reloaded', location.href);
  event.preventDefault();
  location.reload();
});

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <ConfigProvider locale={zhCN} theme={deskTheme} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>
          <TourStrip />
          <App message={{ top: 56, maxCount: 2 }} style={{ height: '100%' }}>
            <BrowserRouter basename="/desk">
              <Desk />
            </BrowserRouter>
          </App>
        </ConfigProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
