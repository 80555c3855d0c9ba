// breaks kernel-knows-no-module
import { pick } from '#modules/apples';
export const due = pick;
