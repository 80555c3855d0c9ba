// breaks server-knows-no-screen
import { label } from '../web/ui/label.ts';
export const title = label;
