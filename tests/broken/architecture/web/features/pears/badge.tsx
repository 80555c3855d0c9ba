// breaks parts-know-no-front-door
import { Wall } from '../../screen/wall.tsx';
export const Badge = Wall;
