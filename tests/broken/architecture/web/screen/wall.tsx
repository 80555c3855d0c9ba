import { label } from '../ui/label.ts';
export const Wall = label;
