import type { Json } from '../../contract.ts';

/** How a place of a method is bound: never longer or more, never shorter or less, never taken away. */
export type FloorRule = 'at-most' | 'at-least' | 'kept';

/**
 * One thing an area above does not let a version below lower. Places: `limits.<step>` (a time), `steps.<step>`,
 * `fields.<field>` (`required` or `asked`), `shows.<step>` (the fields shown), `params.<parameter>` (a number).
 */
export type Floor = { place: string; rule: FloorRule; value: Json; label: string };

/** A place that may be bound, with what the method has there now. */
export type Bindable = {
  place: string;
  rules: FloorRule[];
  kind: 'time' | 'kept' | 'count' | 'money' | 'percent';
  label: string;
  value: Json;
};
