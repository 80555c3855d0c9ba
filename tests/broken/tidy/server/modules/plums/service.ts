type Database = { transaction: (now: Date, work: () => void) => void };
export const save = (database: Database, now: Date) => database.transaction(now, () => {});
