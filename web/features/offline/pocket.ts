import type { MatterDetail } from '#contract/matters';

/** Types of fields whose known value names or reaches a person: such a value stays at the server. */
const ofPersons = ['phone', 'id-number', 'person', 'household', 'who'];

/**
 * A matter as a phone may keep it for a day: what happened, where, until when, and what may be done with it. Not who reported
 * it, no telephone, nothing sealed, no pictures, no history.
 */
export function forPocket(matter: MatterDetail): MatterDetail {
  return {
    ...matter,
    fields: matter.fields.filter(({ type, private: closed }) => !closed && !ofPersons.includes(type)),
    before: [],
    afterPictures: [],
    photo: null,
    after: null,
    reporter: null,
    gridWorker: null,
    history: [],
    line: [],
    sameSpot: 0,
    actions: matter.actions.map((action) => ({
      ...action,
      fields: action.fields.map(({ value, known: _, ...field }) =>
        value === undefined || ofPersons.includes(field.type) ? field : { ...field, value },
      ),
    })),
  };
}
