// breaks phone-takes-contracts-as-types
import { apple } from '#contract/apples';
export const Apple = apple;
