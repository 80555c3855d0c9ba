// breaks routes-do-not-query
import { all } from './store.ts';
export const routes = { all };
