// breaks kit-knows-no-feature
import { Apple } from '../features/apples/apple.tsx';
export const Button = Apple;
