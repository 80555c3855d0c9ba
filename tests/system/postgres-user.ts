// A process that uses the embedded server, started and killed by the tests: `postgres-user.ts <dataDir> <app|guest> [insert]`.
import pg from 'pg';
import { openPostgres } from '#platform/postgres/open';

const [dataDir = '', role, work] = process.argv.slice(2);
const silent = { info: () => {}, warn: () => {}, error: () => {} };
const say = (message: object): void => void process.stdout.write(`${JSON.stringify(message)}\n`);

async function insertForEver(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('create table if not exists acknowledged (n int primary key)');
  for (let n = 1; ; n++) {
    await client.query('insert into acknowledged values ($1)', [n]);
    say({ acknowledged: n });
  }
}

try {
  const postgres = await openPostgres({
    dataDir,
    log: silent,
    ...(role === 'app' ? { soleHolder: `http://localhost:8080 pid ${process.pid}` } : {}),
  });
  process.on('SIGTERM', () => void postgres.stop().then(() => process.exit(0)));
  // Without a reason to stay the process would end.
  setInterval(() => {}, 60_000);
  say({ url: postgres.url, started: postgres.started });
  if (work === 'insert') await insertForEver(postgres.url);
} catch (error) {
  const { refusal } = error as { refusal?: { code: string; zh: string } };
  say({ refused: refusal?.code ?? 'no refusal', zh: refusal?.zh ?? String(error) });
  process.exit(1);
}
