export const count = (tx: { query: (sql: string) => unknown }) => tx.query('select 1');
