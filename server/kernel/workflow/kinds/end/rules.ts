import type { MatterStatus, Step } from '../../contract.ts';
import type { Kind } from '../contract.ts';

const statusOf = (step: Step): MatterStatus => String(step.argument) as MatterStatus;

/** Final: the matter is done, refused, withdrawn, merged or moved. */
export const end: Kind = {
  name: 'end',
  enter: ({ step }) => ({ then: 'end', status: statusOf(step) }),
  actors: () => [],
  actions: () => [],
  act: ({ step }) => ({ then: 'end', status: statusOf(step) }),
  expire: () => null,
  ending: statusOf,
};
