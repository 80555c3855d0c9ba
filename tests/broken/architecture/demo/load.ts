// breaks demo-by-public-face
import { ripe } from '../server/modules/apples/rules.ts';
export const load = ripe;
