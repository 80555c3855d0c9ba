export { measureSpecs, readMeasure } from './rules.ts';
