import { route, type RouteConfig } from '@react-router/dev/routes';

/** Every address of the phone face. Flat: the root holds what all pages share. */
export default [route('report', 'pages/report.tsx')] satisfies RouteConfig;
