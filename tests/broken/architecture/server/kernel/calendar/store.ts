// breaks nothing-needs-the-demo
import { load } from '../../../demo/load.ts';
export const first = load;
