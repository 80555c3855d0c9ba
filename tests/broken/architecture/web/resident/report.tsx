// breaks front-doors-are-separate
import { Page } from '../desk/page.tsx';
export const Report = Page;
