export {
  clip,
  freeSlots,
  mergeStretches,
  mondayOf,
  openingFor,
  openingsOn,
  openMinutesOfWeek,
  overlappingHours,
  overlaps,
  spanOf,
  stretchOn,
  takeOut,
  waitingOrder,
  waitingPlace,
  weekdayOf,
  weeklyMinutes,
} from './rules.ts';
export { doorPass, readDoorPass } from './pass/service.ts';
