// breaks no-orphans
export const answer = 42;
