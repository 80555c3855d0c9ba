import type { Config } from '@react-router/dev/config';

/** The phone face, rendered by the server. */
export default {
  appDirectory: 'web/resident',
  buildDirectory: 'dist/phone',
  ssr: true,
  // All routes are few and small: none is looked up on the way.
  routeDiscovery: { mode: 'initial' },
} satisfies Config;
