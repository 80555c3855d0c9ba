// breaks platform-knows-no-domain
import { post } from '#kernel/ledger';
export const run = post;
