/**
 * One who may vote. `ref` stays the same for the same voter, `label` is the door, the doors or the post, `name` is masked,
 * `area` is the title area in 0.01 m² (0 where it does not count).
 */
export type Elector = {
  ref: string;
  label: string;
  name: string;
  userId: string | null;
  buildingId: string | null;
  area: number;
};
