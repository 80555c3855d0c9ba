// breaks resident-stays-light
import { Chart } from '../features/pears/chart.tsx';
export const Home = Chart;
