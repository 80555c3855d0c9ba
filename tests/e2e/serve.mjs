// The app as `npm start` runs it, for as long as the tests hold its input open: it never outlives them.
import { runFromTerminal } from '../../cli/start.mjs';

process.stdin.resume().once('end', () => process.kill(process.pid, 'SIGTERM'));
runFromTerminal(process.argv.slice(2));
