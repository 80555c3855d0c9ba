export { readDoors, type Door } from './store.ts';
