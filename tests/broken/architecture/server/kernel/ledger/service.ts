import { sum } from './rules.ts';
export const post = () => sum(1, -1);
