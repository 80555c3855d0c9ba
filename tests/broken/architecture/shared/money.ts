// breaks shared-depends-on-nothing
import { randomUUID } from 'node:crypto';
export const newId = () => randomUUID();
