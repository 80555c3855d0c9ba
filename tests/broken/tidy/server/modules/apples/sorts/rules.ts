export const best = (now: string) => now;
