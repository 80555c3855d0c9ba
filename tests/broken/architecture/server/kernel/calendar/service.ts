// breaks kernel-part-by-its-public-face
import { sum } from '../ledger/rules.ts';
export const days = () => sum(1, 1);
