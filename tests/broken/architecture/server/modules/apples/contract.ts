// breaks contract-is-shared
import { ripe } from './rules.ts';
export const apple = { ripe };
