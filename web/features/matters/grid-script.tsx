import type { ReactNode } from 'react';

declare const __GRID_COMFORT__: string;

/** The second small script, of workers' pages only. */
export function GridScript(): ReactNode {
  return <script type="module" src={__GRID_COMFORT__} />;
}
