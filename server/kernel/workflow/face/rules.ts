import type { Instant, Json, Label, MatterState, MatterStatus, Method, Values } from '../contract.ts';
import { privateTypes } from '../definition/vocabulary/rules.ts';
import { valuesShown } from '../kinds/carried/rules.ts';
import { stepOf } from '../transition/draft/rules.ts';

/** What everybody may see of a matter. `fields` holds nothing but public values; a restricted matter has none. */
export type PublicFace = {
  fields: Values;
  category: string | null;
  /** To the building, never finer. */
  place: Json;
  title: string | null;
  result: string | null;
  before: string[];
  after: string[];
  step: string;
  stepLabel: Label;
  status: MatterStatus;
  begunAt: Instant;
  enteredAt: Instant;
  dueAt: Instant | null;
};

const text = (value: Json | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null);
const texts = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

/** Ten metres: enough to find the building, not the door. */
const pointDigits = 4;

/** Free words end at the building they name; words that name none may say anything, and are not shown. */
function buildingIn(words: string | null): string | null {
  return words?.match(/^[^\d\n]{0,20}\d{1,4}\s?(号楼|号院|栋|幢|座)/u)?.[0] ?? null;
}

function placeToBuilding(value: Json | undefined): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { building, estate, label, point } = value;
  const named = text(building) ?? text(estate) ?? buildingIn(text(label));
  const rounded = Array.isArray(point) ? point.map((part) => Number(Number(part).toFixed(pointDigits))) : null;
  return { label: named, ...(rounded ? { point: rounded } : {}) };
}

function shownFields(method: Method, state: MatterState): Values {
  const shown: Values = {};
  for (const id of state.shown) {
    const field = method.fields[id];
    if (!field) Object.assign(shown, valuesShown(method, state, [id]));
    const value = state.fields[id];
    if (!field || privateTypes.includes(field.type) || value === undefined || value === null) continue;
    shown[id] = field.type === 'place' ? placeToBuilding(value) : value;
  }
  return shown;
}

/**
 * Exactly what is public of a matter: the face its method gives from the first step on (category, place to the building,
 * step, dates) and what its steps have shown; never a private type, never the reporter. Source: METHODS 1.
 */
export function publicFace(method: Method, state: MatterState): PublicFace {
  const { present } = method;
  const sealed = method.visible === 'restricted';
  const category = sealed || !present.category ? null : text(state.fields[present.category]);
  const place = sealed || !present.place ? null : placeToBuilding(state.fields[present.place]);
  const shown = sealed ? {} : shownFields(method, state);
  const fields: Values = { ...shown };
  if (category !== null && present.category) fields[present.category] = category;
  if (place !== null && present.place) fields[present.place] = place;
  return {
    fields,
    category,
    place,
    title: text(shown[present.shown.title ?? '']),
    result: text(shown[present.shown.result ?? '']),
    before: texts(shown[present.shown.before ?? '']),
    after: texts(shown[present.shown.after ?? '']),
    step: state.step,
    stepLabel: stepOf(method, state.step).label,
    status: state.status,
    begunAt: state.begunAt,
    enteredAt: state.enteredAt,
    dueAt: state.dueAt,
  };
}

/**
 * The stages (网格, 社区, 街道) a matter has been in, in the method's order. One that stayed in the first was settled there;
 * the last is the level that settled it. Source: F52, N72.
 */
export function stagesVisited(method: Method, state: Pick<MatterState, 'visits'>): Label[] {
  const stages = method.steps.flatMap((step) => (step.stage && state.visits[step.id] ? [step.stage] : []));
  return stages.filter((stage, at) => stages.findIndex((one) => one.zh === stage.zh) === at);
}
