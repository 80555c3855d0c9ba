import { init } from 'echarts';
export const Chart = init;
