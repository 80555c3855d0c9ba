// breaks main-knows-everything
import { routes } from '../apples/routes.ts';
export const all = routes;
