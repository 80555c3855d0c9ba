import type { Label, MatterStatus } from '../contract.ts';

/** A method drawn: the main line from left to right in row 0, asides below it. Places are columns and rows, not pixels. */
export type DiagramNode = {
  id: string;
  label: Label;
  kind: string;
  main: boolean;
  column: number;
  row: number;
  /** What a matter becomes here, when it ends. */
  ending: MatterStatus | null;
};

export type DiagramEdge = {
  from: string;
  to: string;
  label: string;
  kind: 'onward' | 'action' | 'outcome' | 'late' | 'anytime';
  /** Leads back to a step further left on the main line. */
  back: boolean;
};

export type Diagram = { nodes: DiagramNode[]; edges: DiagramEdge[]; columns: number; rows: number };
