/** The condition language of library files, parsed. Source: METHODS 2.1 "Conditions". */

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type Arithmetic = '+' | '-' | '*' | '/';
export type FunctionName = 'sum' | 'count' | 'different' | 'length' | 'all' | 'eachHas';

export type Expression =
  | { node: 'number'; value: number }
  | { node: 'name'; name: string }
  | { node: 'not'; of: Expression }
  | { node: 'minus'; of: Expression }
  | { node: 'and' | 'or'; left: Expression; right: Expression }
  | { node: 'compare'; operator: Comparison; left: Expression; right: Expression }
  | { node: 'arithmetic'; operator: Arithmetic; left: Expression; right: Expression }
  | { node: 'is'; actor: string }
  | { node: 'call'; name: FunctionName; of: Expression[] };

export type Parsed = { expression: Expression } | { problem: { zh: string; en: string } };
