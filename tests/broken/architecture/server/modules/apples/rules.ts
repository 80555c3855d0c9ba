// breaks rules-are-pure
import { readFileSync } from 'node:fs';
export const ripe = () => readFileSync('ripe').length > 0;
