export function findPrograms(major: string): string | null;
