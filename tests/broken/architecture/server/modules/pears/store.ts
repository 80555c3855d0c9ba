// breaks routes-are-mounted-once
import { routes } from '../apples/routes.ts';
export const all = routes;
