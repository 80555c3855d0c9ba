import { index, route, type RouteConfig } from '@react-router/dev/routes';

/** Every address of the phone face. Flat: the root holds what all pages share. */
export default [
  index('pages/choose.tsx'),
  route('c/:code', 'pages/home.tsx'),
  route('c/:code/solved', 'pages/solved.tsx'),
  route('c/:code/month', 'pages/month.tsx'),
  route('c/:code/notices', 'pages/notices.tsx'),
  route('c/:code/activities', 'pages/activities.tsx', { id: 'community-activities' }),
  route('activities', 'pages/activities.tsx'),
  route('activities/:areaId/:id', 'pages/activity.tsx'),
  route('notices/:areaId/:id', 'pages/notice.tsx'),
  route('report', 'pages/report.tsx'),
  route('my', 'pages/my.tsx'),
  route('m/:areaId/:number', 'pages/matter.tsx'),
  route('m/:areaId/:number/sent', 'pages/sent.tsx'),
  route('t/:code', 'pages/trace.tsx'),
  route('login', 'pages/login.tsx'),
  route('me', 'pages/me.tsx'),
  route('messages', 'pages/messages.tsx'),
  route('card/:code', 'pages/card.tsx'),
  route('elder', 'pages/elder.tsx'),
  route('view', 'pages/view.tsx'),
  route('clock', 'pages/clock.tsx'),
  route('*', 'pages/nowhere.tsx'),
] satisfies RouteConfig;
