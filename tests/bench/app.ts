import { createServer } from 'node:http';
import { createLog } from '#platform/log';
import { startApp } from '../../server/main.ts';

/** The app in a process of its own, as `npm start` runs it: tells its parent when it answers, and what it has used. */
const server = createServer();
await new Promise<void>((resolve) => server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', resolve));
const log = createLog(process.env.LIREN_LOG ?? 'warn');
const app = await startApp({ server, env: process.env, log, demo: false });
const { port } = server.address() as { port: number };

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMs: (user + system) / 1000, memoryBytes: process.memoryUsage().rss });
});
process.on('disconnect', () => void app.stop().then(() => process.exit(0)));
process.send?.({ port });
