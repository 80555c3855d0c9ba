import { resolveActors } from '../../actors/rules.ts';
import type { Action, Values } from '../../contract.ts';
import { keysIn } from '../carried/rules.ts';
import type { Kind, Standing, Turn } from '../contract.ts';

const accept: Action = {
  id: 'accept',
  label: { zh: '接受', en: 'Accept' },
  routes: [],
  leads: true,
  needsReason: false,
};
const decline: Action = {
  id: 'decline',
  label: { zh: '婉拒', en: 'Decline' },
  routes: [],
  leads: false,
  needsReason: false,
};

const none: Turn = { then: 'outcome', outcome: 'none', result: {} };

function candidates({ method, state, step }: Standing): string[] {
  const offered = Array.isArray(step.argument) ? step.argument.map(String) : [String(step.argument)];
  return resolveActors(method, state, offered);
}

/** Asks the next ones: with `turn: all` everybody at once, else one after another. Nobody left gives `none`. */
function ask(standing: Standing, waiting: Values): Turn {
  const declined = keysIn(waiting['declined']);
  const left = keysIn(waiting['left']);
  if (left.length === 0) return none;
  const asked = standing.step.options['turn'] === 'all' ? left : left.slice(0, 1);
  return { then: 'wait', waiting: { asked, left: left.slice(asked.length), declined }, renew: true };
}

/** Offers a matter: whoever accepts first has it; a refusal or the end of `within` goes on to the next. Source: F39. */
export const offer: Kind = {
  name: 'offer',
  enter: (standing) => ask(standing, { left: candidates(standing) }),
  actors: ({ state }) => keysIn(state.waiting['asked']),
  actions: () => [accept, decline],
  act: (standing, action, actor) => {
    const me = `user:${actor.id}`;
    if (action.id === accept.id) return { then: 'outcome', outcome: 'accepted', result: { who: me } };
    const { waiting } = standing.state;
    const declined = [...new Set([...keysIn(waiting['declined']), me])];
    const asked = keysIn(waiting['asked']).filter((key) => !declined.includes(key));
    if (asked.length > 0) return { then: 'wait', waiting: { ...waiting, asked, declined } };
    return ask(standing, { ...waiting, declined });
  },
  expire: (standing) => ask(standing, standing.state.waiting),
  ending: () => null,
};
