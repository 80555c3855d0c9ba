// breaks contract-is-shared
import { pick } from './service.ts';
export const cherry = pick;
