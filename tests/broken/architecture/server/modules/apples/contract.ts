// breaks contract-holds-no-rule
import { ripe } from './rules.ts';
export const apple = { ripe };
