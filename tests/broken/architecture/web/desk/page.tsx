// breaks web-sees-contracts-only
import { pick } from '#modules/apples';
export const Page = pick;
