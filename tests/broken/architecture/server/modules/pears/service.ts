// breaks module-by-its-public-face
import { ripe } from '../apples/rules.ts';
export const pick = ripe;
