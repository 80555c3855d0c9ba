// breaks server-runs-without-tools
import { createServer } from 'vite';
export const open = createServer;
