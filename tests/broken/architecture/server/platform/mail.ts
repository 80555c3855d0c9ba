// breaks unresolvable
import { send } from './nowhere.ts';
export const mail = send;
